// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/servicechoice.h"

#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestServiceChoice : public QObject {
    Q_OBJECT

private:
    Catalog m_catalog;

    void add(const QString &name, const QStringList &aliases = {})
    {
        Service service;
        service.name = name;
        service.aliases = aliases;
        m_catalog.add(service);
    }

private Q_SLOTS:
    void initTestCase()
    {
        add(u"checkout"_s, { u"shop-basket"_s });
        add(u"checkout-worker"_s);
        add(u"ledger"_s);
        add(u"api"_s);
    }

    void chooses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("reason");

        QTest::newRow("a label that is one") << u"X"_s << u"job"_s << u"ledger"_s << u"ledger"_s << u"label job is ledger"_s;
        QTest::newRow("an alias") << u"X"_s << u"deployment"_s << u"shop-basket"_s << u"checkout"_s
                                  << u"label deployment is shop-basket, which names checkout"_s;
        QTest::newRow("part of a pod") << u"X"_s << u"pod"_s << u"ledger-6f9c-x2x"_s << u"ledger"_s
                                       << u"label pod is ledger-6f9c-x2x, which names ledger"_s;
        QTest::newRow("the longer name") << u"X"_s << u"pod"_s << u"checkout-worker-1"_s << u"checkout-worker"_s
                                         << u"label pod is checkout-worker-1, which names checkout-worker"_s;
        QTest::newRow("in the name") << u"LedgerHighLatency"_s << u"zone"_s << u"a"_s << u"ledger"_s
                                     << u"the alert's name is LedgerHighLatency, which names ledger"_s;
        QTest::newRow("only whole words") << u"Ledgerline"_s << u"zone"_s << u"a"_s << QString() << QString();
        QTest::newRow("too short to mean it") << u"KubeApiErrors"_s << u"zone"_s << u"a"_s << QString() << QString();
        QTest::newRow("short, but a label of its own") << u"X"_s << u"job"_s << u"api"_s << u"api"_s << u"label job is api"_s;
    }

    void chooses()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, label);
        QFETCH(const QString, value);
        Alert alert;
        alert.name = name;
        alert.labels.insert(label, value);
        const ServiceChoice choice = chooseService(alert, m_catalog);
        QTEST(choice.service, "service");
        QTEST(choice.reason, "reason");
    }

    void theAlertsOwnWordWins()
    {
        Alert alert;
        alert.service = u"somewhere else"_s;
        alert.labels.insert(u"job"_s, u"ledger"_s);
        QVERIFY(chooseService(alert, m_catalog) == (ServiceChoice{ u"somewhere else"_s, {} }));
    }

    void twoNamedAlikeGiveNothing()
    {
        Catalog catalog;
        for (const QString &name : { u"orders"_s, u"ledger"_s }) {
            Service service;
            service.name = name;
            catalog.add(service);
        }
        Alert alert;
        alert.annotations.insert(u"summary"_s, u"orders cannot reach ledger"_s);
        QVERIFY(chooseService(alert, catalog).service.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServiceChoice)
#include "tst_servicechoice.moc"
