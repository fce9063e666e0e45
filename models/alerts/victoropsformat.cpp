// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/timeofchange.h"
#include "alerts/words.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** One word says how bad it is and whether it is over. */
bool readMessageType(Alert &alert, const QJsonObject &object)
{
    const QString type = foldedWord(alert.severity);
    alert.status = statusFromWord(type);
    if (type == u"critical" || type == u"warning" || type == u"info")
        alert.status = AlertStatus::Firing;
    if (alert.severityNormalised == Severity::Unknown)
        alert.severity.clear(); // RECOVERY and ACKNOWLEDGEMENT do not say how bad it is
    readTimeAsChange(alert);
    alert.name = withoutEntities(alert.name);
    for (const QString &key : { u"routingKey"_s, u"routing_key"_s }) { // a team's name here, not a secret
        if (const QString value = firstText(object, { key }); !value.isEmpty())
            alert.labels.insert(key, value);
    }
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> victorOpsFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"victorops"_s;
    recipe.title = u"VictorOps (Splunk On-Call) alert"_s;
    recipe.source = u"VictorOps"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return (object.contains(u"messageType") || object.contains(u"message_type"))
            && (object.contains(u"entityId") || object.contains(u"entity_id"));
    };
    recipe.paths.name = {
        u"entityDisplayName"_s, u"entity_display_name"_s, u"message"_s, u"entityId"_s, u"entity_id"_s,
    };
    recipe.paths.severity = { u"messageType"_s, u"message_type"_s };
    recipe.paths.startsAt = { u"stateStartTime"_s, u"state_start_time"_s, u"timestamp"_s, u"@timestamp"_s };
    recipe.paths.fingerprint = { u"entityId"_s, u"entity_id"_s };
    recipe.paths.links = { u"alert_url"_s, u"alertUrl"_s, u"incident_url"_s };
    recipe.paths.labels = { u""_s };
    recipe.paths.annotations = { u"stateMessage"_s, u"state_message"_s };
    recipe.adjust = readMessageType;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
