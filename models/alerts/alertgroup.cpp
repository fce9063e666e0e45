// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertgroup.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

AlertStatus statusIn(const QJsonObject &object)
{
    return statusFromWord(firstText(object, { u"status.state"_s, u"status"_s, u"state"_s }));
}

QDateTime timeIn(const QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const QDateTime time = timeFromJson(object.value(key)); time.isValid())
            return time;
    }
    return {};
}

Problem leftOut(const QString &count)
{
    return { Problem::Severity::Warning,
             u"The sender left out %1 more alerts of this group; ask it for them."_s.arg(count), 0 };
}

} // namespace

Alert readGroupedAlert(const QJsonObject &object, const AlertGroup &group)
{
    Alert alert;
    alert.labels = labelsIn(object.value(u"labels"));
    merge(alert.labels, group.labels);
    alert.annotations = labelsIn(object.value(u"annotations"));
    merge(alert.annotations, group.annotations);
    alert.status = statusIn(object);
    if (alert.status == AlertStatus::Unknown && !object.contains(u"state"))
        alert.status = group.status;
    alert.startsAt = timeIn(object, { u"startsAt"_s, u"activeAt"_s, u"starts_at"_s });
    alert.endsAt = timeIn(object, { u"endsAt"_s, u"ends_at"_s });
    for (const QString &key :
         { u"dashboardURL"_s, u"panelURL"_s, u"generatorURL"_s, u"generator_url"_s, u"relatedLogs"_s })
        addLink(alert, scalarText(object.value(key)));
    for (const auto &[name, value] : alert.annotations) {
        if (name.contains(u"dashboard"_s, Qt::CaseInsensitive))
            addLink(alert, value);
    }
    alert.fingerprint = scalarText(object.value(u"fingerprint"));
    completeFromLabels(alert);
    return alert;
}

ParsedAlerts readAlertGroup(const QJsonObject &body)
{
    AlertGroup group;
    group.status = statusFromWord(firstText(body, { u"status"_s, u"state"_s }));
    group.labels = labelsIn(body.value(u"commonLabels"));
    merge(group.labels, labelsIn(body.value(u"groupLabels")));
    group.annotations = labelsIn(body.value(u"commonAnnotations"));

    ParsedAlerts parsed;
    const QJsonArray alerts = body.value(u"alerts").toArray();
    for (const QJsonValue &alert : alerts) {
        if (alert.isObject())
            parsed.alerts.append(readGroupedAlert(alert.toObject(), group));
    }
    if (const QString count = scalarText(body.value(u"truncatedAlerts")); !count.isEmpty() && count != u"0")
        parsed.problems.append(leftOut(count));
    return parsed;
}

} // namespace Handrail
