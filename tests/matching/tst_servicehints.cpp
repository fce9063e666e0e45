// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/servicehints.h"

#include <QTest>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestServiceHints : public QObject
{
    Q_OBJECT

private:
    static double weightOf(const Alert &alert, const QString &key, const Catalog &catalog = {})
    {
        const QList<ServiceHint> hints = serviceHints(alert, catalog);
        const auto found = std::find_if(hints.begin(), hints.end(), [&key](const ServiceHint &hint) { return hint.key == key; });
        return found == hints.end() ? 0 : found->weight;
    }

    static Alert with(const QString &name, const QString &label = {}, const QString &value = {})
    {
        Alert alert;
        alert.name = name;
        if (!label.isEmpty())
            alert.labels.insert(label, value);
        return alert;
    }

private Q_SLOTS:
    void hints_data()
    {
        QTest::addColumn<Alert>("alert");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("detail");

        QTest::newRow("a label that names it") << with(u"X"_s, u"app"_s, u"Redis-Cache"_s) << u"rediscache"_s
                                               << u"label app=Redis-Cache"_s;
        QTest::newRow("a label that often does") << with(u"GitalyErrors"_s, u"type"_s, u"praefect"_s) << u"praefect"_s
                                                 << u"label type=praefect"_s;
        QTest::newRow("the name's words, the most first")
            << with(u"RedisCachePrimaryCpu"_s) << u"rediscacheprimarycpu"_s << u"redis cache primary cpu in the alert's name"_s;
        Alert alert = with(u"X"_s);
        alert.service = u"checkout"_s;
        QTest::newRow("a field of the sender's") << alert << u"checkout"_s << u"its service is checkout"_s;
        alert.serviceReason = u"its summary mentions checkout"_s;
        QTest::newRow("what the catalogue knows") << alert << u"checkout"_s << u"its summary mentions checkout"_s;
        alert.labels.insert(u"job"_s, u"checkout"_s);
        QTest::newRow("a label that the service is from") << alert << u"checkout"_s << u"label job=checkout"_s;
    }

    void hints()
    {
        QFETCH(const Alert, alert);
        QFETCH(const QString, first);
        QFETCH(const QString, detail);
        const QList<ServiceHint> hints = serviceHints(alert, {});
        QVERIFY(!hints.isEmpty());
        QCOMPARE(hints.first().key, first);
        QCOMPARE(hints.first().detail, detail);
        QVERIFY(std::is_sorted(hints.begin(), hints.end(),
                               [](const ServiceHint &a, const ServiceHint &b) { return a.weight > b.weight; }));
    }

    void weighsWhatIsCloserToTheService()
    {
        const Alert alert = with(u"RedisCachePrimaryCpu"_s);
        QVERIFY(weightOf(alert, u"rediscache"_s) > weightOf(alert, u"redis"_s));
        QVERIFY(weightOf(alert, u"redis"_s) > weightOf(alert, u"primary"_s));
        QVERIFY(weightOf(alert, u"primary"_s) > 0);
    }

    void passesOverWordsThatNameNoService()
    {
        QCOMPARE(weightOf(with(u"ConsulNodeDown"_s), u"node"_s), 0.0);
        QCOMPARE(weightOf(with(u"X"_s, u"type"_s, u"docs"_s), u"docs"_s), 0.0);
        QCOMPARE(weightOf(with(u"X"_s, u"severity"_s, u"ledger"_s), u"ledger"_s), 0.0);
        QCOMPARE(weightOf({}, QString()), 0.0);
    }

    void readsNamesOutOfWhatRuns()
    {
        const Alert pod = with(u"X"_s, u"pod"_s, u"pay-gate-6d8f9c7b5-x2x4z"_s);
        const Alert deployment = with(u"X"_s, u"deployment"_s, u"pay-gate-prod"_s);
        QVERIFY(weightOf(pod, u"paygate"_s) > weightOf(pod, u"pay"_s));
        QVERIFY(weightOf(deployment, u"paygate"_s) > weightOf(pod, u"paygate"_s));
        QVERIFY(weightOf(with(u"PayGateDown"_s), u"paygate"_s) > weightOf(deployment, u"paygate"_s));
        QCOMPARE(weightOf(with(u"X"_s, u"message"_s, u"pay gate is down"_s), u"paygate"_s), 0.0);
        QCOMPARE(weightOf(with(u"X"_s, u"region"_s, u"pay-north-1"_s), u"pay"_s), 0.0);
    }

    void readsTheHostOfAnAddress()
    {
        for (const QString &address : { u"https://pay-gate.example.com/health/ledger?term=x"_s, u"http://ada@pay-gate.shop.svc:8080/q"_s }) {
            const Alert probe = with(u"X"_s, u"url"_s, address);
            QVERIFY(weightOf(probe, u"paygate"_s) > 0);
            QCOMPARE(weightOf(probe, u"ledger"_s), 0.0);
        }
    }

    void knowsALabelByWhatIsAddedToIt()
    {
        const double plain = weightOf(with(u"X"_s, u"deployment"_s, u"ledger"_s), u"ledger"_s);
        for (const QString &label : { u"kube_deployment"_s, u"k8s_deployment_name"_s, u"exported_deployment"_s, u"Deployment"_s })
            QCOMPARE(weightOf(with(u"X"_s, label, u"ledger"_s), u"ledger"_s), plain);
    }

    void whatWatchesIsNotWatched()
    {
        QCOMPARE(weightOf(with(u"X"_s, u"service"_s, u"prometheus-kube-state-metrics"_s), u"prometheus"_s), 0.0);
        QCOMPARE(weightOf(with(u"X"_s, u"job"_s, u"blackbox"_s), u"blackbox"_s), 0.0);
        QVERIFY(weightOf(with(u"X"_s, u"job"_s, u"redis-exporter"_s), u"redis"_s) > 0);
    }

    void aNamespaceIsAPlace()
    {
        QVERIFY(weightOf(with(u"X"_s, u"namespace"_s, u"ledger"_s), u"ledger"_s) > 0);
        QVERIFY(weightOf(with(u"X"_s, u"namespace"_s, u"ledger"_s), u"ledger"_s) < weightOf(with(u"X"_s, u"container"_s, u"ledger"_s), u"ledger"_s));
        QCOMPARE(weightOf(with(u"X"_s, u"namespace"_s, u"monitoring"_s), u"monitoring"_s), 0.0);
    }

    void ofTheTypeAndAComponentTheTypeIsTheService()
    {
        QVERIFY(weightOf(with(u"X"_s, u"type"_s, u"ledger"_s), u"ledger"_s) > weightOf(with(u"X"_s, u"component"_s, u"ledger"_s), u"ledger"_s));
    }

    void oneOfSeveralIsOfTheSame()
    {
        QVERIFY(weightOf(with(u"Kafka3BrokerDown"_s), u"kafka"_s) > 0);
        QCOMPARE(weightOf(with(u"S3Slow"_s), u"s"_s), 0.0);
    }

    void aSummaryNamesItLessPlainly()
    {
        Alert alert = with(u"HighLatency"_s);
        alert.annotations = { { u"summary"_s, u"The pay-gate answers late"_s } };
        QVERIFY(weightOf(alert, u"paygate"_s) > 0);
        QVERIFY(weightOf(alert, u"paygate"_s) < weightOf(with(u"HighLatencyOfPayGate"_s), u"paygate"_s));
    }

    void knowsTheCatalogsNames()
    {
        Catalog catalog;
        Service service;
        service.name = u"checkout"_s;
        service.aliases = { u"shop-basket"_s };
        catalog.add(service);
        QVERIFY(weightOf(with(u"X"_s, u"app"_s, u"shop-basket"_s), u"checkout"_s, catalog) > 0);
    }
};

QTEST_GUILESS_MAIN(TestServiceHints)
#include "tst_servicehints.moc"
