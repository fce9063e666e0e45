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

    void readsMoreDialects_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("owners");
        QTest::addColumn<QDate>("due");
        QTest::newRow("team pages") << QByteArray("owner:\n  - https://github.com/orgs/shop/teams/team-red\n  - team-red\n")
                                    << QStringList{ u"team-red"_s } << QDate();
        QTest::newRow("other addresses stay") << QByteArray("owner: https://shop.example/teams/red\n")
                                              << QStringList{ u"https://shop.example/teams/red"_s } << QDate();
        QTest::newRow("maps") << QByteArray("owners:\n  - name: red\n    slack: '#red'\n  - [blue]\n")
                              << QStringList{ u"red"_s, u"blue"_s } << QDate();
        QTest::newRow("wrong types") << QByteArray("owner: {a: b}\nteam:\nlast_reviewed_on: [2024]\nreview_in: {}\n")
                                     << QStringList() << QDate();
        QTest::newRow("a day to expire") << QByteArray("Owner-Slack: '#red'\nexpire_by: 2027-02-03\n") << QStringList{ u"#red"_s }
                                         << QDate(2027, 2, 3);
        QTest::newRow("both") << QByteArray("last-reviewed: 2026-01-31\nreview-in: 1 month\nexpire_by: 2030-01-01\n") << QStringList()
                              << QDate(2026, 2, 28);
        QTest::newRow("no date") << QByteArray("reviewed: last spring\nreview_in: 6 months\n") << QStringList() << QDate();
        QTest::newRow("a period nobody can add") << QByteArray("reviewed: 2026-01-31\nreview_in: 99999999 years\n") << QStringList()
                                                 << QDate();
    }

    void readsMoreDialects()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, owners);
        QFETCH(const QDate, due);
        const Runbook runbook = runbookOf("---\n" + text + "---\n# Title\n");
        QCOMPARE(runbook.owners, owners);
        QCOMPARE(runbook.reviewDue, due);
    }

    void passesOverLinksThatAreNoDashboards()
    {
        const Runbook runbook = runbookOf("---\nlinks:\n  - {type: doc, url: 'https://w'}\n  - {type: dashboard, url: 'https://g'}\n---\n");
        QCOMPARE(runbook.dashboards, (QList<DashboardLink>{ { u"https://g"_s, u"https://g"_s } }));
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
