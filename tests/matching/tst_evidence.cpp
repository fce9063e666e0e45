// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matchedlibrary.h"

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** What speaks for and against a runbook, each against its neighbours. */
class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMatcherForAllIsNoRivalOfAName_data()
    {
        QTest::addColumn<QByteArray>("matchers");
        QTest::newRow("of a degree") << QByteArray("{severity=~\"critical|page\"}");
        QTest::newRow("of any other name") << QByteArray("{alertname!=\"Watchdog\",severity=\"critical\"}");
        QTest::newRow("of any name") << QByteArray("{alertname=~\".+\"}");
        QTest::newRow("of a kind") << QByteArray("{alertname=~\"Kafka.*|Unheard\"}");
    }

    void aMatcherForAllIsNoRivalOfAName()
    {
        QFETCH(const QByteArray, matchers);
        const LibraryFolder library;
        library.write(u"triage.md"_s, "---\nalerts: ['" + matchers + "']\n---\n# Triage\nLook.\n");
        library.write(u"KafkaLagHigh.md"_s, "# Kafka lag\nMove the consumers.\n");
        library.read();
        Alert alert;
        alert.name = u"KafkaLagHigh"_s;
        alert.labels = { { u"severity"_s, u"critical"_s } };
        const auto result = matched(library, alert);
        QVERIFY(result && result->verdict == MatchResult::Verdict::Confident);
        QCOMPARE(result->matches.first().runbook.ref.path, u"KafkaLagHigh.md"_s);
        alert.name = u"Unheard"_s;
        const auto any = matched(library, alert);
        QVERIFY(any && any->verdict == MatchResult::Verdict::Confident); // its author said so
    }

    void ofTwoMatchersTheOneByNameCounts()
    {
        const LibraryFolder library;
        library.write(u"kafka.md"_s, "---\nalerts: ['{severity=\"critical\"}', '{alertname=\"KafkaLagHigh\"}']\n---\n# Kafka\nLook.\n");
        library.read();
        Alert alert;
        alert.name = u"KafkaLagHigh"_s;
        alert.labels = { { u"severity"_s, u"critical"_s } };
        const auto result = matched(library, alert);
        QVERIFY(result && result->matches.size() == 1);
        QVERIFY(result->matches.first().reasons.first().detail.contains(u"KafkaLag"_s));
    }

    void whatIsSaidOfTheOppositeIsNotSaidOfIt()
    {
        const LibraryFolder library;
        library.write(u"queue.md"_s, "# Queue\n## Queue length < 10\nFill it.\n## Queue length > 10\nEmpty it.\n");
        library.write(u"notes.md"_s, "# About queues\nTheir length.\n");
        library.read();
        Alert alert;
        alert.name = u"Queue length > 10"_s;
        const auto result = matched(library, alert);
        QVERIFY(result && !result->matches.isEmpty());
        QCOMPARE(result->matches.first().anchor, u"queue-length--10-1"_s);

        MatchContext context;
        context.pastRuns = { { u"Queue length < 10"_s, {}, { library.root(), u"notes.md"_s }, {}, PastRun::Outcome::Right, QDateTime::currentDateTimeUtc() } };
        const auto after = matched(library, alert, context);
        QVERIFY(after && *after == *result);
    }

    void onlyThePageIsCalledLikeItsFile()
    {
        const LibraryFolder library;
        library.write(u"replication-lag.md"_s, "# Standbys\nLook.\n## StandbyGone\nIt went.\n## StandbyFull\nIt is full.\n");
        library.read();
        Alert alert;
        alert.name = u"ReplicationLagCritical"_s;
        const auto result = matched(library, alert);
        QVERIFY(result && !result->matches.isEmpty());
        QCOMPARE(result->matches.first().anchor, QString());
        QVERIFY(result->matches.first().reasons.first().detail.startsWith(u"the file's name, but for the severity"_s));
    }

    void aRowWithTheNameSaysMoreThanATitleWithoutTheDegree()
    {
        const LibraryFolder library;
        library.write(u"standby.md"_s, "# Replication lag\n| Alert | Severity |\n|---|---|\n| ReplicationLagCritical | page |\n");
        library.read();
        Alert alert;
        alert.name = u"ReplicationLagCritical"_s;
        const auto result = matched(library, alert);
        QVERIFY(result && result->verdict == MatchResult::Verdict::Confident);
    }

    void wordsWithAccentsCountInTheText()
    {
        const LibraryFolder library;
        library.write(u"pannes.md"_s, u"# Pannes\nLa R\u00e9plication est arr\u00eat\u00e9e, ou la re\u0301plication lente.\n"_s.toUtf8());
        library.write(u"autres.md"_s, "# Autres\nRien.\n");
        library.read();
        Alert alert;
        alert.annotations = { { u"summary"_s, u"r\u00e9plication arr\u00eat\u00e9e"_s } };
        const auto result = matched(library, alert);
        QVERIFY(result && !result->matches.isEmpty());
        const QString words = result->matches.first().reasons.first().detail;
        QVERIFY2(words.contains(u"replication"_s) && words.contains(u"arretee"_s), qPrintable(words));
    }

    void whatIsCalledWrongNowNeedsNoName()
    {
        const LibraryFolder library;
        library.write(u"disk.md"_s, "# Disk\nThe disk is full.\n");
        library.read();
        Alert typed;
        typed.annotations = { { u"summary"_s, u"disk on db1 is full"_s } };
        MatchContext context;
        context.rejected = { { {}, {}, { library.root(), u"disk.md"_s }, {}, PastRun::Outcome::Wrong, QDateTime::currentDateTimeUtc() } };
        const auto result = matched(library, typed, context);
        QVERIFY(result && result->matches.size() == 1);
        QVERIFY(!result->matches.first().against.isEmpty());
        library.write(u"space.md"_s, "# Space\nSomething that can be full.\n");
        library.read();
        const auto before = matched(library, typed);
        const auto after = matched(library, typed, context);
        QCOMPARE(before->matches.first().runbook.ref.path, u"disk.md"_s);
        QCOMPARE(after->matches.last().runbook.ref.path, u"disk.md"_s); // below what hardly fits
        context.pastRuns = std::exchange(context.rejected, {}); // of another alert without a name
        QVERIFY(matched(library, typed, context)->matches.first().against.isEmpty());
    }

    void whatSomebodyCalledWrongStaysBelowTheOthers()
    {
        const LibraryFolder library;
        library.write(u"queue.md"_s, "# Queue\nJobs wait for a worker.\n");
        library.read();
        Alert alert;
        alert.name = u"WorkerJobs"_s;
        alert.annotations = { { u"summary"_s, u"jobs wait"_s } };
        const auto before = matched(library, alert);
        QVERIFY(before && before->matches.size() == 1);
        MatchContext context;
        context.pastRuns = { { alert.name, {}, before->matches.first().runbook.ref, {}, PastRun::Outcome::Wrong, QDateTime::currentDateTimeUtc() } };
        const auto after = matched(library, alert, context);
        QVERIFY(after && after->matches.size() == 1);
        QVERIFY(!after->matches.first().against.isEmpty());
        QVERIFY(after->matches.first().score < before->matches.first().score);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
