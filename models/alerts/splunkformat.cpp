// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

std::unique_ptr<AlertFormat> splunkFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"splunk"_s;
    recipe.title = u"Splunk saved search"_s;
    recipe.source = u"Splunk"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"search_name"_s, u"results_link"_s });
    };
    recipe.paths.name = { u"search_name"_s };
    recipe.paths.severity = { u"result.severity"_s, u"severity"_s };
    recipe.paths.startsAt = { u"result._time"_s, u"trigger_time"_s };
    recipe.paths.service = { u"result.service"_s, u"result.service_name"_s };
    recipe.paths.fingerprint = { u"sid"_s };
    recipe.paths.links = { u"results_link"_s };
    recipe.paths.labels = { u"result"_s };
    recipe.firingUnlessSaid = true;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
