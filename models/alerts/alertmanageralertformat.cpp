// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertmanageralertformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alertgroup.h"

namespace Handrail {

using namespace Qt::StringLiterals;

QString AlertmanagerAlertFormat::name() const
{
    return u"alertmanager-alert"_s;
}

QString AlertmanagerAlertFormat::title() const
{
    return u"Alertmanager alert"_s;
}

QString AlertmanagerAlertFormat::source() const
{
    return u"Alertmanager"_s;
}

bool AlertmanagerAlertFormat::looksLikeMine(const PastedText &paste) const
{
    const QJsonObject object = paste.json.toObject();
    if (!object.value(u"labels").isObject() || object.value(u"alerts").isArray() || object.contains(u"expr"))
        return false;
    const QJsonObject labels = object.value(u"labels").toObject();
    return object.contains(u"startsAt") || object.contains(u"generatorURL") || object.contains(u"activeAt")
        || (labels.contains(u"alertname") && (object.contains(u"annotations") || object.contains(u"status")));
}

ParsedAlerts AlertmanagerAlertFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    parsed.alerts.append(readGroupedAlert(paste.json.toObject(), {}));
    if (parsed.alerts.first().status == AlertStatus::Unknown
        && paste.json.toObject().value(u"state").isUndefined() && !parsed.alerts.first().endsAt.isValid()) {
        parsed.alerts.first().status = AlertStatus::Firing;
        parsed.problems.append(takenAsFiring());
    }
    return parsed;
}

} // namespace Handrail
