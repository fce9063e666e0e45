// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Handrail {

/** What may be done with a link found in an alert or a runbook. An allow-list: what is not known to be harmless is refused. */
struct LinkVerdict
{
    enum class Kind {
        Web, ///< http or https: may be handed to the browser, when the user presses it
        Mail,
        Anchor, ///< "#mitigation": a place on the same page
        Relative, ///< a path inside the library: opens in our own viewer
        Refused
    };

    Kind kind = Kind::Refused;
    QUrl url; ///< Web and Mail
    QString path; ///< Relative: without its anchor
    QString anchor; ///< Anchor and Relative
    QString host; ///< Web: as punycode, so that look-alike letters show
    QString reason; ///< Refused: neutral English

    bool operator==(const LinkVerdict &) const = default;
};

LinkVerdict judgeLink(const QString &target);

} // namespace Handrail
