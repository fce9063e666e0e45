// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QJsonObject>

namespace Handrail {

/**
 * What a group says for all its alerts: Alertmanager's webhook and everything that took over its shape. An alert's own values win
 * over the group's.
 */
struct AlertGroup
{
    AlertStatus status = AlertStatus::Unknown;
    Labels labels;
    Labels annotations;
};

/** One alert as Alertmanager, Grafana and Prometheus write it: labels, annotations, startsAt, generatorURL. */
Alert readGroupedAlert(const QJsonObject &object, const AlertGroup &group);

/** All alerts of a webhook's body. */
ParsedAlerts readAlertGroup(const QJsonObject &body);

} // namespace Handrail
