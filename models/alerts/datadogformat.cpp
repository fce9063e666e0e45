// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/timeofchange.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "[P1] [Triggered on {host:a}] CPU is high" is priority, transition, scope and name. */
bool readTitle(Alert &alert, const QJsonObject &)
{
    static const QRegularExpression prefix(
        u"^\\s*\\[(P\\d|(?:Re-)?Triggered|Warn|Recovered|No data|Renotify)(?:\\s+on\\s+\\{([^}]*)\\})?\\]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (auto match = prefix.match(alert.name); match.hasMatch(); match = prefix.match(alert.name)) {
        const QString word = match.captured(1);
        if (word.size() == 2)
            setSeverity(alert, word);
        else if (alert.status == AlertStatus::Unknown)
            alert.status = statusFromWord(word);
        merge(alert.labels, labelsIn(match.captured(2)));
        alert.name.remove(0, match.capturedLength());
    }
    for (const QString &label : { u"title"_s, u"body"_s, u"last_updated"_s, u"date"_s })
        alert.labels.remove(label);
    readTimeAsChange(alert);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> datadogFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"datadog"_s;
    recipe.title = u"Datadog monitor"_s;
    recipe.source = u"Datadog"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"event_type"_s, u"last_updated"_s, u"title"_s })
            || object.contains(u"alert_transition") || object.contains(u"alerttransition")
            || hasMembers(object, { u"monitor_id"_s, u"scopes"_s })
            || object.value(u"body").toString().trimmed().startsWith(u"%%%");
    };
    recipe.paths.name = { u"title"_s, u"event_title"_s, u"alert_title"_s, u"monitor_name"_s, u"name"_s };
    recipe.paths.severity = {
        u"priority"_s, u"alert_priority"_s, u"alertpriority"_s, u"alert_type"_s, u"alerttype"_s,
    };
    recipe.paths.status = { u"alert_transition"_s, u"alerttransition"_s, u"transition"_s, u"alert_status"_s };
    recipe.paths.startsAt = { u"date"_s, u"alert_date"_s, u"event_date"_s, u"last_updated"_s };
    recipe.paths.fingerprint = { u"alert_id"_s, u"alertid"_s, u"aggreg_key"_s, u"id"_s };
    recipe.paths.links = { u"link"_s, u"url"_s, u"event_url"_s, u"alert_url"_s };
    recipe.paths.labels = { u"tags"_s, u"scope"_s, u"scopes"_s, u"alert_scope"_s, u""_s };
    recipe.paths.annotations = { u"body"_s, u"event_msg"_s, u"message"_s };
    recipe.adjust = readTitle;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
