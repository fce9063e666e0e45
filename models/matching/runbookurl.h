// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "library/runbook.h"

#include <QString>
#include <QStringList>

namespace Handrail {

/** What a link to a runbook names: the end of a path and perhaps a heading. */
struct RunbookUrl
{
    QString path; ///< with "/", without host and query; in a repository, from its root; of a wiki's page, its title
    QString anchor;
    QString written {}; ///< the link itself
    QString repository {}; ///< when it is known to lead into one
    bool isAddress = false; ///< of the web, and not a path as a team writes it to its own files
    bool isVague = false; ///< a query that is not understood says more than the path

    bool operator==(const RunbookUrl &) const = default;
};

/**
 * Reads a web address, a relative path or a file name; empty when it names no page, is longer than a browser takes or has a scheme
 * that leads to no page, such as "mailto:". Nothing is fetched.
 */
RunbookUrl readRunbookUrl(const QString &written);

/** How a link fits a runbook's file, the better the greater. */
enum class LinkFit {
    None,
    Elsewhere, ///< a file of that name, but not in the link's folders
    Perhaps, ///< nothing in the link tells it from a page of that name of somebody else's
    File
};
LinkFit fitOf(const RunbookUrl &url, const RunbookRef &runbook);

/** The links of @p alert that may lead to its runbook, the declared one first. "TBD" is none. */
QStringList runbookLinks(const Alert &alert);

} // namespace Handrail
