// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Priorities are 1 to 5 in older payloads; 1 is the worst. */
bool readPriority(Alert &alert, const QJsonObject &)
{
    if (alert.severity.size() == 1 && alert.severity.front().isDigit())
        alert.severityNormalised = severityFromWord(u'P' + alert.severity);
    alert.labels.remove(u"message"_s);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> opsgenieFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"opsgenie"_s;
    recipe.title = u"Opsgenie or Jira Service Management alert"_s;
    recipe.source = u"Opsgenie"_s;
    recipe.isMine = [](const QJsonObject &object) {
        const QJsonObject alert = object.value(u"alert").toObject();
        return object.contains(u"action") && (alert.contains(u"alertId") || alert.contains(u"tinyId"));
    };
    recipe.paths.name = { u"alert.message"_s };
    recipe.paths.severity = { u"alert.priority"_s };
    recipe.paths.status = { u"action"_s };
    recipe.paths.startsAt = { u"alert.createdAt"_s, u"alert.insertedAt"_s };
    recipe.paths.service = { u"alert.entity"_s };
    recipe.paths.fingerprint = { u"alert.alias"_s, u"alert.alertId"_s };
    recipe.paths.labels = { u"alert"_s, u"alert.details"_s, u"alert.tags"_s };
    recipe.paths.annotations = { u"alert.description"_s, u"alert.note"_s };
    recipe.adjust = readPriority;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
