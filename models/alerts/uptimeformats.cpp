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

/** The state is a number, the time is local and its zone stands beside it. */
bool readHeartbeat(Alert &alert, const QJsonObject &object)
{
    const int state = memberAt(object, u"heartbeat.status").toInt(-1);
    if (state == 0 || state == 1)
        alert.status = state == 0 ? AlertStatus::Firing : AlertStatus::Resolved;
    const QString local = firstText(object, { u"heartbeat.localDateTime"_s });
    alert.startsAt = timeFromText(local + firstText(object, { u"heartbeat.timezoneOffset"_s }));
    if (!alert.startsAt.isValid())
        alert.startsAt = timeFromJson(memberAt(object, u"heartbeat.time"), Zoneless::Utc);
    readTimeAsChange(alert);
    return true;
}

bool readChange(Alert &alert, const QJsonObject &)
{
    readTimeAsChange(alert);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> pingdomFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"pingdom"_s;
    recipe.title = u"Pingdom check"_s;
    recipe.source = u"Pingdom"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"check_id"_s, u"current_state"_s, u"previous_state"_s });
    };
    recipe.paths.name = { u"check_name"_s };
    recipe.paths.severity = { u"importance_level"_s };
    recipe.paths.status = { u"current_state"_s };
    recipe.paths.startsAt = { u"state_changed_timestamp"_s, u"state_changed_utc_time"_s };
    recipe.paths.fingerprint = { u"check_id"_s };
    recipe.paths.links = { u"check_params.full_url"_s };
    recipe.paths.labels = { u""_s, u"check_params"_s };
    recipe.paths.annotations = { u"description"_s, u"long_description"_s };
    recipe.paths.zoneless = Zoneless::Utc;
    recipe.adjust = readChange;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> uptimeKumaFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"uptime-kuma"_s;
    recipe.title = u"Uptime Kuma check"_s;
    recipe.source = u"Uptime Kuma"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"heartbeat"_s, u"monitor"_s, u"msg"_s });
    };
    recipe.paths.name = { u"monitor.name"_s };
    recipe.paths.fingerprint = { u"monitor.id"_s };
    recipe.paths.links = { u"monitor.url"_s };
    recipe.paths.labels = { u"monitor.tags"_s, u"monitor"_s };
    recipe.paths.annotations = { u"heartbeat.msg"_s, u"msg"_s };
    recipe.adjust = readHeartbeat;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> updownFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"updown"_s;
    recipe.title = u"updown.io check"_s;
    recipe.source = u"updown.io"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.value(u"event").toString().startsWith(u"check.") && object.value(u"check").isObject();
    };
    recipe.paths.name = { u"check.alias"_s, u"description"_s, u"check.url"_s };
    recipe.paths.status = { u"event"_s };
    recipe.paths.startsAt = { u"downtime.started_at"_s, u"check.down_since"_s, u"time"_s };
    recipe.paths.endsAt = { u"downtime.ended_at"_s };
    recipe.paths.fingerprint = { u"downtime.id"_s, u"check.token"_s };
    recipe.paths.links = { u"check.url"_s };
    recipe.paths.labels = { u"check"_s };
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
