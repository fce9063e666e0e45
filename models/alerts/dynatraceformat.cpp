// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Dynatrace's words are kinds of harm, not steps of a scale. */
bool readProblem(Alert &alert, const QJsonObject &object)
{
    const QString kind = alert.severity;
    if (kind == u"AVAILABILITY")
        alert.severityNormalised = Severity::High;
    else if (kind == u"ERROR")
        alert.severityNormalised = Severity::Critical;
    else if (kind.startsWith(u"PERFORMANCE") || kind.startsWith(u"RESOURCE"))
        alert.severityNormalised = Severity::Warning;
    const QJsonArray entities = object.value(u"ImpactedEntities").toArray();
    for (const QJsonValue &entity : entities) {
        if (alert.service.isEmpty() && firstText(entity, { u"type"_s }) == u"SERVICE")
            alert.service = firstText(entity, { u"name"_s });
    }
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> dynatraceFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"dynatrace"_s;
    recipe.title = u"Dynatrace problem"_s;
    recipe.source = u"Dynatrace"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return (object.contains(u"ProblemID") || object.contains(u"PID"))
            && hasMembers(object, { u"State"_s, u"ProblemTitle"_s });
    };
    recipe.paths.name = { u"ProblemTitle"_s };
    recipe.paths.severity = { u"ProblemSeverity"_s };
    recipe.paths.status = { u"State"_s };
    recipe.paths.fingerprint = { u"PID"_s, u"ProblemID"_s };
    recipe.paths.links = { u"Problem URL"_s, u"ProblemURL"_s };
    recipe.paths.labels = { u""_s, u"Tags"_s };
    recipe.paths.annotations = { u"ProblemDetailsText"_s };
    recipe.adjust = readProblem;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
