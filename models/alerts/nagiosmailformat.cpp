// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/nagiosmailformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/runningtext.h"
#include "alerts/timeofchange.h"
#include "alerts/words.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The value of the first line that begins with one of @p keys, without what Icinga and Checkmk add in brackets. */
QString field(const QString &text, const QStringList &keys)
{
    for (const QString &key : keys) {
        const QRegularExpression line(u"^[ \\t]*"_s + key + u"[ \\t]*:[ \\t]*(\\S[^\\n]*)$"_s,
                                      QRegularExpression::MultilineOption
                                          | QRegularExpression::CaseInsensitiveOption);
        if (const auto match = line.match(text); match.hasMatch())
            return match.captured(1).section(u" (Display Name:"_s, 0, 0).section(u" (IP:"_s, 0, 0).trimmed();
    }
    return {};
}

/** The state in the title, for mails that have no "State:" line. */
QString stateInTitle(const QString &text)
{
    static const QRegularExpression state(u"\\bis (CRITICAL|WARNING|UNKNOWN|OK|DOWN|UP|UNREACHABLE)\\b"_s);
    return state.match(text).captured(1);
}

AlertStatus statusOf(const QString &kind, const QString &state)
{
    if (kind.startsWith(u"FLAPPING") || kind.startsWith(u"DOWNTIME"))
        return statusFromWord(state) == AlertStatus::Unknown ? AlertStatus::Firing : statusFromWord(state);
    if (const AlertStatus status = statusFromWord(kind); status != AlertStatus::Unknown)
        return status;
    if (state == u"OK" || state == u"UP")
        return AlertStatus::Resolved;
    return state.isEmpty() ? AlertStatus::Unknown : AlertStatus::Firing;
}

/** Naemon, Shinken and Centreon write the same mails: only the head or the subject names the system. */
QString senderIn(const QString &text)
{
    static const QRegularExpression sender(
        u"\\*{3,} ?(Nagios|Icinga|Centreon|Naemon|Shinken)\\b|\\b(Icinga) ?2 (?:Host|Service) Monitoring"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = sender.match(text);
    const QString name = (match.captured(1) + match.captured(2)).toLower();
    return name.isEmpty() ? name : name.front().toUpper() + name.sliced(1);
}

void addLabels(Alert &alert, const QString &text)
{
    const QList<std::pair<QString, QStringList>> known = {
        { u"host"_s, { u"Host"_s, u"Host ?name"_s } },
        { u"address"_s, { u"(?:Host )?Address"_s, u"IPv4"_s, u"IP"_s } },
        { u"ipv6"_s, { u"IPv6"_s } },
        { u"hostgroup"_s, { u"Host ?groups?"_s } },
    };
    for (const auto &[label, keys] : known) {
        if (const QString value = field(text, keys); !isNoValue(value))
            alert.labels.insert(label, value);
    }
}

} // namespace

QString NagiosMailFormat::name() const
{
    return u"nagios-mail"_s;
}

QString NagiosMailFormat::title() const
{
    return u"Nagios, Icinga or Checkmk notification"_s;
}

bool NagiosMailFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression marks(
        u"\\*{3,} ?(?:Nagios|Icinga|Centreon|Naemon|Shinken)|^\\s*Notification Type:\\s*\\w|\\*{3,} (?:Service|Host) Monitoring on"_s
        u"|^Check_MK notification:"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return marks.match(paste.text).hasMatch();
}

ParsedAlerts NagiosMailFormat::parse(const PastedText &paste) const
{
    Alert alert;
    const QString text = withoutMarkup(paste.text).plain;
    alert.source = senderIn(text);
    addLabels(alert, text);
    const QString service = field(text, { u"Service"_s, u"Service ?(?:name|desc(?:ription)?)"_s });
    const QString host = alert.labels.value(u"host"_s);
    alert.service = service;
    alert.name = service.isEmpty() ? host : service;
    QString state = field(text, { u"State"_s, u"Status"_s, u"Service ?state"_s, u"Host ?state"_s });
    if (state.isEmpty())
        state = stateInTitle(text);
    if (state.isEmpty())
        state = stateInTitle(paste.subject);
    setSeverity(alert, state);
    if (state == u"DOWN" || state.startsWith(u"UNREACH"))
        alert.severityNormalised = Severity::Critical;
    static const QRegularExpression kindInTitle(
        u"\\b(PROBLEM|RECOVERY|ACKNOWLEDGEMENT|FLAPPING\\w+|DOWNTIME\\w+)\\b"_s);
    QString kind = field(text, { u"Notification Type"_s });
    if (kind.isEmpty())
        kind = kindInTitle.match(paste.subject + u'\n' + text.section(u'\n', 0, 0)).captured(1);
    alert.status = statusOf(kind, state);
    alert.startsAt = timeFromText(field(text, { u"Date/Time"_s, u"When"_s, u"Check_MK notification"_s, u"Date"_s, u"Time"_s }));
    readTimeAsChange(alert);
    if (alert.status == AlertStatus::Acknowledged)
        alert.startsAt = {}; // that of somebody's answer
    if (const QString info = field(text, { u"Info"_s, u"Additional Info"_s, u"Output"_s }); !info.isEmpty())
        alert.annotations.insert(u"info"_s, info);
    for (const QString &url : webAddressesIn(text))
        addLink(alert, url);
    ParsedAlerts parsed;
    if (!alert.name.isEmpty())
        parsed.alerts.append(alert);
    return parsed;
}

} // namespace Handrail
