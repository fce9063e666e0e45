// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/timeofchange.h"

#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** DOWN and UNREACH say how bad a host is. */
bool readHostState(Alert &alert, const QJsonObject &)
{
    if (alert.severity == u"DOWN" || alert.severity.startsWith(u"UNREACH"))
        alert.severityNormalised = Severity::Critical;
    readTimeAsChange(alert);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> checkmkFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"checkmk"_s;
    recipe.title = u"Checkmk notification"_s;
    recipe.source = u"Checkmk"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"notification_type"_s, u"what"_s, u"event"_s });
    };
    recipe.paths.name = { u"summary"_s, u"service"_s, u"host"_s };
    recipe.paths.severity = { u"severity"_s, u"status"_s };
    recipe.paths.status = { u"notification_type"_s, u"event"_s, u"status"_s };
    recipe.paths.startsAt = { u"long_date_time"_s };
    recipe.paths.fingerprint = { u"id"_s };
    recipe.paths.links = { u"url"_s };
    recipe.paths.labels = { u""_s };
    recipe.paths.annotations = { u"output"_s, u"long_output"_s };
    recipe.adjust = readHostState;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
