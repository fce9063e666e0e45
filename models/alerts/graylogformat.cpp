// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** 1 is low and 4 is the worst: the opposite of most. A stream's old callback also says that nothing was found. */
bool readPriority(Alert &alert, const QJsonObject &object)
{
    if (memberAt(object, u"check_result.triggered") == QJsonValue(false))
        return false;
    static const QList<Severity> scale = { Severity::Unknown, Severity::Info, Severity::Warning,
                                           Severity::High, Severity::Critical };
    alert.severityNormalised = scale.value(alert.severity.toInt(), Severity::Unknown);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> graylogFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"graylog"_s;
    recipe.title = u"Graylog event"_s;
    recipe.source = u"Graylog"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"event_definition_id"_s, u"event"_s })
            || memberAt(object, u"check_result.triggered").isBool();
    };
    recipe.paths.name = {
        u"event_definition_title"_s,
        u"event.message"_s,
        u"check_result.triggered_condition.title"_s,
        u"stream.title"_s,
    };
    recipe.paths.severity = { u"event.priority"_s };
    recipe.paths.startsAt = { u"event.timestamp"_s, u"check_result.triggered_at"_s };
    recipe.paths.fingerprint = { u"event.id"_s };
    recipe.paths.labels = { u"event"_s, u"event.fields"_s, u"event.group_by_fields"_s };
    recipe.paths.annotations = {
        u"event_definition_description"_s,
        u"event.message"_s,
        u"check_result.result_description"_s,
        u"stream.description"_s,
    };
    recipe.firingUnlessSaid = true;
    recipe.adjust = readPriority;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
