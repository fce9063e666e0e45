// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/zabbixformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/jsonfields.h"
#include "alerts/runningtext.h"
#include "alerts/words.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString messageIn(const PastedText &paste)
{
    if (!paste.json.isObject())
        return paste.text;
    return firstText(paste.json, { u"message"_s, u"Message"_s, u"alert_message"_s, u"body"_s });
}

/** The value of the line that begins with @p key. */
QString field(const QString &text, const QString &key)
{
    const QRegularExpression line(u"^\\W*"_s + key + u":[ \\t]*(\\S[^\\n]*)$"_s,
                                  QRegularExpression::MultilineOption
                                      | QRegularExpression::CaseInsensitiveOption);
    const QString value = line.match(text).captured(1).trimmed();
    return isNoValue(value) ? QString() : value;
}

AlertStatus statusIn(const QString &text)
{
    static const QRegularExpression acknowledged(u"\\backnowledged: Yes\\b|\\backnowledged problem\\b"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression over(u"\\bProblem has been resolved\\b|\\bproblem status is RESOLVED\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression begun(u"\\bProblem started\\b|\\bproblem status is PROBLEM\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (over.match(text).hasMatch())
        return AlertStatus::Resolved;
    if (acknowledged.match(text).hasMatch())
        return AlertStatus::Acknowledged;
    return begun.match(text).hasMatch() ? AlertStatus::Firing : AlertStatus::Unknown;
}

} // namespace

QString ZabbixFormat::name() const
{
    return u"zabbix"_s;
}

QString ZabbixFormat::title() const
{
    return u"Zabbix message"_s;
}

QString ZabbixFormat::source() const
{
    return u"Zabbix"_s;
}

bool ZabbixFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression name(u"(?:^|>)\\W*Problem name:"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression others(
        u"Original problem ID:|Problem started at|Problem has been resolved"_s);
    const QString message = messageIn(paste);
    return name.match(message).hasMatch() && others.match(message).hasMatch();
}

ParsedAlerts ZabbixFormat::parse(const PastedText &paste) const
{
    const QString text = withoutMarkup(messageIn(paste)).plain;
    Alert alert;
    alert.name = field(text, u"Problem name"_s);
    setSeverity(alert, field(text, u"Severity"_s));
    alert.status = statusIn(text);
    if (alert.status == AlertStatus::Unknown)
        alert.status = statusFromWord(firstText(paste.json, { u"status"_s }));
    alert.fingerprint = field(text, u"Original problem ID"_s);
    if (const QString host = field(text, u"Host"_s); !host.isEmpty())
        alert.labels.insert(u"host"_s, host);
    for (const QString &key : { u"Operational data"_s, u"Problem duration"_s }) {
        if (const QString value = field(text, key); !value.isEmpty())
            alert.annotations.insert(key, value);
    }
    for (const QString &url : webAddressesIn(text))
        addLink(alert, url);

    ParsedAlerts parsed;
    if (alert.name.isEmpty())
        return parsed;
    parsed.alerts.append(alert);
    parsed.problems.append({ Problem::Severity::Note,
                             u"Zabbix writes times without a zone: when it began is not known."_s, 0 });
    return parsed;
}

} // namespace Handrail
