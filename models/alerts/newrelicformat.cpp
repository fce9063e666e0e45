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

bool readEntities(Alert &alert, const QJsonObject &object)
{
    if (alert.service.isEmpty())
        alert.service = firstText(object, { u"entitiesData.names"_s, u"impactedEntities"_s });
    if (!object.contains(u"createdAt") && !object.contains(u"createdAtUtc"))
        readTimeAsChange(alert); // the old webhooks name the time of the event only
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> newRelicFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"newrelic"_s;
    recipe.title = u"New Relic issue"_s;
    recipe.source = u"New Relic"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"condition_name"_s, u"policy_name"_s, u"current_state"_s })
            || hasMembers(object, { u"issueUrl"_s, u"priority"_s, u"state"_s });
    };
    recipe.paths.name = { u"condition_name"_s, u"title"_s, u"annotations.title"_s, u"alertConditionNames"_s };
    recipe.paths.severity = { u"severity"_s, u"priority"_s };
    recipe.paths.status = { u"current_state"_s, u"state"_s, u"stateText"_s };
    recipe.paths.startsAt = { u"createdAt"_s, u"timestamp"_s, u"createdAtUtc"_s, u"openedAt"_s };
    recipe.paths.endsAt = { u"closedAt"_s };
    recipe.paths.fingerprint = { u"incident_id"_s, u"id"_s, u"issueId"_s };
    recipe.paths.links = { u"incident_url"_s, u"issueUrl"_s, u"issuePageUrl"_s, u"policy_url"_s };
    recipe.paths.runbook = { u"runbook_url"_s };
    recipe.paths.labels = { u""_s, u"targets.0.labels"_s };
    recipe.paths.annotations = { u"details"_s, u"description"_s };
    recipe.adjust = readEntities;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
