// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QString>
#include <QStringList>

namespace Handrail {

/** What a link to a runbook names: the end of a path and perhaps a heading. */
struct RunbookUrl
{
    QString path; ///< with "/", without host, query and "blob/main"
    QString anchor;

    bool operator==(const RunbookUrl &) const = default;
};

/** Reads a web address, a relative path or a file name; empty when it names no page. Nothing is fetched. */
RunbookUrl readRunbookUrl(const QString &url);

/** The links of @p alert that may lead to its runbook, the declared one first. */
QStringList runbookLinks(const Alert &alert);

/** How many parts @p path and @p url share, counted from the file's name, its suffix and case aside. */
int sharedParts(const QString &path, const QString &url);

} // namespace Handrail
