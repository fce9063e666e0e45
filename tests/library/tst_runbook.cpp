// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbook.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

Runbook runbookOf(const QByteArray &bytes, const QString &path = u"team/disk-full.md"_s)
{
    return runbookFromBytes({ u"/library"_s, path }, bytes, QDateTime());
}

} // namespace

class TestRunbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTitle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("title");
        QTest::newRow("front matter") << QByteArray("---\ntitle: Disk is full\n---\n# Other\n") << u"a.md"_s
                                      << u"Disk is full"_s;
        QTest::newRow("heading") << QByteArray("Words.\n\n# Disk is `full` {#x}\n") << u"a.md"_s << u"Disk is full"_s;
        QTest::newRow("template") << QByteArray(
            "---\nlayout: x\n---\n# <%= current_page.data.title %>\n\n## Real one\n")
                                  << u"a.md"_s << u"Real one"_s;
        QTest::newRow("second level") << QByteArray("## Disk\n") << u"a.md"_s << u"Disk"_s;
        QTest::newRow("file") << QByteArray("Words.\n") << u"x/disk-full.html.md"_s << u"disk-full"_s;
        QTest::newRow("folder's page") << QByteArray("Words.\n") << u"x/disk/README.md"_s << u"disk"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty.md"_s << u"empty"_s;
    }

    void findsTitle()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, path);
        QFETCH(const QString, title);
        QCOMPARE(runbookOf(text, path).title, title);
    }

    void readsDialects()
    {
        const Runbook runbook = runbookOf("---\n"
                                          "component: checkout, cart\n"
                                          "owner_slack: \"#shop\"\n"
                                          "team: shop\n"
                                          "alerts:\n  - DiskFull\n  - '{alertname=\"Disk\",severity=~\"a,b\"}'\n"
                                          "dashboards:\n  - title: Disks\n    url: https://g/{node}\n  - https://h\n"
                                          "links:\n  Wiki: https://w\n"
                                          "last_reviewed_on: 2024-02-29\nreview_in: 1 year\n---\n");
        QCOMPARE(runbook.services, (QStringList{ u"checkout"_s, u"cart"_s }));
        QCOMPARE(runbook.owners, (QStringList{ u"shop"_s, u"#shop"_s }));
        QCOMPARE(runbook.alerts, (QStringList{ u"DiskFull"_s, u"{alertname=\"Disk\",severity=~\"a,b\"}"_s }));
        QCOMPARE(runbook.dashboards,
                 (QList<DashboardLink>{ { u"Disks"_s, u"https://g/{node}"_s },
                                        { u"https://h"_s, u"https://h"_s },
                                        { u"Wiki"_s, u"https://w"_s } }));
        QCOMPARE(runbook.reviewedOn, QDate(2024, 2, 29));
        QCOMPARE(runbook.reviewDue, QDate(2025, 2, 28));
    }

    void countsBytesThatAreNoUtf8()
    {
        const Runbook runbook = runbookOf("# Caf\xe9 \xff \xef\xbf\xbd\n");
        QCOMPARE(runbook.replacedBytes, 2);
        QCOMPARE(runbook.document.problems.size(), 1);
        QCOMPARE(runbookOf("# Caf\xc3\xa9\n").replacedBytes, 0);
    }

    void findsSections()
    {
        const QList<Section> sections = runbookOf("# A\n\n## Fix\n\nx\n\n### Deep\n\n## Fix\n\ny\n").sections;
        QCOMPARE(sections.size(), 4);
        QCOMPARE(sections.at(1), (Section{ u"Fix"_s, u"fix"_s, 2, 3, 8 }));
        QCOMPARE(sections.at(3), (Section{ u"Fix"_s, u"fix-1"_s, 2, 9, 11 }));
    }
};

QTEST_GUILESS_MAIN(TestRunbook)
#include "tst_runbook.moc"
