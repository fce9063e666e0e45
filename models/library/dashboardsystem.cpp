// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/dashboardsystem.h"

#include <QRegularExpression>
#include <QUrl>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** How one system is known: either pattern may be empty, then it says nothing. Both are about lower case. */
struct Sign
{
    DashboardSystem system;
    QRegularExpression host;
    QRegularExpression place; ///< path, query and fragment
};

Sign sign(DashboardSystem system, const QString &host, const QString &place)
{
    return { system, QRegularExpression(host), QRegularExpression(place) };
}

/** A host one of whose words is @p word: "grafana.shop.example", "grafana-eu.shop.example", "log-kibana.example". */
QString hostWord(const QString &word)
{
    return u"(^|[.-])(%1)[0-9]*([.-]|$)"_s.arg(word);
}

/** The first that fits counts. Rows with host and place need both. */
const QList<Sign> &signs()
{
    using enum DashboardSystem;
    static const QList<Sign> list {
        // Services of their makers: the host is enough, or host and path where it has other pages too.
        sign(Datadog, u"(^|\\.)(datadoghq\\.(com|eu)|ddog-gov\\.com)$"_s,
             u"^/(dash|dashboard|screen|monitors?|logs|apm|metric|infrastructure|notebook|rum|event|incidents|services?|software|synthetics|process|network|slo|s/|sb/)"_s),
        sign(CloudWatch, u"(^|[.-])console\\.(aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn)$"_s, u"^/cloudwatch"_s),
        sign(NewRelic, u"^(one|one\\.eu|rpm|insights|synthetics|infrastructure)\\.newrelic\\.com$|^onenr\\.io$"_s, {}),
        sign(Splunk, u"\\.splunkcloud\\.com$|^app\\.[a-z0-9-]+\\.signalfx\\.com$|\\.observability\\.splunkcloud\\.com$"_s, {}),
        sign(Sentry, u"(^|\\.)sentry\\.io$"_s, u"^/(organizations/|issues/|performance/|dashboards?/|alerts/|discover/|[^/]+/[^/]+/issues/)"_s),
        sign(Sentry, u"\\.sentry\\.io$"_s, {}),
        sign(Honeycomb, u"^ui(\\.eu1)?\\.honeycomb\\.io$"_s, {}),
        // Paths that only one system has, whatever the host is called.
        sign(Grafana, {}, u"^(/[^/?#]*(graf|mon|dash|metric|stat)[^/?#]*)?/(d|d-solo|dashboard/(db|file|script|snapshot))/[^/?#]+|/explore\\?.*\\b(left|panes|schemaversion)="_s),
        sign(Kibana, {}, u"/app/(kibana|discover|dashboards|visualize|lens|logs|apm|metrics|uptime|observability|data-explorer|opensearch|management)\\b|/_plugin/kibana|/_dashboards(/|$)"_s),
        sign(Prometheus, {}, u"/(graph|query)\\?.*\\bg0\\."_s),
        sign(Alertmanager, {}, u"^[^?]*/#/(alerts|silences)\\b"_s),
        sign(Zipkin, {}, u"^/zipkin(/|$)"_s),
        sign(Jaeger, {}, u"^/jaeger(/|$)|^/search\\?.*\\bservice=.*\\b(lookback|operation)="_s),
        sign(Splunk, {}, u"^(/[a-z]{2}-[a-z]{2})?/app/[a-z0-9_]+/(search|[a-z0-9_]*dashboard|report)\\b"_s),
        sign(Sentry, {}, u"^/organizations/[^/]+/(issues|performance|dashboards?|alerts|discover)\\b"_s),
        // Hosts that say it.
        sign(Alertmanager, hostWord(u"alertmanager|alerts-manager"_s), {}),
        sign(Prometheus, hostWord(u"prometheus|prom|thanos(-query)?"_s), {}),
        sign(Kibana, hostWord(u"kibana|opensearch|opensearch-dashboards"_s), {}),
        sign(Jaeger, hostWord(u"jaeger"_s), {}),
        sign(Zipkin, hostWord(u"zipkin"_s), {}),
        sign(Tempo, hostWord(u"tempo"_s), {}),
        sign(Splunk, hostWord(u"splunk"_s), {}),
        sign(Sentry, u"(^|[.-])sentry[0-9]*([.-](?!io$)|$)"_s, {}),
        sign(Grafana, hostWord(u"grafana"_s), {}),
    };
    return list;
}

/** Pages about a system, not of one. */
bool isMakersSite(const QString &host)
{
    static const QRegularExpression form(
        u"^(www\\.|docs\\.|blog\\.|help\\.|support\\.|status\\.|community\\.|play\\.|drive\\.)?"
        "(google\\.com|grafana\\.com|grafana\\.org|prometheus\\.io|prometheus-operator\\.dev|thanos\\.io|jaegertracing\\.io|zipkin\\.io|splunk\\.com|opensearch\\.org)$"
        "|^(docs|blog|help|develop|status|www|community|support)\\.|\\.github\\.io$|^(www\\.)?(github|gitlab|bitbucket)\\.(com|org)$"_s);
    return form.match(host).hasMatch();
}

} // namespace

DashboardSystem dashboardSystemOf(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::TolerantMode);
    if (parsed.scheme() != u"https" && parsed.scheme() != u"http")
        return DashboardSystem::Unknown;
    const QString host = parsed.host().toLower();
    if (host.isEmpty() || isMakersSite(host))
        return DashboardSystem::Unknown;
    const QString place = parsed.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).left(2048).toLower();
    if (place.startsWith(u"/docs/"))
        return DashboardSystem::Unknown;
    for (const Sign &each : signs()) {
        const bool hostFits = each.host.pattern().isEmpty() || each.host.match(host).hasMatch();
        if (hostFits && (each.place.pattern().isEmpty() || each.place.match(place).hasMatch()))
            return each.system;
    }
    return DashboardSystem::Unknown;
}

QString nameOf(DashboardSystem system)
{
    switch (system) {
    case DashboardSystem::Unknown:
        return {};
    case DashboardSystem::Grafana:
        return u"Grafana"_s;
    case DashboardSystem::Kibana:
        return u"Kibana"_s;
    case DashboardSystem::Datadog:
        return u"Datadog"_s;
    case DashboardSystem::CloudWatch:
        return u"CloudWatch"_s;
    case DashboardSystem::Prometheus:
        return u"Prometheus"_s;
    case DashboardSystem::Alertmanager:
        return u"Alertmanager"_s;
    case DashboardSystem::Jaeger:
        return u"Jaeger"_s;
    case DashboardSystem::Zipkin:
        return u"Zipkin"_s;
    case DashboardSystem::Tempo:
        return u"Tempo"_s;
    case DashboardSystem::NewRelic:
        return u"New Relic"_s;
    case DashboardSystem::Splunk:
        return u"Splunk"_s;
    case DashboardSystem::Sentry:
        return u"Sentry"_s;
    case DashboardSystem::Honeycomb:
        break;
    }
    return u"Honeycomb"_s;
}

} // namespace Handrail
