// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** What shows a dashboard, as far as its address tells. */
enum class DashboardSystem {
    Unknown,
    Grafana,
    Kibana, ///< and OpenSearch Dashboards
    Datadog,
    CloudWatch,
    Prometheus, ///< and Thanos
    Alertmanager,
    Jaeger,
    Zipkin,
    Tempo,
    NewRelic,
    Splunk,
    Sentry,
    Honeycomb
};

/** Told by the host's name, else by the form of the path; a maker's own pages (grafana.com/docs) are no dashboards. */
DashboardSystem dashboardSystemOf(const QString &url);
inline bool isDashboard(const QString &url) { return dashboardSystemOf(url) != DashboardSystem::Unknown; }

QString nameOf(DashboardSystem system); ///< "Grafana"; empty for Unknown

} // namespace Handrail
