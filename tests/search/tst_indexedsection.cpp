// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/indexedsection.h"

#include "support/testing.h"

#include <QElapsedTimer>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

Runbook runbook(const QString &path, const QByteArray &bytes)
{
    return runbookFromBytes({ u"/library"_s, path }, bytes, {});
}

} // namespace

class TestIndexedSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachAlertOfAFileItsOwnSection()
    {
        const auto sections
            = indexedSections(runbook(u"queue/alerts.md"_s, Testing::fixture(u"search/manyalerts.md"_s)));
        QStringList anchors;
        for (const IndexedSection &section : sections)
            anchors.append(section.anchor);
        QCOMPARE(anchors, QStringList({ QString(), u"queuetoolong"_s, u"consumers"_s, u"broker-disk-is-full"_s,
                                        u"broker-memory-is-full"_s }));
        QCOMPARE(sections[0].title, u"Queue alerts"_s);
        QVERIFY(sections[0].text.contains(u"How we watch"));
        QVERIFY(sections[0].text.contains(u"Ask the queue team")); // Contact is no alert: it stays with the file
        QCOMPARE(sections[1].alerts, QStringList { u"QueueTooLong"_s });
        QVERIFY(sections[1].text.contains(u"Start a worker"));
        QVERIFY(!sections[0].text.contains(u"Start a worker"));
        QVERIFY(sections[2].text.contains(u"QueueConsumerLagging"));
        QCOMPARE(sections[2].listedAlerts, QList<ListedAlert> { { u"QueueConsumerLagging"_s } });
        QVERIFY(sections[0].listedAlerts.isEmpty());
        QVERIFY(sections[1].context.contains(u"Queue Too Long"));
        QVERIFY(sections[1].context.contains(u"Queue alerts"));
    }

    void knowsWhereHeadingsStand()
    {
        const auto sections
            = indexedSections(runbook(u"queue/alerts.md"_s, Testing::fixture(u"search/manyalerts.md"_s)));
        for (const IndexedSection &section : sections) {
            for (const HeadingPlace &heading : section.headings)
                QVERIFY(section.text.sliced(heading.position).startsWith(heading.title));
        }
        QCOMPARE(sections[1].headings.size(), 3);
        QCOMPARE(sections[1].headings.last().title, u"Mitigation"_s);
    }

    void knowsWhereTheRowsOfATableLead()
    {
        const QByteArray text = "# Alerts\n| Alert | Runbook | Seen |\n|---|---|---|\n| DiskFull | [here](../disk/full.md#mend) | [g](https://g.example.com) |\n"
                                "| [DiskSlow](#slow) | | |\n| DiskGone | [g](https://g.example.com) [out](../../../out.md) | |\n| DiskOdd, DiskHot | [o](odd.md) | |\n| DiskCold | | [glossary](glossary.md) |\n";
        const QList<ListedAlert> listed { { u"DiskFull"_s, u"docs/disk/full.md"_s, u"mend"_s }, { u"DiskSlow"_s, u"docs/queue/a.md"_s, u"slow"_s },
                                          { u"DiskGone"_s }, { u"DiskOdd"_s, u"docs/queue/odd.md"_s }, { u"DiskHot"_s, u"docs/queue/odd.md"_s }, { u"DiskCold"_s } };
        QCOMPARE(indexedSections(runbook(u"docs/queue/a.md"_s, text)).first().listedAlerts, listed);
        for (const char *other : { "# Handover of May\n", "# Alerts\n## Retired\n", "# Alerts\n## Not ours\n### Table\n" }) {
            for (const IndexedSection &section : indexedSections(runbook(u"a.md"_s, other + text.sliced(text.indexOf('|')))))
                QVERIFY(section.listedAlerts.isEmpty());
        }
    }

    void takesAFileOfManyHeadings()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(indexedSections(runbook(u"a.md"_s, QByteArray("# DiskFull\n\n## More\n\n").repeated(10'000))).size(), 10'001);
        QVERIFY(timer.elapsed() < 5'000); // a moment; with each heading compared with all others a minute
    }

    void leavesARunbookAboutOneThingWhole_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("phases") << QByteArray("# DiskFull\n\n## Meaning\nm\n\n## Mitigation\nf\n");
        QTest::newRow("phases divided alike")
            << QByteArray("# Nodes\n## Diagnosis\n### Linux\na\n### BSD\nb\n## Mitigation\n### Linux\nc\n### BSD\nd\n");
        QTest::newRow("steps divided alike")
            << QByteArray("# Move\n## 1. Stop\n### Check\na\n## 2. Start\n### Check\nb\n");
        QTest::newRow("no heading") << QByteArray("Just words.\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a table of alerts under the title") << QByteArray("# Index\n\n|Alert|\n|-|\n|DiskFull|\n");
    }

    void leavesARunbookAboutOneThingWhole()
    {
        QFETCH(const QByteArray, text);
        const auto sections = indexedSections(runbook(u"a/b.md"_s, text));
        QCOMPARE(sections.size(), 1);
        QVERIFY(sections.first().anchor.isEmpty());
    }

    void namesAnIndexPageAfterItsFolder()
    {
        QVERIFY(indexedSections(runbook(u"ledger/README.md"_s, "text")).first().names.contains(u"ledger"_s));
        QVERIFY(indexedSections(runbook(u"disk_full.md"_s, "text")).first().names.contains(u"disk_full"_s));
        QVERIFY(indexedSections(runbook(u"x.md"_s, "# DiskFull\n")).first().names.contains(u"DiskFull"_s));
    }
};

QTEST_GUILESS_MAIN(TestIndexedSection)
#include "tst_indexedsection.moc"
