// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/nagiosmailformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/runningtext.h"
#include "alerts/timeofchange.h"
#include "alerts/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNotifications = 100;
constexpr qsizetype longestNotification = 64 * 1024;

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

/** "** PROBLEM Service Alert: web-1/HTTP is CRITICAL **", the subject of these mails and the line chats show. */
const QRegularExpression &subjectLine()
{
    static const QRegularExpression line(
        u"^[>*\\s]*(PROBLEM|RECOVERY|ACKNOWLEDGEMENT|FLAPPING\\w+|DOWNTIME\\w+) (Service|Host) Alert: "
        u"(\\S[^\\n]*?) is ([A-Z]+)\\b"_s,
        QRegularExpression::MultilineOption);
    return line;
}

/** The notifications in @p text: a second head, subject or type begins the next. */
QStringList notificationsIn(const QString &text)
{
    static const QRegularExpression begins(
        u"^\\s*\\*{3,} ?(?:Nagios|Icinga|Centreon|Naemon|Shinken)|"
        u"^[>*\\s]*[A-Z]+ (?:Service|Host) Alert: |^\\s*Notification Type:"_s,
        QRegularExpression::MultilineOption);
    QStringList found;
    QStringList seen; // the kinds of beginnings this one has had
    qsizetype start = 0;
    for (auto matches = begins.globalMatch(text); matches.hasNext() && found.size() < mostNotifications;) {
        const auto match = matches.next();
        const QString mark = match.captured().trimmed();
        const QString kind = mark.startsWith(u"***") ? u"head"_s
            : mark.endsWith(u"Alert:")               ? u"subject"_s
                                                     : u"type"_s;
        if (seen.contains(kind)) {
            found.append(text.sliced(start, match.capturedStart() - start));
            start = match.capturedStart();
            seen.clear();
        }
        seen.append(kind);
    }
    found.append(text.sliced(start, std::min(text.size() - start, longestNotification)));
    return found;
}

/** Naemon, Shinken and Centreon write the same mails: only the head or the subject names the system. */
QString senderIn(const QString &text)
{
    static const QRegularExpression sender(
        u"\\*{3,} ?(Nagios|Icinga|Centreon|Naemon|Shinken)\\b|\\b(Icinga) ?2 (?:Host|Service) Monitoring"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (text.contains(u"Check_MK notification:"_s))
        return u"Checkmk"_s;
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

Alert readOne(const QString &text, const QString &subject)
{
    Alert alert;
    alert.source = senderIn(text);
    addLabels(alert, text);
    QString service = field(text, { u"Service"_s, u"Service ?(?:name|desc(?:ription)?)"_s });
    const auto line = subjectLine().match(text);
    if (service.isEmpty() && !alert.labels.contains(u"host"_s) && line.hasMatch()) {
        const bool isService = line.captured(2) == u"Service" && line.captured(3).contains(u'/');
        alert.labels.insert(u"host"_s, isService ? line.captured(3).section(u'/', 0, 0) : line.captured(3));
        service = isService ? line.captured(3).section(u'/', 1) : QString();
    }
    const QString host = alert.labels.value(u"host"_s);
    alert.service = service;
    alert.name = service.isEmpty() ? host : service;
    QString state = field(text, { u"State"_s, u"Status"_s, u"Service ?state"_s, u"Host ?state"_s });
    if (state.isEmpty())
        state = line.captured(4);
    if (state.isEmpty())
        state = stateInTitle(text);
    if (state.isEmpty())
        state = stateInTitle(subject);
    setSeverity(alert, state);
    if (state == u"DOWN" || state.startsWith(u"UNREACH"))
        alert.severityNormalised = Severity::Critical;
    static const QRegularExpression kindInTitle(
        u"\\b(PROBLEM|RECOVERY|ACKNOWLEDGEMENT|FLAPPING\\w+|DOWNTIME\\w+)\\b"_s);
    QString kind = field(text, { u"Notification Type"_s });
    if (kind.isEmpty())
        kind = line.captured(1);
    if (kind.isEmpty())
        kind = kindInTitle.match(subject + u'\n' + text.section(u'\n', 0, 0)).captured(1);
    alert.status = statusOf(kind, state);
    alert.startsAt = timeFromText(
        field(text, { u"Date/Time"_s, u"When"_s, u"Check_MK notification"_s, u"Date"_s, u"Time"_s }));
    readTimeAsChange(alert);
    if (alert.status == AlertStatus::Acknowledged)
        alert.startsAt = {}; // that of somebody's answer
    if (const QString info = field(text, { u"Info"_s, u"Additional Info"_s, u"Output"_s }); !info.isEmpty())
        alert.annotations.insert(u"info"_s, info);
    for (const QString &url : webAddressesIn(text))
        addLink(alert, url);
    return alert;
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
    return paste.json.isUndefined()
        && (marks.match(paste.text).hasMatch() || subjectLine().match(paste.text).hasMatch());
}

ParsedAlerts NagiosMailFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const QStringList notifications = notificationsIn(withoutMarkup(paste.text).plain);
    for (const QString &text : notifications) {
        const Alert alert = readOne(text, paste.subject);
        if (!alert.name.isEmpty() && !parsed.alerts.contains(alert))
            parsed.alerts.append(alert);
    }
    return parsed;
}

} // namespace Handrail
