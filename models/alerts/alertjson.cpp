// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertjson.h"

#include "alerts/alerttimes.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Labels &labels)
{
    QJsonObject object;
    for (const auto &[name, value] : labels)
        object.insert(name.isNull() ? u""_s : name, value); // Qt 6.8 crashes on a null key beside one outside Latin-1
    return object;
}

Labels labelsFromJson(const QJsonObject &object)
{
    Labels labels;
    for (auto label = object.begin(); label != object.end(); ++label)
        labels.insert(label.key(), label.value().toVariant().toString());
    return labels;
}

QStringList textsFromJson(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &text : list)
        texts.append(text.toString());
    return texts;
}

Severity severityNamed(const QString &name)
{
    for (const Severity severity :
         { Severity::Critical, Severity::High, Severity::Warning, Severity::Info }) {
        if (toString(severity) == name)
            return severity;
    }
    return Severity::Unknown;
}

AlertStatus statusNamed(const QString &name)
{
    for (const AlertStatus status :
         { AlertStatus::Firing, AlertStatus::Resolved, AlertStatus::Acknowledged }) {
        if (toString(status) == name)
            return status;
    }
    return AlertStatus::Unknown;
}

} // namespace

QJsonObject toJson(const Alert &alert)
{
    QJsonObject object{
        { u"name"_s, orNull(alert.name) },
        { u"service"_s, orNull(alert.service) },
        { u"severity"_s, orNull(alert.severity) },
        { u"severityNormalised"_s, toString(alert.severityNormalised) },
        { u"status"_s, toString(alert.status) },
        { u"startsAt"_s, orNull(alert.startsAt) },
        { u"endsAt"_s, orNull(alert.endsAt) },
        { u"source"_s, orNull(alert.source) },
        { u"labels"_s, toJson(alert.labels) },
        { u"annotations"_s, toJson(alert.annotations) },
        { u"links"_s, QJsonArray::fromStringList(alert.links) },
        { u"runbookUrl"_s, orNull(alert.runbookUrl) },
        { u"fingerprint"_s, orNull(alert.fingerprint) },
    };
    if (!alert.serviceReason.isEmpty())
        object.insert(u"serviceReason"_s, alert.serviceReason);
    return object;
}

Alert alertFromJson(const QJsonObject &object)
{
    Alert alert;
    alert.name = object.value(u"name").toString();
    alert.service = object.value(u"service").toString();
    alert.serviceReason = object.value(u"serviceReason").toString();
    alert.severity = object.value(u"severity").toString();
    alert.severityNormalised = severityNamed(object.value(u"severityNormalised").toString());
    if (alert.severityNormalised == Severity::Unknown)
        alert.severityNormalised = severityFromWord(alert.severity);
    alert.status = statusNamed(object.value(u"status").toString());
    alert.startsAt = timeFromText(object.value(u"startsAt").toString());
    alert.endsAt = timeFromText(object.value(u"endsAt").toString());
    alert.source = object.value(u"source").toString();
    alert.labels = labelsFromJson(object.value(u"labels").toObject());
    alert.annotations = labelsFromJson(object.value(u"annotations").toObject());
    alert.links = textsFromJson(object.value(u"links"));
    alert.runbookUrl = object.value(u"runbookUrl").toString();
    alert.fingerprint = object.value(u"fingerprint").toString();
    return alert;
}

QJsonObject toJson(const ParsedAlerts &parsed)
{
    QJsonArray alerts;
    for (const Alert &alert : parsed.alerts)
        alerts.append(toJson(alert));
    QJsonArray problems;
    for (const Problem &problem : parsed.problems) {
        problems.append(QJsonObject{
            { u"severity"_s, toString(problem.severity) },
            { u"text"_s, problem.text },
            { u"line"_s, problem.line },
        });
    }
    return {
        { u"format"_s, parsed.format },
        { u"alerts"_s, alerts },
        { u"problems"_s, problems },
        { u"text"_s, parsed.text },
    };
}

} // namespace Handrail
