// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "no_data" is a fault of its own; "paused" and "pending" are neither firing nor over. */
bool readState(Alert &alert, const QJsonObject &object)
{
    const QString state = firstText(object, { u"state"_s });
    if (state == u"paused" || state == u"pending")
        alert.status = AlertStatus::Unknown;
    if (alert.name.startsWith(u'['))
        alert.name = alert.name.section(u"] "_s, 1);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> grafanaLegacyFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"grafana-legacy"_s;
    recipe.title = u"Grafana legacy alert"_s;
    recipe.source = u"Grafana"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.contains(u"evalMatches")
            || hasMembers(object, { u"ruleName"_s, u"ruleUrl"_s, u"state"_s });
    };
    recipe.paths.name = { u"ruleName"_s, u"title"_s };
    recipe.paths.severity = { u"tags.severity"_s };
    recipe.paths.status = { u"state"_s };
    recipe.paths.fingerprint = { u"ruleId"_s };
    recipe.paths.links = { u"ruleUrl"_s };
    recipe.paths.labels = { u"tags"_s, u"evalMatches.0.tags"_s };
    recipe.paths.annotations = { u"message"_s, u"title"_s };
    recipe.adjust = readState;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
