// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The payload is what the group's first alert was made of; what it says of its state is older than the group. */
bool readPayload(Alert &alert, const QJsonObject &object)
{
    for (const QString &key : { u"annotations"_s, u"commonAnnotations"_s })
        merge(alert.annotations, labelsIn(memberAt(object, u"alert_payload."_s + key)));
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> grafanaOnCallFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"grafana-oncall"_s;
    recipe.title = u"Grafana OnCall webhook"_s;
    recipe.source = u"Grafana OnCall"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object.value(u"alert_group").toObject(), { u"id"_s, u"state"_s, u"title"_s });
    };
    recipe.paths.name = { u"alert_payload.labels.alertname"_s, u"alert_group.title"_s };
    recipe.paths.status = { u"alert_group.state"_s };
    recipe.paths.startsAt = { u"alert_group.created_at"_s };
    recipe.paths.endsAt = { u"alert_group.resolved_at"_s };
    recipe.paths.fingerprint = { u"alert_group.id"_s };
    recipe.paths.links = {
        u"alert_group.permalinks.web"_s,
        u"alert_payload.dashboardURL"_s,
        u"alert_payload.panelURL"_s,
        u"alert_payload.generatorURL"_s,
    };
    recipe.paths.labels = {
        u"alert_payload.labels"_s,
        u"alert_payload.commonLabels"_s,
        u"alert_group.labels"_s,
    };
    recipe.adjust = readPayload;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
