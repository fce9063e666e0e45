// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/dashboardsystem.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestDashboardSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldByItsAddress_data()
    {
        QTest::addColumn<QString>("name");

        const auto rows = [](const QString &name, const QStringList &urls) {
            for (const QString &url : urls)
                QTest::newRow(qPrintable(url)) << name;
        };
        rows(u"Grafana"_s, { u"https://grafana.shop.example/d/orders"_s, u"https://dash.shop.example/d/aB3/orders?var-ns={{ns}}&from={{from}}"_s,
                             u"https://dash.shop.example/grafana/d/aB3/orders"_s, u"http://grafana-eu.shop.example:3000/"_s,
                             u"https://dash.shop.example/d-solo/aB3/orders?panelId=2"_s, u"https://shop.grafana.net/d/aB3"_s,
                             u"https://dash.shop.example/dashboard/db/nodes"_s,
                             u"https://dash.shop.example/explore?orgId=1&left=%7B%22datasource%22%3A%22loki%22%7D"_s });
        rows(u"Kibana"_s, { u"https://log.shop.example/app/kibana#/discover?_g=()"_s, u"https://x.example/app/discover#/?_g=(time:(from:now-1h))"_s,
                            u"https://search.shop.example/_dashboards/app/home"_s, u"https://kibana.shop.example/goto/abc"_s });
        rows(u"Datadog"_s, { u"https://app.datadoghq.com/dashboard/abc-def-ghi"_s, u"https://shop.datadoghq.eu/monitors/12"_s,
                             u"https://us5.datadoghq.com/logs?query=x"_s });
        rows(u"CloudWatch"_s, { u"https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards:name=Orders"_s,
                                u"https://console.aws.amazon.com/cloudwatch/deeplink.js?region=x#alarmsV2:"_s });
        rows(u"Prometheus"_s, { u"https://mon.shop.example/graph?g0.expr=up&g0.tab=1"_s, u"http://prometheus-k8s.example:9090/alerts"_s,
                                u"https://thanos-query.shop.example/graph"_s });
        rows(u"Alertmanager"_s, { u"https://mon.shop.example/#/alerts?receiver=x"_s, u"https://alertmanager.shop.example/"_s });
        rows(u"Jaeger"_s, { u"https://jaeger.shop.example/trace/abc"_s, u"https://t.shop.example/search?service=web&lookback=1h"_s });
        rows(u"Zipkin"_s, { u"https://t.shop.example/zipkin/traces/abc"_s });
        rows(u"Tempo"_s, { u"https://tempo.shop.example/trace/abc"_s });
        rows(u"New Relic"_s, { u"https://one.newrelic.com/dashboards/detail/x"_s, u"https://onenr.io/0abc"_s });
        rows(u"Splunk"_s, { u"https://shop.splunkcloud.com/en-US/app/search/search?q=x"_s, u"https://logs.shop.example/en-US/app/search/search?q=x"_s,
                            u"https://splunk.shop.example:8000/"_s });
        rows(u"Sentry"_s, { u"https://sentry.io/organizations/shop/issues/1"_s, u"https://shop.sentry.io/issues/1/"_s,
                            u"https://errors.shop.example/organizations/shop/issues/?query=x"_s });
        rows(u"Honeycomb"_s, { u"https://ui.honeycomb.io/shop/datasets/web"_s });
        rows(QString(), { u"https://grafana.com/docs/grafana/latest/"_s, u"https://prometheus.io/docs/alerting"_s, u"https://docs.datadoghq.com/logs"_s,
                          u"https://docs.sentry.io/issues/1"_s, u"https://github.com/grafana/grafana"_s, u"https://wiki.shop.example/d"_s,
                          u"https://github.com/prometheus/prometheus/graph"_s, u"https://shop.example/runbooks/prometheus-is-down.md"_s,
                          u"https://gitlab.com/shop/d/blob/main/a.md"_s, u"https://prometheus-community.github.io/helm-charts"_s,
                          u"ftp://grafana.shop.example/d/x"_s, u"grafana.shop.example/d/x"_s, u"../d/orders"_s, u""_s,
                          u"mailto:grafana@shop.example"_s, u"https://docs.aws.amazon.com/AmazonCloudWatch/latest"_s,
                          u"https://drive.google.com/file/d/1-az_Y/view"_s, u"https://files.example/file/d/1-az_Y/view"_s,
                          u"https://prometheus-operator.dev/docs/api-reference"_s, u"https://sentry.io/pricing"_s,
                          u"https://grafana.shop.example/docs/how-to"_s });
    }

    void isToldByItsAddress()
    {
        QFETCH(const QString, name);
        QCOMPARE(nameOf(dashboardSystemOf(QString::fromUtf8(QTest::currentDataTag()))), name);
    }

    void isQuickOnLongAddresses()
    {
        const QString url = u"https://"_s + QString(100'000, u'a') + u".example/"_s + u"d/a?left="_s.repeated(100'000);
        dashboardSystemOf(url);
        dashboardSystemOf(u"https://x.example/search?"_s + u"service=&"_s.repeated(100'000));
    }
};

QTEST_GUILESS_MAIN(TestDashboardSystem)
#include "tst_dashboardsystem.moc"
