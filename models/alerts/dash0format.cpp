// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The status says how bad it is, until it says that it is over. */
bool readStatus(Alert &alert, const QJsonObject &)
{
    if (statusFromWord(alert.severity) == AlertStatus::Resolved)
        setSeverity(alert, {});
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> dash0Format()
{
    FieldsRecipe recipe;
    recipe.name = u"dash0"_s;
    recipe.title = u"Dash0 check"_s;
    recipe.source = u"Dash0"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.value(u"type").toString().startsWith(u"alert.")
            && memberAt(object, u"data.issue").isObject();
    };
    recipe.paths.name = { u"data.issue.summary"_s, u"data.issue.checkrules.0.name"_s };
    recipe.paths.severity = { u"data.issue.status"_s };
    recipe.paths.status = { u"type"_s, u"data.issue.status"_s };
    recipe.paths.startsAt = { u"data.issue.start"_s };
    recipe.paths.endsAt = { u"data.issue.end"_s };
    recipe.paths.fingerprint = { u"data.issue.id"_s };
    recipe.paths.links = { u"data.issue.url"_s };
    recipe.paths.labels = { u"data.issue.labels"_s, u"data.issue"_s };
    recipe.paths.annotations = { u"data.issue.description"_s };
    recipe.firingUnlessSaid = true;
    recipe.adjust = readStatus;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
