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
    QString path; ///< with "/", without host, query and "blob/main"; of a wiki's page, its title
    QString anchor;
    QString written {}; ///< the link itself

    bool operator==(const RunbookUrl &) const = default;
};

/**
 * Reads a web address, a relative path or a file name; empty when it names no page, is longer than a browser takes or has a scheme
 * that leads to no page, such as "mailto:". Nothing is fetched.
 */
RunbookUrl readRunbookUrl(const QString &written);

/** Whether @p url means the file at @p path: one is the end of the other. Two files of one name in two folders are two files. */
bool leadsTo(const RunbookUrl &url, const QString &path);

/** The links of @p alert that may lead to its runbook, the declared one first. "TBD" is none. */
QStringList runbookLinks(const Alert &alert);

} // namespace Handrail
