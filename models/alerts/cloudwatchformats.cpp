// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/timeofchange.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool readChange(Alert &alert, const QJsonObject &)
{
    readTimeAsChange(alert);
    return true;
}

/** AWS Health reports issues. GuardDuty's severity is a number up to 10, bigger is worse; a finding is a
 * report of something wrong. */
bool readFinding(Alert &alert, const QJsonObject &object)
{
    alert.source = firstText(object, { u"source"_s }); // "aws.guardduty"
    if (alert.status == AlertStatus::Unknown
        && firstText(object, { u"detail.eventTypeCategory"_s }) == u"issue")
        alert.status = AlertStatus::Firing;
    if (memberAt(object, u"detail.state").isObject())
        readTimeAsChange(alert);
    const QJsonValue severity = memberAt(object, u"detail.severity");
    if (!severity.isDouble())
        return true;
    const double number = severity.toDouble();
    alert.severity = scalarText(severity);
    alert.severityNormalised = number >= 9 ? Severity::Critical
        : number >= 7                      ? Severity::High
        : number >= 4                      ? Severity::Warning
                                           : Severity::Info;
    alert.status = AlertStatus::Firing;
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> cloudWatchAlarmFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"cloudwatch"_s;
    recipe.title = u"Amazon CloudWatch alarm"_s;
    recipe.source = u"Amazon CloudWatch"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"AlarmName"_s, u"NewStateValue"_s });
    };
    recipe.paths.name = { u"AlarmName"_s };
    recipe.paths.status = { u"NewStateValue"_s };
    recipe.paths.startsAt = { u"StateChangeTime"_s };
    recipe.paths.fingerprint = { u"AlarmArn"_s };
    recipe.paths.labels = {
        u"Trigger"_s,
        u"Trigger.Dimensions"_s,
        u"Trigger.Metrics.0.MetricStat.Metric"_s,
        u"Trigger.Metrics.0.MetricStat.Metric.Dimensions"_s,
        u""_s,
    };
    recipe.paths.annotations = { u"AlarmDescription"_s, u"NewStateReason"_s };
    recipe.adjust = readChange;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> eventBridgeFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"eventbridge"_s;
    recipe.title = u"Amazon EventBridge event"_s;
    recipe.source = u"Amazon EventBridge"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"detail-type"_s, u"detail"_s });
    };
    recipe.paths.name = {
        u"detail.alarmName"_s,
        u"detail.title"_s,
        u"detail.eventTypeCode"_s,
        u"detail-type"_s,
    };
    recipe.paths.status = { u"detail.state.value"_s, u"detail.statusCode"_s };
    recipe.paths.startsAt = {
        u"detail.state.timestamp"_s,
        u"detail.service.eventFirstSeen"_s,
        u"detail.startTime"_s,
        u"time"_s,
    };
    recipe.paths.endsAt = { u"detail.endTime"_s };
    recipe.paths.fingerprint = { u"detail.id"_s, u"detail.eventArn"_s, u"id"_s };
    recipe.paths.labels = {
        u""_s,
        u"detail"_s,
        u"detail.configuration.metrics.0.metricStat.metric.dimensions"_s,
    };
    recipe.paths.annotations = { u"detail.description"_s, u"detail.state.reason"_s };
    recipe.adjust = readFinding;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
