// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "No severity" is the policy's own word for none; its labels may know better. */
bool readSeverity(Alert &alert, const QJsonObject &object)
{
    if (alert.severity.compare(u"No severity"_s, Qt::CaseInsensitive) == 0)
        setSeverity(alert, firstText(object, { u"incident.policy_user_labels.severity"_s }));
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> googleCloudFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"gcp-monitoring"_s;
    recipe.title = u"Google Cloud Monitoring incident"_s;
    recipe.source = u"Google Cloud Monitoring"_s;
    recipe.isMine = [](const QJsonObject &object) {
        const QJsonObject incident = object.value(u"incident").toObject();
        return incident.contains(u"incident_id")
            && (incident.contains(u"policy_name") || incident.contains(u"condition_name"));
    };
    recipe.paths.name = { u"incident.condition_name"_s, u"incident.policy_name"_s };
    recipe.paths.severity = { u"incident.severity"_s, u"incident.policy_user_labels.severity"_s };
    recipe.paths.status = { u"incident.state"_s };
    recipe.paths.startsAt = { u"incident.started_at"_s };
    recipe.paths.endsAt = { u"incident.ended_at"_s };
    recipe.paths.fingerprint = { u"incident.incident_id"_s };
    recipe.paths.links = { u"incident.url"_s };
    recipe.paths.labels = {
        u"incident.policy_user_labels"_s,
        u"incident.resource.labels"_s,
        u"incident.metric.labels"_s,
        u"incident.metadata.user_labels"_s,
        u"incident"_s,
    };
    recipe.paths.annotations = { u"incident.summary"_s, u"incident.documentation.content"_s };
    recipe.adjust = readSeverity;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
