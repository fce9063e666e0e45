// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "store/indexer.h"
#include "store/runbookindexstore.h"

namespace Handrail {

/** The runbooks a command works with: the folders, their index brought up to date, and their catalogue. */
struct Library
{
    QStringList folders;
    QStringList myTeams;
    std::unique_ptr<RunbookIndexStore> index;
    Catalog catalog;
    IndexProgress progress; ///< what bringing it up to date came to
};

/**
 * Opens the libraries that @p options name, else those of the settings. Folders named on the command line get an index of their
 * own: in the window's they would push out what the window shows. On failure the complaint is made.
 */
std::optional<Library> openLibrary(const Options &options, const Streams &streams, const Workplace &workplace);

} // namespace Handrail
