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
    QString written {}; ///< the link itself

    bool operator==(const RunbookUrl &) const = default;
};

/** Reads a web address, a relative path or a file name; empty when it names no page. Nothing is fetched. */
RunbookUrl readRunbookUrl(const QString &url);

/** The links of @p alert that may lead to its runbook, the declared one first. */
QStringList runbookLinks(const Alert &alert);

} // namespace Handrail
