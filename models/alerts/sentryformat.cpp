// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A metric alert's action is how bad it is. */
bool readMetricAction(Alert &alert, const QJsonObject &object)
{
    const QString action = firstText(object, { u"action"_s });
    if (memberAt(object, u"data.metric_alert").isObject() && severityFromWord(action) > Severity::Info)
        setSeverity(alert, action);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> sentryFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"sentry"_s;
    recipe.title = u"Sentry issue"_s;
    recipe.source = u"Sentry"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return memberAt(object, u"event.event_id").isString()
            || (object.contains(u"action")
                && (memberAt(object, u"data.issue").isObject() || memberAt(object, u"data.event").isObject()
                    || memberAt(object, u"data.metric_alert").isObject()));
    };
    recipe.paths.name = {
        u"event.title"_s,
        u"data.event.title"_s,
        u"data.issue.title"_s,
        u"data.metric_alert.title"_s,
        u"data.description_title"_s,
        u"data.metric_alert.alert_rule.name"_s,
        u"message"_s,
    };
    recipe.paths.severity = { u"event.level"_s, u"data.event.level"_s, u"data.issue.level"_s, u"level"_s };
    recipe.paths.status = { u"data.issue.status"_s, u"action"_s };
    recipe.paths.startsAt = {
        u"data.issue.firstSeen"_s,           u"event.timestamp"_s,
        u"data.event.timestamp"_s,           u"data.event.datetime"_s,
        u"data.metric_alert.date_started"_s,
    };
    recipe.paths.endsAt = { u"data.metric_alert.date_closed"_s };
    recipe.paths.service = {
        u"data.issue.project.slug"_s,
        u"data.issue.project.name"_s,
        u"project_name"_s,
        u"project_slug"_s,
        u"project"_s,
    };
    recipe.paths.fingerprint = { u"data.issue.id"_s, u"event.event_id"_s, u"data.event.event_id"_s };
    recipe.paths.links = {
        u"data.issue.web_url"_s,
        u"data.issue.permalink"_s,
        u"data.event.web_url"_s,
        u"data.web_url"_s,
        u"url"_s,
    };
    recipe.paths.labels = {
        u"event.tags"_s, u"data.event.tags"_s, u"event"_s, u"data.issue"_s, u"data.event"_s,
    };
    recipe.paths.annotations = { u"culprit"_s, u"message"_s, u"data.issue.culprit"_s };
    recipe.firingUnlessSaid = true;
    recipe.adjust = readMetricAction;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
