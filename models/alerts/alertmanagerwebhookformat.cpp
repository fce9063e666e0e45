// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertmanagerwebhookformat.h"

#include "alerts/alertgroup.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isAlert(const QJsonObject &object)
{
    return object.value(u"labels").isObject()
        && (object.contains(u"annotations") || object.contains(u"startsAt"));
}

} // namespace

QString AlertmanagerWebhookFormat::name() const
{
    return u"alertmanager-webhook"_s;
}

QString AlertmanagerWebhookFormat::title() const
{
    return u"Alertmanager webhook"_s;
}

QString AlertmanagerWebhookFormat::source() const
{
    return u"Alertmanager"_s;
}

bool AlertmanagerWebhookFormat::looksLikeMine(const PastedText &paste) const
{
    const QJsonObject body = paste.json.toObject();
    const QJsonArray alerts = body.value(u"alerts").toArray();
    if (alerts.isEmpty())
        return hasMembers(body, { u"alerts"_s, u"groupKey"_s, u"receiver"_s });
    return isAlert(alerts.first().toObject());
}

ParsedAlerts AlertmanagerWebhookFormat::parse(const PastedText &paste) const
{
    return readAlertGroup(paste.json.toObject());
}

} // namespace Handrail
