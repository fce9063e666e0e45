// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Handrail {

/** Text as it reads without its markup, and the links that stood in it. */
struct RunningText
{
    struct Link
    {
        QString text;
        QString url;

        bool operator==(const Link &) const = default;
    };

    QString plain;
    QList<Link> links; ///< in order; bare addresses have no text
};

/** Takes Slack's, Markdown's and HTML's markup off. A link that is all of a "key: link" line stays as its address. */
RunningText withoutMarkup(const QString &text);

/** Whether @p text is a page of HTML rather than a message with some tags in it. */
bool isWebPage(const QString &text);

} // namespace Handrail
