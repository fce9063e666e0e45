// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Sev0 is the worst of five. */
bool readSeverity(Alert &alert, const QJsonObject &)
{
    static const QList<Severity> scale = { Severity::Critical, Severity::High, Severity::Warning,
                                           Severity::Info, Severity::Info };
    const int step = alert.severity.right(1).toInt();
    if (alert.severity.startsWith(u"Sev") && step < scale.size())
        alert.severityNormalised = scale.at(step);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> azureMonitorFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"azure-monitor"_s;
    recipe.title = u"Azure Monitor alert"_s;
    recipe.source = u"Azure Monitor"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.value(u"schemaId").toString() == u"azureMonitorCommonAlertSchema"
            || memberAt(object, u"data.essentials").isObject();
    };
    recipe.paths.name = { u"data.essentials.alertRule"_s, u"data.essentials.alertRuleName"_s };
    recipe.paths.severity = { u"data.essentials.severity"_s };
    recipe.paths.status = { u"data.essentials.monitorCondition"_s };
    recipe.paths.startsAt = { u"data.essentials.firedDateTime"_s };
    recipe.paths.endsAt = { u"data.essentials.resolvedDateTime"_s };
    recipe.paths.fingerprint = { u"data.essentials.alertId"_s };
    recipe.paths.links = {
        u"data.essentials.investigationLink"_s,
        u"data.alertContext.condition.allOf.0.linkToSearchResultsUI"_s,
        u"data.alertContext.LinkToSearchResults"_s,
    };
    recipe.paths.labels = {
        u"data.essentials"_s,
        u"data.alertContext.condition.allOf.0.dimensions"_s,
        u"data.customProperties"_s,
        u"data.alertContext.condition.allOf.0"_s,
    };
    recipe.paths.annotations = { u"data.essentials.description"_s };
    recipe.adjust = readSeverity;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
