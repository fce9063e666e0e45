// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

std::unique_ptr<AlertFormat> thousandEyesFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"thousandeyes"_s;
    recipe.title = u"ThousandEyes alert"_s;
    recipe.source = u"ThousandEyes"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.contains(u"eventType") && memberAt(object, u"alert.ruleName").isString();
    };
    recipe.paths.name = { u"alert.ruleName"_s };
    recipe.paths.severity = { u"alert.severity"_s };
    recipe.paths.status = { u"eventType"_s };
    recipe.paths.startsAt = { u"alert.dateStartZoned"_s, u"alert.dateStart"_s };
    recipe.paths.endsAt = { u"alert.dateEndZoned"_s, u"alert.dateEnd"_s };
    recipe.paths.fingerprint = { u"eventId"_s, u"alert.alertId"_s };
    recipe.paths.links = { u"alert.permalink"_s };
    recipe.paths.labels = { u"alert"_s };
    recipe.paths.zoneless = Zoneless::Utc;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
