// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/librarycontents.h"

#include "catalog/catalogreader.h"
#include "store/libraryfolder.h"

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

class TestLibraryContents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library.write(u"checkout/PaymentsFail.md"_s, "# PaymentsFail\nRestart. See [disk](../ops/disk.md), [gone](gone.md).\n");
        m_library.write(u"ops/disk.md"_s, "---\nowner: platform\ntags: [disk, linux]\n---\n# Disk\nRestart. [a](README.txt.md)\n");
        m_library.write(u"ops/alerts.md"_s, "# Alerts\n## NodeDown\nRestart.\n## NodeSlow\nWait.\n");
        m_library.write(u"ops/README.txt.md"_s, "Nothing.");
        QCOMPARE(m_library.read().runbooks, 4);
        QVERIFY(readCatalogFile(m_library.root(), u"handrail.yaml"_s,
                                "services:\n  - name: checkout\n    owner: payments\n", m_catalog).isEmpty());
    }

    void tiesRunbooksToServicesAndOwners()
    {
        const auto runbooks = libraryRunbooks(RunbookIndexStore(m_library.index()), m_catalog);
        QVERIFY(runbooks);
        for (const RunbookEntry &runbook : *runbooks) {
            const bool isCheckout = runbook.ref.path.startsWith(u"checkout/"_s);
            QCOMPARE(runbook.services, isCheckout ? QStringList { u"checkout"_s } : QStringList());
            if (isCheckout)
                QCOMPARE(runbook.owners, QStringList { u"payments"_s });
        }
    }

    void filters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("a service from the catalogue") << u"service:checkout restart"_s << QStringList { u"checkout/PaymentsFail.md"_s };
        QTest::newRow("its owner too") << u"owner:payments restart"_s << QStringList { u"checkout/PaymentsFail.md"_s };
        QTest::newRow("an owner of the front matter") << u"owner:plat restart"_s << QStringList { u"ops/disk.md"_s };
        QTest::newRow("a tag") << u"tag:linux restart"_s << QStringList { u"ops/disk.md"_s };
        QTest::newRow("an alert that a heading is") << u"alert:nodedown"_s << QStringList { u"ops/alerts.md"_s };
        QTest::newRow("an alert that a file is called after") << u"alert:PaymentsFail"_s << QStringList { u"checkout/PaymentsFail.md"_s };
        QTest::newRow("a filter alone lists by title") << u"path:ops/"_s
            << QStringList { u"ops/alerts.md"_s, u"ops/disk.md"_s, u"ops/README.txt.md"_s };
        QTest::newRow("left out") << u"-path:ops/ restart"_s << QStringList { u"checkout/PaymentsFail.md"_s };
        QTest::newRow("nothing fits") << u"owner:nobody restart"_s << QStringList {};
        QTest::newRow("nothing fits, without a word") << u"owner:nobody"_s << QStringList {};
        QTest::newRow("fits, but the word is not there") << u"owner:platform wait"_s << QStringList {};
    }

    void filters()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, paths);
        const auto hits = searchLibrary(RunbookIndexStore(m_library.index()), m_catalog, parseQuery(typed), 10);
        QVERIFY(hits);
        QStringList found;
        for (const SearchHit &hit : *hits)
            found.append(hit.runbook.ref.path);
        QCOMPARE(found, paths);
    }

    void findsLinksThatLeadNowhere()
    {
        auto runbooks = libraryRunbooks(RunbookIndexStore(m_library.index()), m_catalog);
        QVERIFY(runbooks);
        findBrokenLinks(*runbooks);
        for (const RunbookEntry &runbook : *runbooks) {
            const QStringList broken = runbook.ref.path.startsWith(u"checkout/"_s) ? QStringList { u"checkout/gone.md"_s } : QStringList();
            QCOMPARE(runbook.brokenLinks, broken);
        }
        m_library.write(u"checkout/gone.md"_s, "Here, but not in the index yet.");
        for (RunbookEntry &runbook : *runbooks)
            runbook.brokenLinks.clear();
        findBrokenLinks(*runbooks);
        for (const RunbookEntry &runbook : *runbooks)
            QVERIFY(runbook.brokenLinks.isEmpty());
        QVERIFY(QFile::remove(m_library.root() + u"/checkout/gone.md"_s));
    }

private:
    LibraryFolder m_library;
    Catalog m_catalog;
};

QTEST_GUILESS_MAIN(TestLibraryContents)
#include "tst_librarycontents.moc"
