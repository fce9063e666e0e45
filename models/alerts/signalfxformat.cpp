// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/timeofchange.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Its "Minor" stands below a warning. */
bool readMinor(Alert &alert, const QJsonObject &)
{
    if (alert.severity == u"Minor")
        alert.severityNormalised = Severity::Info;
    readTimeAsChange(alert);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> signalFxFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"signalfx"_s;
    recipe.title = u"SignalFx (Splunk Observability) alert"_s;
    recipe.source = u"SignalFx"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.contains(u"statusExtended")
            && (object.contains(u"detectorUrl") || object.contains(u"incidentId"));
    };
    recipe.paths.name = { u"rule"_s, u"inputs.rule"_s, u"detector"_s, u"messageTitle"_s };
    recipe.paths.severity = { u"severity"_s };
    recipe.paths.status = { u"statusExtended"_s, u"status"_s };
    recipe.paths.startsAt = { u"timestampISO8601"_s, u"timestamp"_s };
    recipe.paths.fingerprint = { u"incidentId"_s };
    recipe.paths.links = { u"detectorUrl"_s };
    recipe.paths.runbook = { u"runbookUrl"_s, u"inputs.runbookUrl"_s };
    recipe.paths.labels = { u"dimensions"_s, u"inputs.dimensions"_s, u""_s };
    recipe.paths.annotations = { u"messageBody"_s, u"description"_s, u"inputs.description"_s, u"tip"_s };
    recipe.adjust = readMinor;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
