// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/timeofchange.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** What is about the alert: a hit's document, or the variables of a rule, which some put under "kibana". */
QJsonObject alertIn(const QJsonObject &object)
{
    if (object.value(u"_source").isObject())
        return object.value(u"_source").toObject();
    QJsonObject inside = object;
    const QJsonObject kibana = inside.take(u"kibana").toObject();
    for (auto member = kibana.begin(); member != kibana.end(); ++member)
        inside.insert(member.key(), member.value());
    return inside;
}

bool isKibana(const QJsonObject &object)
{
    const QJsonObject inside = alertIn(object);
    const QStringList keys = inside.keys();
    if (std::any_of(keys.begin(), keys.end(),
                    [](const QString &key) { return key.startsWith(u"kibana.alert."); }))
        return true;
    return memberAt(inside, u"rule.name").isString()
        && (memberAt(inside, u"alert.actionGroup").isString() || inside.contains(u"kibanaBaseUrl"));
}

/** An action group is the rule's own word; any but "recovered" means that its condition is met. */
AlertStatus statusIn(const QJsonObject &inside)
{
    const QString group = firstText(inside, { u"alert.actionGroup"_s });
    const AlertStatus status = statusFromWord(group);
    return group.isEmpty() || status != AlertStatus::Unknown ? status : AlertStatus::Firing;
}

bool readRule(Alert &alert, const QJsonObject &object)
{
    const QJsonObject inside = alertIn(object);
    FieldPaths paths;
    paths.name = { u"kibana.alert.rule.name"_s, u"rule.name"_s };
    paths.severity = { u"kibana.alert.severity"_s, u"context.rule.severity"_s };
    paths.status = { u"kibana.alert.status"_s };
    paths.startsAt = { u"kibana.alert.start"_s };
    paths.endsAt = { u"kibana.alert.end"_s };
    paths.fingerprint = { u"kibana.alert.uuid"_s, u"alert.uuid"_s, u"alert.id"_s };
    paths.links = {
        u"kibana.alert.url"_s,
        u"context.alertDetailsUrl"_s,
        u"context.viewInAppUrl"_s,
        u"rule.url"_s,
    };
    paths.labels = { u"rule.tags"_s, u"kibana.alert.rule.tags"_s, u"tags"_s, u"alert"_s, QString() };
    paths.annotations = { u"kibana.alert.reason"_s, u"context.reason"_s, u"context.message"_s };
    alert = readFields(inside, paths);
    if (alert.status == AlertStatus::Unknown)
        alert.status = statusIn(inside);
    if (!alert.startsAt.isValid()) {
        alert.startsAt = timeFromJson(inside.value(u"date"));
        readTimeAsChange(alert);
    }
    return !alert.name.isEmpty();
}

} // namespace

std::unique_ptr<AlertFormat> elasticFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"elastic"_s;
    recipe.title = u"Elastic (Kibana) alert"_s;
    recipe.source = u"Elastic"_s;
    recipe.isMine = isKibana;
    recipe.adjust = readRule;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
