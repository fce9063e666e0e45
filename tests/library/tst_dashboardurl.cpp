// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/dashboardurl.h"

#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(int hour, int minute)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, minute), QTimeZone::utc());
}

const QHash<QString, QString> &labels()
{
    static const QHash<QString, QString> values { { u"namespace"_s, u"parcels"_s },
                                                  { u"Pod-Name"_s, u"api-7d9/0"_s },
                                                  { u"route"_s, u"/a b?c=d&e#f%20"_s },
                                                  { u"end"_s, u"west"_s },
                                                  { u"from"_s, u"a label"_s },
                                                  { u"climb"_s, u".."_s },
                                                  { u"hidden"_s, u"a\u202eb"_s },
                                                  { u"lines"_s, u"a\nb"_s },
                                                  { u"long"_s, QString(5000, u'a') },
                                                  { u"empty"_s, QString() } };
    return values;
}

FilledUrl filled(const QString &url)
{
    return fillDashboardUrl(url, labels(), { utc(9, 0), utc(11, 0) });
}

} // namespace

class TestDashboardUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInEveryForm_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");

        const QString done = u"https://x.example/d/a?ns=parcels"_s;
        QTest::newRow("double braces") << u"https://x.example/d/a?ns={{namespace}}"_s << done;
        QTest::newRow("with blanks") << u"https://x.example/d/a?ns={{ namespace }}"_s << done;
        QTest::newRow("Go template") << u"https://x.example/d/a?ns={{ $labels.namespace }}"_s << done;
        QTest::newRow("Alertmanager's template") << u"https://x.example/d/a?ns={{ .CommonLabels.namespace }}"_s << done;
        QTest::newRow("dollar") << u"https://x.example/d/a?ns=${namespace}"_s << done;
        QTest::newRow("braces") << u"https://x.example/d/a?ns={namespace}"_s << done;
        QTest::newRow("angles") << u"https://x.example/d/a?ns=<namespace>"_s << done;
        QTest::newRow("other case and dashes") << u"https://x.example/d/a?pod={POD_NAME}"_s << u"https://x.example/d/a?pod=api-7d9%2F0"_s;
        QTest::newRow("twice") << u"https://x.example/{namespace}/{namespace}"_s << u"https://x.example/parcels/parcels"_s;
        QTest::newRow("nothing changes the rest") << u"https://x.example/d/a?r={route}&b=1#top"_s
                                                  << u"https://x.example/d/a?r=%2Fa%20b%3Fc%3Dd%26e%23f%2520&b=1#top"_s;
        QTest::newRow("in the fragment") << u"https://x.example/app/kibana#/d?q='{namespace}'"_s
                                         << u"https://x.example/app/kibana#/d?q='parcels'"_s;
        QTest::newRow("not PromQL") << u"https://x.example/graph?g0.expr=up{job=\"a\"}&ns={namespace}"_s
                                    << u"https://x.example/graph?g0.expr=up{job=\"a\"}&ns=parcels"_s;
        QTest::newRow("nothing to fill") << u"https://x.example/d/a?from=now-1h"_s << u"https://x.example/d/a?from=now-1h"_s;
    }

    void fillsInEveryForm()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, expected);
        QVERIFY(filled(url) == (FilledUrl { expected, {}, {} }));
        QVERIFY(filled(url).isComplete());
    }

    void writesTimeAsTheSystemDoes_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");

        const qint64 from = utc(9, 0).toSecsSinceEpoch();
        const auto row = [](const char *name, const QString &base, const QString &from) {
            QTest::newRow(name) << base + u"{{from}}"_s << base + from;
        };
        const QString ms = QString::number(from) + u"000"_s;
        row("Grafana", u"https://x.example/d/a?from="_s, ms);
        row("Datadog", u"https://app.datadoghq.com/dashboard/a?from_ts="_s, ms);
        row("New Relic", u"https://one.newrelic.com/x?begin="_s, ms);
        row("Kibana", u"https://x.example/app/discover#/?_g=(time:(from:'"_s, u"2026-11-20T09%3A00%3A00.000Z"_s);
        row("CloudWatch", u"https://console.aws.amazon.com/cloudwatch/home#dashboards:name=A;start="_s, u"2026-11-20T09%3A00%3A00.000Z"_s);
        row("Prometheus", u"https://x.example/graph?g0.expr=up&g0.end_input="_s, u"2026-11-20%2009%3A00%3A00"_s);
        row("Jaeger", u"https://jaeger.example/search?start="_s, ms + u"000"_s);
        row("Splunk", u"https://splunk.example/?earliest="_s, QString::number(from));
        row("Honeycomb", u"https://ui.honeycomb.io/a?start_time="_s, QString::number(from));
        row("unknown", u"https://x.example/a?from="_s, ms);
        QTest::newRow("asked for") << u"https://x.example/d/a?a={from_s}&b={to_iso}&c={from_us}&d={to_ms}"_s
                                   << u"https://x.example/d/a?a="_s + QString::number(from)
                + u"&b=2026-11-20T11%3A00%3A00.000Z&c="_s + ms + u"000&d="_s + QString::number(from + 7200) + u"000"_s;
        QTest::newRow("start is the window, end a label") << u"https://x.example/d/a?a={start}&b={end}"_s
                                                          << u"https://x.example/d/a?a=%1&b=west"_s.arg(ms);
    }

    void writesTimeAsTheSystemDoes()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, expected);
        QCOMPARE(filled(url).url, expected);
    }

    void namesWhatIsMissing()
    {
        QVERIFY(filled(u"https://x.example/{cluster}/{namespace}?a={{ region }}&b={cluster}"_s)
                == (FilledUrl { u"https://x.example/{cluster}/parcels?a={{ region }}&b={cluster}"_s,
                                { u"cluster"_s, u"region"_s }, {} }));
        QCOMPARE(filled(u"https://x.example/{empty}/{hidden}/{lines}/{long}"_s).missing.size(), 4);
        QCOMPARE(fillDashboardUrl(u"https://x.example/?from={from}&to={to}"_s, {}, {}).missing, QStringList({ u"from"_s, u"to"_s }));
        QCOMPARE(dashboardPlaceholders(u"https://x.example/{a}?b={{c}}&d=${e}&f=<pod name>&g={a}"_s),
                 QStringList({ u"a"_s, u"c"_s, u"e"_s, u"pod name"_s }));
        QCOMPARE(withoutPlaceholders(u"https://x.example/{a}?b={{ c }}&f=<pod name>"_s), u"https://x.example/?b=&f="_s);
    }

    void neverChangesWhereALinkLeads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("host") << u"https://{namespace}/d/a"_s;
        QTest::newRow("part of the host") << u"https://{{namespace}}.x.example/d/a"_s;
        QTest::newRow("end of the host") << u"https://x.example.{namespace}"_s;
        QTest::newRow("port") << u"https://x.example:{namespace}/d"_s;
        QTest::newRow("user") << u"https://{namespace}@x.example/d"_s;
        QTest::newRow("scheme") << u"{namespace}://x.example/d"_s;
        QTest::newRow("all of it") << u"{{namespace}}"_s;
        QTest::newRow("the beginning") << u"{{namespace}}/d/a"_s;
        QTest::newRow("up the path") << u"https://x.example/a/b/{climb}/{climb}/c"_s;
        QTest::newRow("up the path, in part") << u"https://x.example/a/b/.{dot}/c"_s;
    }

    void neverChangesWhereALinkLeads()
    {
        QFETCH(const QString, url);
        QHash<QString, QString> values = labels();
        values.insert(u"dot"_s, u"."_s);
        const FilledUrl result = fillDashboardUrl(url, values, { utc(9, 0), utc(11, 0) });
        QCOMPARE(result.url, url);
        QVERIFY(!result.refused.isEmpty());
        QVERIFY(!result.isComplete());
    }

    void looksAroundTheStart()
    {
        QVERIFY(windowAround(utc(10, 0), utc(10, 20)) == (TimeWindow { utc(9, 0), utc(10, 20) })); // it goes on
        QVERIFY(windowAround(utc(10, 0), utc(18, 0)) == (TimeWindow { utc(9, 0), utc(11, 0) })); // it was long ago
        QVERIFY(windowAround(utc(10, 0), utc(9, 30)) == (TimeWindow { utc(9, 0), utc(11, 0) })); // clocks differ
        QVERIFY(windowAround({}, utc(10, 0)) == (TimeWindow { utc(9, 0), utc(10, 0) }));
    }
};

QTEST_GUILESS_MAIN(TestDashboardUrl)
#include "tst_dashboardurl.moc"
