// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

#include <memory>

namespace Handrail {

// JSON as each sender writes it, known by its keys. A new one is a recipe in a file of its own and a line in alertreader.cpp.
std::unique_ptr<AlertFormat> pagerDutyWebhookFormat();
std::unique_ptr<AlertFormat> pagerDutyMessagesFormat();
std::unique_ptr<AlertFormat> pagerDutyEventFormat();
std::unique_ptr<AlertFormat> pagerDutyIncidentFormat();
std::unique_ptr<AlertFormat> opsgenieFormat();
std::unique_ptr<AlertFormat> victorOpsFormat();
std::unique_ptr<AlertFormat> datadogFormat();
std::unique_ptr<AlertFormat> cloudWatchAlarmFormat();
std::unique_ptr<AlertFormat> eventBridgeFormat();
std::unique_ptr<AlertFormat> azureMonitorFormat();
std::unique_ptr<AlertFormat> googleCloudFormat();
std::unique_ptr<AlertFormat> sentryFormat();
std::unique_ptr<AlertFormat> newRelicFormat();
std::unique_ptr<AlertFormat> dynatraceFormat();
std::unique_ptr<AlertFormat> signalFxFormat();
std::unique_ptr<AlertFormat> dash0Format();
std::unique_ptr<AlertFormat> graylogFormat();
std::unique_ptr<AlertFormat> pingdomFormat();
std::unique_ptr<AlertFormat> uptimeKumaFormat();
std::unique_ptr<AlertFormat> updownFormat();
std::unique_ptr<AlertFormat> checkmkFormat();
std::unique_ptr<AlertFormat> thousandEyesFormat();
std::unique_ptr<AlertFormat> netdataFormat();
std::unique_ptr<AlertFormat> gitHubFormat();
std::unique_ptr<AlertFormat> grafanaLegacyFormat();
std::unique_ptr<AlertFormat> kubernetesEventsFormat();
std::unique_ptr<AlertFormat> splunkFormat();
std::unique_ptr<AlertFormat> libreNmsFormat();
std::unique_ptr<AlertFormat> elasticFormat();
std::unique_ptr<AlertFormat> grafanaOnCallFormat();

} // namespace Handrail
