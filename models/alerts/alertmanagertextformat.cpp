// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertmanagertextformat.h"

#include "alerts/alerttext.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Grafana and others write "[FIRING:1]" as Alertmanager does: only a name in the text tells. */
QString senderIn(const QString &text)
{
    for (const QString &sender : { u"Grafana"_s, u"Alertmanager"_s }) {
        if (text.contains(sender, Qt::CaseInsensitive))
            return sender;
    }
    return {};
}

} // namespace

QString AlertmanagerTextFormat::name() const
{
    return u"alertmanager-text"_s;
}

QString AlertmanagerTextFormat::title() const
{
    return u"Alertmanager message"_s;
}

bool AlertmanagerTextFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression marks(
        u"\\[(?:FIRING|RESOLVED)\\b[^\\]\\n]{0,40}\\]|^\\W*(?:🏷️? ?)?Labels:[*\\s]*$|^\\W*Alerts? (?:Firing|Resolved)\\b"_s,
        QRegularExpression::MultilineOption);
    return paste.json.isUndefined()
        && (marks.match(paste.subject).hasMatch() || marks.match(paste.text).hasMatch());
}

ParsedAlerts AlertmanagerTextFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed = readAlertText(paste);
    const QString sender = senderIn(paste.text);
    for (Alert &alert : parsed.alerts)
        alert.source = sender;
    return parsed;
}

} // namespace Handrail
