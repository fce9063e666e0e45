// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertmanagerapiformat.h"

#include "alerts/alertgroup.h"

#include <QJsonArray>
#include <QSet>

#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isApiAlert(const QJsonObject &object)
{
    return object.value(u"labels").isObject()
        && (object.value(u"status").isObject() || object.contains(u"fingerprint"))
        && (object.contains(u"startsAt") || object.contains(u"annotations"));
}

bool isGroup(const QJsonObject &object)
{
    return object.value(u"labels").isObject() && object.value(u"receiver").isObject()
        && object.value(u"alerts").isArray();
}

/** The list, bare or as version 1 of the API wraps it. */
QJsonArray listIn(const QJsonValue &json)
{
    return json.isArray() ? json.toArray() : json.toObject().value(u"data").toArray();
}

} // namespace

QString AlertmanagerApiFormat::name() const
{
    return u"alertmanager-api"_s;
}

QString AlertmanagerApiFormat::title() const
{
    return u"Alertmanager API answer"_s;
}

QString AlertmanagerApiFormat::source() const
{
    return u"Alertmanager"_s;
}

bool AlertmanagerApiFormat::looksLikeMine(const PastedText &paste) const
{
    const QJsonObject first = listIn(paste.json).first().toObject();
    return isApiAlert(first) || isGroup(first) || isGroup(paste.json.toObject());
}

ParsedAlerts AlertmanagerApiFormat::parse(const PastedText &paste) const
{
    QJsonArray list = listIn(paste.json);
    if (isGroup(paste.json.toObject()))
        list = { paste.json };
    ParsedAlerts parsed;
    QSet<QString> known; // fingerprints
    for (const QJsonValue &element : std::as_const(list)) {
        const QJsonObject object = element.toObject();
        if (!isGroup(object)) {
            if (object.value(u"labels").isObject())
                parsed.alerts.append(readGroupedAlert(object, {}));
            continue;
        }
        const QJsonArray alerts = object.value(u"alerts").toArray();
        for (const QJsonValue &alert : alerts) {
            Alert read = readGroupedAlert(alert.toObject(), {});
            if (known.contains(read.fingerprint))
                continue; // one alert may be routed to several receivers
            if (!read.fingerprint.isEmpty())
                known.insert(read.fingerprint);
            parsed.alerts.append(std::move(read));
        }
    }
    return parsed;
}

} // namespace Handrail
