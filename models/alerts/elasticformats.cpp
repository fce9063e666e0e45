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

bool isAlertDocument(const QJsonObject &object)
{
    return !firstText(object, { u"kibana.alert.rule.name"_s, u"_source.kibana.alert.rule.name"_s }).isEmpty();
}

/** A rule's action runs when it fires; only the group of the alert says that it is over. */
bool readActionGroup(Alert &alert, const QJsonObject &object)
{
    const QString group = firstText(object, { u"alert.actionGroup"_s, u"alertActionGroup"_s });
    if (alert.status == AlertStatus::Unknown)
        alert.status = group == u"recovered" ? AlertStatus::Resolved : AlertStatus::Firing;
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> kibanaAlertFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"kibana-alert"_s;
    recipe.title = u"Kibana alert document"_s;
    recipe.source = u"Kibana"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return isAlertDocument(object) || isAlertDocument(memberAt(object, u"hits.hits.0").toObject());
    };
    const auto both = [](const QStringList &keys) {
        QStringList paths = keys;
        for (const QString &key : keys)
            paths.append(u"_source."_s + key);
        return paths;
    };
    recipe.paths.name = both({ u"kibana.alert.rule.name"_s });
    recipe.paths.severity = both({ u"kibana.alert.severity"_s, u"kibana.alert.rule.severity"_s });
    recipe.paths.status = both({ u"kibana.alert.status"_s });
    recipe.paths.startsAt = both({ u"kibana.alert.start"_s, u"@timestamp"_s });
    recipe.paths.endsAt = both({ u"kibana.alert.end"_s });
    recipe.paths.service = both({ u"service.name"_s });
    recipe.paths.fingerprint = both({ u"kibana.alert.uuid"_s });
    recipe.paths.links = both({ u"kibana.alert.url"_s });
    recipe.paths.labels = { u""_s, u"_source"_s };
    recipe.paths.annotations = both({ u"kibana.alert.reason"_s });
    recipe.each = u"hits.hits"_s;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> kibanaRuleFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"kibana-rule"_s;
    recipe.title = u"Kibana rule action"_s;
    recipe.source = u"Kibana"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return memberAt(object, u"rule.name").isString()
            && (object.contains(u"kibanaBaseUrl") || memberAt(object, u"alert.actionGroup").isString());
    };
    recipe.paths.name = { u"rule.name"_s };
    recipe.paths.severity = { u"context.rule.severity"_s, u"context.severity"_s, u"severity"_s };
    recipe.paths.status = { u"context.alertState"_s };
    recipe.paths.startsAt = { u"date"_s, u"context.timestamp"_s };
    recipe.paths.service = { u"context.serviceName"_s, u"context.service.name"_s };
    recipe.paths.fingerprint = { u"alert.uuid"_s, u"alert.id"_s };
    recipe.paths.links = { u"context.alertDetailsUrl"_s, u"context.viewInAppUrl"_s, u"rule.url"_s,
                           u"context.link"_s };
    recipe.paths.labels = { u"context"_s, u"alert"_s };
    recipe.paths.annotations = { u"context.reason"_s, u"context.message"_s, u"message"_s };
    recipe.adjust = readActionGroup;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
