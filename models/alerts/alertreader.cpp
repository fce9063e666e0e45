// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertreader.h"

#include "alerts/alertmanageralertformat.h"
#include "alerts/alertmanagerapiformat.h"
#include "alerts/alertmanagertextformat.h"
#include "alerts/alertmanagerwebhookformat.h"
#include "alerts/alertruleformat.h"
#include "alerts/amtoolformat.h"
#include "alerts/anyjsonformat.h"
#include "alerts/grafanaunifiedformat.h"
#include "alerts/kubernetestableformat.h"
#include "alerts/nagiosmailformat.h"
#include "alerts/pasteopener.h"
#include "alerts/plaintextformat.h"
#include "alerts/prometheusapiformat.h"
#include "alerts/senderformats.h"
#include "alerts/systemdstatusformat.h"
#include "alerts/zabbixformat.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Formats = std::vector<std::unique_ptr<AlertFormat>>;

/** Every format, the particular before the general. */
Formats allFormats()
{
    Formats formats;
    formats.push_back(std::make_unique<GrafanaUnifiedFormat>());
    formats.push_back(std::make_unique<AlertmanagerWebhookFormat>());
    formats.push_back(std::make_unique<AlertmanagerApiFormat>());
    formats.push_back(std::make_unique<AlertmanagerAlertFormat>());
    formats.push_back(std::make_unique<PrometheusApiFormat>());
    for (const auto make : { grafanaLegacyFormat,
                             pagerDutyWebhookFormat,
                             pagerDutyMessagesFormat,
                             pagerDutyEventFormat,
                             pagerDutyIncidentFormat,
                             opsgenieFormat,
                             victorOpsFormat,
                             cloudWatchAlarmFormat,
                             eventBridgeFormat,
                             azureMonitorFormat,
                             googleCloudFormat,
                             sentryFormat,
                             newRelicFormat,
                             dynatraceFormat,
                             signalFxFormat,
                             dash0Format,
                             graylogFormat,
                             pingdomFormat,
                             uptimeKumaFormat,
                             updownFormat,
                             checkmkFormat,
                             thousandEyesFormat,
                             netdataFormat,
                             kubernetesEventsFormat,
                             gitHubFormat,
                             splunkFormat,
                             libreNmsFormat,
                             elasticFormat,
                             grafanaOnCallFormat,
                             datadogFormat })
        formats.push_back(make());
    formats.push_back(std::make_unique<AmtoolFormat>());
    formats.push_back(std::make_unique<KubernetesTableFormat>());
    formats.push_back(std::make_unique<SystemdStatusFormat>());
    formats.push_back(std::make_unique<NagiosMailFormat>());
    formats.push_back(std::make_unique<ZabbixFormat>());
    formats.push_back(std::make_unique<AlertRuleFormat>());
    formats.push_back(std::make_unique<AlertmanagerTextFormat>());
    formats.push_back(std::make_unique<AnyJsonFormat>());
    formats.push_back(std::make_unique<PlainTextFormat>());
    return formats;
}

QString shortened(const QString &pasted)
{
    return pasted.size() <= AlertReader::maximumLength ? pasted : pasted.first(AlertReader::maximumLength);
}

/** @p parsed with the text it was read from, and a word about what of @p pasted was not read. */
ParsedAlerts finished(ParsedAlerts parsed, const QString &text, const QString &pasted)
{
    parsed.text = text;
    if (text.size() < pasted.size()) {
        parsed.problems.prepend({ Problem::Severity::Warning,
                                  u"The text is longer than an alert can be; only its first million "
                                  u"characters were taken. Paste the "
                                  u"part that matters."_s,
                                  0 });
    }
    return parsed;
}

} // namespace

AlertReader::AlertReader()
    : m_formats(allFormats())
{
}

AlertReader::~AlertReader() = default;

ParsedAlerts AlertReader::read(const QString &pasted) const
{
    const QString text = shortened(pasted);
    ParsedAlerts parsed = PasteOpener(m_formats).read(text);
    if (parsed.alerts.isEmpty() && parsed.problems.isEmpty() && !text.trimmed().isEmpty()) {
        parsed.problems.append(
            { Problem::Severity::Note,
              u"No alert was recognised; the text was kept. Type the alert's name to go on."_s, 0 });
    }
    return finished(std::move(parsed), text, pasted);
}

ParsedAlerts AlertReader::readAs(const QString &format, const QString &pasted) const
{
    const QString text = shortened(pasted);
    ParsedAlerts parsed = PasteOpener(m_formats, format).read(text);
    const auto saysNothing = [](const Alert &alert) { return titleOf(alert).isEmpty(); };
    parsed.alerts.removeIf(saysNothing);
    parsed.format = format;
    if (parsed.alerts.isEmpty()) {
        parsed.problems.append(
            { Problem::Severity::Warning, u"Nothing in the text reads as %1."_s.arg(formatTitle(format)), 0 });
    }
    return finished(std::move(parsed), text, pasted);
}

QList<AlertReader::FormatName> AlertReader::formats() const
{
    QList<FormatName> names;
    for (const auto &format : m_formats)
        names.append({ format->name(), format->title() });
    std::sort(names.begin(), names.end(), [](const FormatName &a, const FormatName &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    return names;
}

QString AlertReader::formatTitle(const QString &name) const
{
    const auto found = std::find_if(m_formats.begin(), m_formats.end(),
                                    [&](const auto &format) { return format->name() == name; });
    return found == m_formats.end() ? name : (*found)->title();
}

} // namespace Handrail
