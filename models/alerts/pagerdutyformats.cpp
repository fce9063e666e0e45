// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Changes to services and teams are sent through the same hook; notes and updates only refer to their incident. */
bool isIncidentEvent(Alert &alert, const QJsonObject &object)
{
    const QString type = firstText(object, { u"event.event_type"_s });
    if (const QString incident = firstText(object, { u"event.data.incident.id"_s }); !incident.isEmpty()) {
        alert.fingerprint = incident;
        alert.startsAt = {}; // that of the note
        alert.labels = {};
    }
    return type.startsWith(u"incident") || type.isEmpty();
}

bool isIncident(const QJsonObject &object)
{
    return hasMembers(object, { u"incident_number"_s, u"html_url"_s, u"status"_s });
}

} // namespace

std::unique_ptr<AlertFormat> pagerDutyWebhookFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"pagerduty-webhook"_s;
    recipe.title = u"PagerDuty webhook"_s;
    recipe.source = u"PagerDuty"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object.value(u"event").toObject(), { u"event_type"_s, u"data"_s });
    };
    recipe.paths.name = { u"event.data.title"_s, u"event.data.summary"_s, u"event.data.incident.summary"_s };
    recipe.paths.severity = { u"event.data.priority.summary"_s, u"event.data.urgency"_s };
    recipe.paths.status = { u"event.data.status"_s, u"event.event_type"_s };
    recipe.paths.startsAt = { u"event.data.created_at"_s, u"event.occurred_at"_s };
    recipe.paths.endsAt = { u"event.data.resolved_at"_s };
    recipe.paths.service = { u"event.data.service.summary"_s };
    recipe.paths.fingerprint = { u"event.data.id"_s };
    recipe.paths.links = { u"event.data.html_url"_s, u"event.data.incident.html_url"_s };
    recipe.paths.labels = { u"event.data"_s };
    recipe.adjust = isIncidentEvent;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> pagerDutyMessagesFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"pagerduty-webhook-v2"_s;
    recipe.title = u"PagerDuty webhook, version 2"_s;
    recipe.source = u"PagerDuty"_s;
    recipe.isMine = [](const QJsonObject &object) {
        const QJsonObject first = object.value(u"messages").toArray().first().toObject();
        return first.contains(u"incident") || first.value(u"type").toString().startsWith(u"incident.")
            || first.contains(u"log_entries");
    };
    recipe.paths.name = {
        u"incident.title"_s,
        u"incident.summary"_s,
        u"incident.trigger_summary_data.subject"_s,
        u"incident.trigger_summary_data.description"_s,
        u"data.incident.trigger_summary_data.subject"_s,
        u"data.incident.title"_s,
        u"data.incident.incident_key"_s,
    };
    recipe.paths.severity = {
        u"incident.priority.summary"_s,
        u"incident.urgency"_s,
        u"data.incident.urgency"_s,
    };
    recipe.paths.status = { u"event"_s, u"type"_s, u"incident.status"_s, u"data.incident.status"_s };
    recipe.paths.startsAt = { u"incident.created_at"_s, u"data.incident.created_on"_s, u"created_on"_s };
    recipe.paths.endsAt = { u"incident.resolved_at"_s };
    recipe.paths.service = {
        u"incident.service.summary"_s,
        u"incident.service.name"_s,
        u"data.incident.service.name"_s,
    };
    recipe.paths.fingerprint = { u"incident.id"_s, u"data.incident.id"_s };
    recipe.paths.links = { u"incident.html_url"_s, u"data.incident.html_url"_s };
    recipe.paths.labels = { u"incident"_s, u"data.incident"_s };
    recipe.each = u"messages"_s;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> pagerDutyEventFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"pagerduty-event"_s;
    recipe.title = u"PagerDuty event"_s;
    recipe.source = u"PagerDuty"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.contains(u"event_action")
            && (object.contains(u"routing_key") || object.contains(u"payload"));
    };
    recipe.paths.name = { u"payload.summary"_s, u"dedup_key"_s };
    recipe.paths.severity = { u"payload.severity"_s };
    recipe.paths.status = { u"event_action"_s };
    recipe.paths.startsAt = { u"payload.timestamp"_s };
    recipe.paths.service = { u"payload.component"_s };
    recipe.paths.fingerprint = { u"dedup_key"_s };
    recipe.paths.links = { u"links"_s, u"client_url"_s };
    recipe.paths.labels = { u"payload"_s, u"payload.custom_details"_s };
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> pagerDutyIncidentFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"pagerduty-incident"_s;
    recipe.title = u"PagerDuty incident"_s;
    recipe.source = u"PagerDuty"_s;
    recipe.isMine = [](const QJsonObject &object) {
        const QJsonObject first = object.value(u"incidents").toArray().first().toObject();
        return isIncident(first) || isIncident(object.value(u"incident").toObject()) || isIncident(object);
    };
    recipe.paths.name = { u"title"_s, u"summary"_s, u"incident.title"_s, u"incident.summary"_s };
    recipe.paths.severity = {
        u"priority.summary"_s,
        u"urgency"_s,
        u"incident.priority.summary"_s,
        u"incident.urgency"_s,
    };
    recipe.paths.status = { u"status"_s, u"incident.status"_s };
    recipe.paths.startsAt = { u"created_at"_s, u"incident.created_at"_s };
    recipe.paths.endsAt = { u"resolved_at"_s, u"incident.resolved_at"_s };
    recipe.paths.service = { u"service.summary"_s, u"incident.service.summary"_s };
    recipe.paths.fingerprint = { u"id"_s, u"incident.id"_s };
    recipe.paths.links = { u"html_url"_s, u"incident.html_url"_s };
    recipe.paths.labels = { u""_s, u"incident"_s };
    recipe.each = u"incidents"_s;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
