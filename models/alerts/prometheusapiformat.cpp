// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/prometheusapiformat.h"

#include "alerts/alertgroup.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The alerts of alerting rules; recording rules have none. */
void addRules(ParsedAlerts &parsed, const QJsonArray &groups)
{
    for (const QJsonValue &group : groups) {
        const QJsonArray rules = group.toObject().value(u"rules").toArray();
        for (const QJsonValue &rule : rules) {
            AlertGroup common;
            common.labels = labelsIn(rule.toObject().value(u"labels"));
            common.annotations = labelsIn(rule.toObject().value(u"annotations"));
            const QJsonArray alerts = rule.toObject().value(u"alerts").toArray();
            for (const QJsonValue &alert : alerts) {
                parsed.alerts.append(readGroupedAlert(alert.toObject(), common));
                if (parsed.alerts.last().name.isEmpty())
                    parsed.alerts.last().name = scalarText(rule.toObject().value(u"name"));
            }
        }
    }
}

} // namespace

QString PrometheusApiFormat::name() const
{
    return u"prometheus-api"_s;
}

QString PrometheusApiFormat::title() const
{
    return u"Prometheus API answer"_s;
}

QString PrometheusApiFormat::source() const
{
    return u"Prometheus"_s;
}

bool PrometheusApiFormat::looksLikeMine(const PastedText &paste) const
{
    const QJsonObject body = paste.json.toObject();
    const QJsonObject content = body.value(u"data").toObject();
    return body.contains(u"status")
        && (content.value(u"alerts").isArray() || content.value(u"groups").isArray());
}

ParsedAlerts PrometheusApiFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const QJsonObject content = paste.json.toObject().value(u"data").toObject();
    const QJsonArray alerts = content.value(u"alerts").toArray();
    for (const QJsonValue &alert : alerts)
        parsed.alerts.append(readGroupedAlert(alert.toObject(), {}));
    addRules(parsed, content.value(u"groups").toArray());
    return parsed;
}

} // namespace Handrail
