// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/alerttable.h"

#include "library/runbook.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QStringList alertsIn(const QByteArray &text)
{
    const Runbook runbook = runbookFromBytes({ u"/library"_s, u"x.md"_s }, text, {});
    QStringList names;
    for (const TableAlert &alert : alertsOfTables(runbook.document.root))
        names.append(alert.name);
    return names;
}

} // namespace

class TestAlertTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAlerts_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("alert") << QByteArray("| Alert | Action |\n|---|---|\n| QueueTooLong | wait |\n| Disk is full | free |\n");
        QTest::newRow("alert name") << QByteArray("| **Alert name** |\n|---|\n| `QueueTooLong` |\n| [Disk is full](disk.md) |\n");
        QTest::newRow("AlertName") << QByteArray("| AlertName |\n|---|\n| QueueTooLong |\n| Disk is full |\n");
        QTest::newRow("the second column") << QByteArray("| Metric | Alert |\n|---|---|\n| QueueDepth | QueueTooLong |\n| DiskUsed | Disk is full |\n");
        QTest::newRow("name and severity") << QByteArray("| Name | Severity |\n|---|---|\n| QueueTooLong (critical) | page |\n| Disk is full | page |\n");
        QTest::newRow("severity and name") << QByteArray("| Severity | Name |\n|---|---|\n| page | QueueTooLong |\n| page | Disk is full |\n");
        QTest::newRow("name and runbook") << QByteArray("| Name | Runbook |\n|---|---|\n| QueueTooLong | a |\n| Disk is full | b |\n");
        QTest::newRow("alerts of a program") << QByteArray("| Alertmanager alert |\n|---|\n| QueueTooLong |\n| Disk is full |\n");
        QTest::newRow("alert or symptom") << QByteArray("| Alert / Symptom |\n|---|\n| QueueTooLong |\n| Disk is full |\n");
        QTest::newRow("in a list") << QByteArray("- These:\n\n  | Alert |\n  |---|\n  | QueueTooLong |\n  | Disk is full |\n");
        QTest::newRow("single words and twice") << QByteArray("| Alert |\n|---|\n| QueueTooLong |\n| Error |\n| Disk is full |\n| QueueTooLong |\n");
        QTest::newRow("short rows") << QByteArray("| Id | Alert |\n|---|---|\n| 1 | QueueTooLong |\n| 2 |\n| 3 | Disk is full |\n");
    }

    void listsAlerts()
    {
        QFETCH(const QByteArray, table);
        QCOMPARE(alertsIn(table), QStringList({ u"QueueTooLong"_s, u"Disk is full"_s }));
    }

    void readsEveryNameOfACell_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("comma") << QByteArray("NodeDiskFull, NodeInodesFull") << QStringList { u"NodeDiskFull"_s, u"NodeInodesFull"_s };
        QTest::newRow("slash") << QByteArray("MemHigh / MemLow") << QStringList { u"MemHigh"_s, u"MemLow"_s };
        QTest::newRow("break") << QByteArray("LoadHigh<br>LoadLow") << QStringList { u"LoadHigh"_s, u"LoadLow"_s };
        QTest::newRow("degree") << QByteArray("SwapUsedUp (critical)") << QStringList { u"SwapUsedUp"_s };
        QTest::newRow("one with its place") << QByteArray("ConsumerLag-staging") << QStringList { u"ConsumerLag-staging"_s };
        QTest::newRow("a sentence") << QByteArray("Disk and swap are full") << QStringList { u"Disk and swap are full"_s };
        QTest::newRow("retired") << QByteArray("PodCrashLoop: RETIRED") << QStringList { u"PodCrashLoop: RETIRED"_s };
    }

    void readsEveryNameOfACell()
    {
        QFETCH(const QByteArray, cell);
        QFETCH(const QStringList, names);
        QCOMPARE(alertsIn("| Alert |\n|---|\n| " + cell + " |\n"), names);
    }

    void eachNameOfACellHasItsOwnLink_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("links"); ///< of both names
        QTest::newRow("on the names") << QByteArray("[DiskFull](disk.md), [InodesFull](inodes.md) | |") << u"disk.md inodes.md"_s;
        QTest::newRow("in the column") << QByteArray("DiskFull, InodesFull | [disk full](disk.md), [inodes full](inodes.md) |") << u"disk.md inodes.md"_s;
        QTest::newRow("one for both") << QByteArray("DiskFull, InodesFull | [what to do](full.md) |") << u"full.md full.md"_s;
        QTest::newRow("nobody knows which") << QByteArray("DiskFull, InodesFull | [first](a.md), [second](b.md) |") << u" "_s;
        QTest::newRow("only one has one") << QByteArray("[DiskFull](disk.md), InodesFull | [more](a.md) |") << u"disk.md "_s;
    }

    void eachNameOfACellHasItsOwnLink()
    {
        QFETCH(const QByteArray, row);
        QFETCH(const QString, links);
        const Runbook runbook = runbookFromBytes({ u"/library"_s, u"x.md"_s }, "| Alert | Runbook |\n|---|---|\n| " + row + "\n", {});
        QStringList found;
        for (const TableAlert &alert : alertsOfTables(runbook.document.root))
            found.append(alert.links.join(u','));
        QCOMPARE(found.join(u' '), links);
    }

    void aRowOfVeryManyLinksIsReadToABound()
    {
        const QByteArray cell = QByteArray("[NodeDiskFull](a.md) ").repeated(1900);
        const Runbook runbook = runbookFromBytes({ u"/library"_s, u"x.md"_s }, "| Alert | Runbook |\n|---|---|\n| NodeDiskFull | " + cell + " |\n", {});
        const QList<TableAlert> alerts = alertsOfTables(runbook.document.root);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().links.size(), 16);
        QCOMPARE(alertsIn("| Alert |\n|---|\n| " + QByteArray("NodeDiskFull ").repeated(17) + " |\n"), QStringList());
    }

    void listsSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("settings") << QByteArray("| Setting | Default |\n|---|---|\n| MaxConnections | 100 |\n");
        QTest::newRow("metrics") << QByteArray("| Metric name | Alert threshold |\n|---|---|\n| ErrorRate | 5 |\n");
        QTest::newRow("error codes") << QByteArray("| Error code | Severity |\n|---|---|\n| Not found | low |\n");
        QTest::newRow("names of something") << QByteArray("| Name | Value |\n|---|---|\n| ServiceName | ledger |\n");
        QTest::newRow("checks before a start") << QByteArray("| Check | Command |\n|---|---|\n| Replication lag | lag |\n");
        QTest::newRow("no head at all") << QByteArray("| | |\n|---|---|\n| MaxConnections | 100 |\n");
        QTest::newRow("measures and when they alert") << QByteArray("| Name | Unit | Alert above |\n|---|---|---|\n| queue_depth | n | 9 |\n");
        QTest::newRow("services and their runbooks") << QByteArray("| Name | Runbook | Owner |\n|---|---|---|\n| ledger-writer | a | b |\n");
        QTest::newRow("things to do") << QByteArray("| Title | Priority | Who |\n|---|---|---|\n| Disk cleanup | 1 | b |\n");
        QTest::newRow("rules of another kind") << QByteArray("| Rule | Severity |\n|---|---|\n| latency-budget | error |\n");
        QTest::newRow("what happened") << QByteArray("| Date | Alert | What happened |\n|---|---|---|\n| 3 May | QueueTooLong | b |\n");
        QTest::newRow("what is gone") << QByteArray("| Alert | Removed on |\n|---|---|\n| QueueTooLong | b |\n");
        QTest::newRow("a head alone") << QByteArray("| Alert name |\n|---|\n");
        QTest::newRow("texts") << "| Alert |\n|---|\n| " + QByteArray("It is late. ").repeated(40) + " |\n";
    }

    void listsSomethingElse()
    {
        QFETCH(const QByteArray, table);
        QCOMPARE(alertsIn(table), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestAlertTable)
#include "tst_alerttable.moc"
