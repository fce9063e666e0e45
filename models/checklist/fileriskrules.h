// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/shelllexer.h"

#include <QSet>
#include <optional>

namespace Handrail {

/** The tools whose risk depends on which file they touch: rm, dd, tee, sed, find, awk. */
std::optional<CommandRisk> riskOfFileTool(const QString &tool, const QStringList &arguments, const QSet<QString> &madeHere);

/** What redirecting @p command's output does: nothing for /dev/null and local files, a change for files of the system. */
CommandRisk riskOfRedirects(const ShellCommand &command);

/** Files that @p command makes: what it redirects to, touches or edits. Removing them later loses nothing. */
QSet<QString> filesMadeBy(const ShellCommand &command);

} // namespace Handrail
