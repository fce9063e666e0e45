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

/** The severity "clear" is the only word for an end. */
bool readState(Alert &alert, const QJsonObject &)
{
    if (alert.severityNormalised != Severity::Unknown)
        alert.status =
            alert.severityNormalised == Severity::Info ? statusFromWord(alert.severity) : AlertStatus::Firing;
    readTimeAsChange(alert);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> netdataFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"netdata"_s;
    recipe.title = u"Netdata alert"_s;
    recipe.source = u"Netdata"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"alert"_s, u"chart"_s, u"context"_s, u"space"_s });
    };
    recipe.paths.name = { u"alert"_s };
    recipe.paths.severity = { u"severity"_s };
    recipe.paths.startsAt = { u"date"_s };
    recipe.paths.links = { u"alert_url"_s };
    recipe.paths.labels = { u""_s };
    recipe.paths.annotations = { u"message"_s, u"info"_s };
    recipe.adjust = readState;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
