// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The state is a number. */
bool readState(Alert &alert, const QJsonObject &object)
{
    static const QList<AlertStatus> states = { AlertStatus::Resolved, AlertStatus::Firing,
                                               AlertStatus::Acknowledged, AlertStatus::Firing,
                                               AlertStatus::Firing };
    bool isNumber = false;
    const QString word = firstText(object, { u"state"_s });
    const int state = word.toInt(&isNumber);
    alert.status = isNumber ? states.value(state, AlertStatus::Unknown) : statusFromWord(word);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> libreNmsFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"librenms"_s;
    recipe.title = u"LibreNMS alert"_s;
    recipe.source = u"LibreNMS"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"title"_s, u"state"_s, u"severity"_s, u"hostname"_s })
            && (object.contains(u"elapsed") || object.contains(u"faults") || object.contains(u"device_id"));
    };
    recipe.paths.name = { u"name"_s, u"title"_s };
    recipe.paths.severity = { u"severity"_s };
    recipe.paths.startsAt = { u"timestamp"_s };
    recipe.paths.fingerprint = { u"uid"_s, u"id"_s };
    recipe.paths.labels = { u""_s };
    recipe.paths.annotations = { u"title"_s, u"msg"_s };
    recipe.adjust = readState;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
