// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/alerttable.h"

#include "library/runbook.h"

#include "support/testing.h"

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QStringList alertsIn(const QByteArray &text)
{
    const Runbook runbook = runbookFromBytes({ u"/library"_s, u"x.md"_s }, text, {});
    const QList<Block> &blocks = runbook.document.root.children;
    const auto table = std::find_if(blocks.begin(), blocks.end(), [](const Block &block) { return block.kind == Block::Kind::Table; });
    return table == blocks.end() ? QStringList { u"no table"_s } : alertsOfTable(*table);
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
        QTest::newRow("no head and runbook") << QByteArray("| | Runbook |\n|---|---|\n| QueueTooLong | a |\n| Disk is full | b |\n");
        QTest::newRow("rule and alert priority") << QByteArray("| Rule | Priority |\n|---|---|\n| QueueTooLong | 1 |\n| Disk is full | 2 |\n");
        QTest::newRow("single words and twice") << QByteArray("| Alert |\n|---|\n| QueueTooLong |\n| Error |\n| Disk is full |\n| QueueTooLong |\n");
        QTest::newRow("short rows") << QByteArray("| Id | Alert |\n|---|---|\n| 1 | QueueTooLong |\n| 2 |\n| 3 | Disk is full |\n");
    }

    void listsAlerts()
    {
        QFETCH(const QByteArray, table);
        QCOMPARE(alertsIn(table), QStringList({ u"QueueTooLong"_s, u"Disk is full"_s }));
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
