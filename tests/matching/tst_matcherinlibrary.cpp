// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matchedlibrary.h"

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** The matcher over a real index: what it asks for is what the index finds. */
class TestMatcherInLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<Alert>("alert");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("anchor");

        const auto row = [](const char *name, const Alert &alert, const QString &path, const QString &anchor) {
            QTest::newRow(name) << alert << path << anchor;
        };
        Alert alert;
        alert.name = u"QueueTooLong"_s;
        row("name", alert, u"queue/QueueTooLong.md"_s, {});
        alert.name = u"QueueTooLongCritical"_s;
        alert.name = u"QueueIsTooLong"_s;
        row("name but for small words", alert, u"queue/QueueTooLong.md"_s, {});
        alert.name = u"PageSlow"_s;
        row("file of a site", alert, u"page-slow.html.md"_s, {});
        alert.name = u"SearchCacheEvictions"_s;
        row("folder of the service in the name", alert, u"search-cache/README.md"_s, {});
        alert.name = u"Evictions"_s;
        alert.labels = { { u"type"_s, u"search"_s } };
        row("folder of the service in a label", alert, u"search/README.md"_s, {});
        alert.annotations = { { u"summary"_s, u"shards are lost"_s } };
        row("a page of that folder that says more", alert, u"search/shards.md"_s, {});
        alert = {};
        alert.name = u"QueueTooLongCritical"_s;
        row("name with its degree", alert, u"queue/QueueTooLong.md"_s, {});
        alert.name = u"DiskSlow"_s;
        row("heading", alert, u"alerts.md"_s, u"diskslow"_s);
        alert.name = u"LedgerLagging"_s;
        row("row of a table", alert, u"alerts.md"_s, u"ledger"_s);
        alert.name = u"ledger_lagging"_s;
        row("row of a table in another spelling", alert, u"alerts.md"_s, u"ledger"_s);
        alert.name = u"ledger-lagging-critical"_s;
        row("row of a table but for the degree", alert, u"alerts.md"_s, u"ledger"_s);
        alert.name = u"LedgerTornPages"_s;
        row("row of a table with other marks", alert, u"alerts.md"_s, u"ledger"_s);
        alert = {};
        alert.annotations = { { u"summary"_s, u"jobs waiting for a worker"_s } };
        row("words in other forms", alert, u"queue/QueueTooLong.md"_s, {});
        alert.annotations = { { u"summary"_s, u"LedgerLagging is firing"_s } };
        row("a name in the text", alert, u"alerts.md"_s, u"ledger"_s);
        alert = {};
        alert.name = u"Unheard"_s;
        alert.annotations = { { u"runbook_url"_s, u"https://example.com/docs/alerts/#DISKFULL"_s } };
        row("link", alert, u"alerts.md"_s, u"diskfull"_s);
        alert.annotations = { { u"runbook_url"_s, u"https://example.com/cache.md#Memory-High"_s } };
        row("link to a heading of the file", alert, u"cache.md"_s, u"memory-high"_s);
        alert.annotations = { { u"runbook_url"_s, u"https://example.com/cache.md#mitigation"_s } };
        row("link to what only comes after a look", alert, u"cache.md"_s, {});
        alert.annotations = { { u"runbook_url"_s, u"https://example.com/cache.md#step-2-fail-over"_s } };
        row("link to a step", alert, u"cache.md"_s, {});
        alert.annotations = { { u"runbook_url"_s, u"https://example.com/cache.md#gone"_s } };
        row("link to a heading that is gone", alert, u"cache.md"_s, {});
        alert = {};
        alert.name = u"MemoryHigh"_s;
        row("heading of a page about more", alert, u"cache.md"_s, u"memory-high"_s);
        alert.name = u"ReplicasMismatch"_s;
        alert.labels = { { u"deployment"_s, u"search-cache-prod"_s } };
        row("folder of the service that runs", alert, u"search-cache/README.md"_s, {});
        alert.labels = { { u"pod"_s, u"search-cache-6d8f9c7b5-x2x4z"_s }, { u"instance"_s, u"10.0.0.1:9100"_s } };
        row("folder of the service in a pod", alert, u"search-cache/README.md"_s, {});
        alert.name = u"ledger-5xx"_s;
        alert.labels = {};
        row("a name that looks like a place", alert, u"alerts.md"_s, u"ledger"_s);
        alert.name = u"AnyOfThese"_s;
        alert.labels = { { u"zone"_s, u"north"_s }, { u"env"_s, u"prod"_s } };
        row("matchers without braces, all of them", alert, u"north.md"_s, {});
    }

    void finds()
    {
        QFETCH(const Alert, alert);
        QFETCH(const QString, path);
        QFETCH(const QString, anchor);
        const LibraryFolder library;
        library.write(u"queue/QueueTooLong.md"_s, "# Many jobs\n## Meaning\nA job waits: workers are gone.\n");
        library.write(u"alerts.md"_s,
                      "# Alerts\n## DiskFull\nFree some room.\n## DiskSlow\nLook at the device.\n"
                      "## Ledger\n| Alert | Severity |\n|---|---|\n| LedgerLagging | warning |\n| ledger_torn_pages | critical |\n");
        library.write(u"page-slow.html.md"_s, "# When it takes long\nMeasure.\n");
        library.write(u"search/README.md"_s, "# Search\nWhom to ask.\n");
        library.write(u"search/shards.md"_s, "# Shards\nShards are lost when a node goes.\n");
        library.write(u"search-cache/README.md"_s, "# Cache\nWhom to ask.\n");
        library.write(u"about.md"_s, "# About\nHow we work.\n");
        library.write(u"cache.md"_s, "# Cache\n## Memory high\nLook.\n## Too slow\nMeasure.\n## Mitigation\nRestart it.\n### Step 2: Fail over\nDo.\n");
        library.write(u"north.md"_s, "---\nalerts: ['zone=\"north\",env!=\"dev\"']\n---\n# North\nFar away.\n");
        library.read();
        const auto result = matched(library, alert);
        QVERIFY(result);
        QVERIFY(!result->matches.isEmpty());
        QCOMPARE(result->matches.first().runbook.ref.path, path);
        QCOMPARE(result->matches.first().anchor, anchor);
    }

    void aTableOfSomethingElseIsNotSure_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("setting") << u"MaxConnections"_s;
        QTest::newRow("metric") << u"ErrorRate"_s;
        QTest::newRow("error code") << u"Not found"_s;
        QTest::newRow("head") << u"Metric name"_s;
        QTest::newRow("code with tabs") << u"ledger-restarted"_s;
    }

    void aTableOfSomethingElseIsNotSure()
    {
        QFETCH(const QString, name);
        const LibraryFolder library;
        library.write(u"ledger.md"_s,
                      "# Ledger\n## Settings\n| Setting | Default |\n|---|---|\n| MaxConnections | 100 |\n"
                      "## Measures\n| Metric name | From |\n|---|---|\n| ErrorRate | 5 |\n"
                      "## Codes\n| Error code | Meaning |\n|---|---|\n| Not found | gone |\n"
                      "## Alerts\n| Alert | Severity |\n|---|---|\n| LedgerLagging | page |\n\n```\nledger restarted\t12\nledger-restarted\t13\n```\n");
        library.read();
        Alert alert;
        alert.name = name;
        const auto result = matched(library, alert);
        QVERIFY(result);
        QVERIFY(!result->matches.isEmpty());
        QVERIFY(result->verdict == MatchResult::Verdict::Possible);
        alert.name = u"ledger.lagging"_s;
        const auto listed = matched(library, alert);
        QVERIFY(listed && listed->verdict == MatchResult::Verdict::Confident);
        QCOMPARE(listed->matches.first().anchor, u"alerts"_s);
    }

    void aPageThatIsATableHasItsRows()
    {
        const LibraryFolder library;
        library.write(u"alerts.md"_s, "# What we watch\n| Alert | Action |\n|---|---|\n| ledger_torn_pages | Ask Ada |\n");
        library.read();
        for (const QString &name : { u"LedgerTornPages"_s, u"LedgerTornPagesCritical"_s }) {
            Alert alert;
            alert.annotations = { { u"summary"_s, name + u" fires"_s } };
            for (const bool isMentioned : { true, false }) {
                alert.name = isMentioned ? QString() : name;
                const auto result = matched(library, alert);
                QVERIFY(result);
                QVERIFY(!result->matches.isEmpty());
                QVERIFY(result->matches.first().reasons.first().detail.startsWith(u"a row of the table"_s));
            }
        }
    }

    void aLinkToAHeadingIsWorthAsMuchAsOneWithout()
    {
        const LibraryFolder library;
        library.write(u"cache.md"_s, "# Cache\n## Memory high\nLook.\n## Mitigation\nRestart it.\n");
        library.write(u"other.md"_s, "# CacheMemoryHigh\nAnother.\n");
        library.read();
        for (const QString &anchor : { u""_s, u"#memory-high"_s, u"#MEMORY_HIGH"_s, u"#mitigation"_s, u"#L2"_s, u"#gone"_s }) {
            Alert alert;
            alert.name = u"CacheMemoryHigh"_s;
            alert.annotations = { { u"runbook_url"_s, u"https://example.com/cache.md"_s + anchor } };
            const auto result = matched(library, alert);
            QVERIFY(result);
            const bool isGone = anchor == u"#gone"; // then it may be in another file by now
            QCOMPARE(result->matches.first().runbook.ref.path, isGone ? u"other.md"_s : u"cache.md"_s);
            QVERIFY(result->verdict == MatchResult::Verdict::Confident);
        }
    }

    void whatIsCalledInPartLikeAnAlertIsNotSure_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, const QString &file, const QByteArray &text, const QString &name) {
            QTest::newRow(title) << file << text << name;
        };
        row("more of it follows", u"redis-down-after-failover.md"_s, "# Redis down after failover\nredis down\n", u"redis-down"_s);
        row("a service and a degree", u"redis.md"_s, "# Redis\nHow redis is deployed.\n", u"RedisCritical"_s);
        row("a degree that is none", u"home.md"_s, "# Home\nThe home page.\n", u"Home Page"_s);
        row("within a word", u"pump-stop.md"_s, "# Pump stop\nPump stoppage.\n", u"PumpStoppage"_s);
        row("a letter that tells", u"feed-stale.md"_s, "# Feed stale\nThe feed is stale.\n", u"FeedAStale"_s);
        row("a word in capitals that tells", u"x.md"_s, "# Latency\nBE latency.\n", u"BE latency"_s);
        row("the contrary sign, as a heading", u"lag.md"_s, "# Replication lag < 30 seconds\nReplication lag.\n", u"Replication lag > 30 seconds"_s);
        row("a part of a place", u"k.md"_s, "# Kafka\n## KafkaConsumerLag-eu\nIn eu the consumer lag of kafka.\n", u"KafkaConsumerLag"_s);
        row("not for it", u"p.md"_s, "# Postgres\n## ReplicationLagHigh, not for replicas\nLag of replication is high.\n", u"ReplicationLagHigh"_s);
    }

    void whatIsCalledInPartLikeAnAlertIsNotSure()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, name);
        const LibraryFolder library;
        library.write(file, text);
        library.read();
        Alert alert;
        alert.name = name;
        const auto result = matched(library, alert);
        QVERIFY(result);
        QVERIFY(result->verdict != MatchResult::Verdict::Confident);
    }

    void aFileIsSurerThanAHeadingElsewhere()
    {
        const LibraryFolder library;
        library.write(u"runbooks/KafkaLagHigh.md"_s, "# Kafka lag is high\nMove the consumers.\n");
        library.write(u"postmortems/may.md"_s, "# Post-mortem\n## KafkaLagHigh\nKafka lag was high: the lag alert fired late.\n");
        library.write(u"alerts/KafkaConsumerGone/README.md"_s, "# Runbook\nStart it.\n");
        library.read();
        Alert alert;
        alert.name = u"KafkaLagHigh"_s;
        const auto result = matched(library, alert);
        QVERIFY(result);
        QCOMPARE(result->matches.first().runbook.ref.path, u"runbooks/KafkaLagHigh.md"_s);
        alert.name = u"KafkaConsumerGone"_s;
        const auto folder = matched(library, alert);
        QVERIFY(folder && folder->verdict == MatchResult::Verdict::Confident);
        QCOMPARE(folder->matches.first().runbook.ref.path, u"alerts/KafkaConsumerGone/README.md"_s);
    }

    void aTableLeadsFromAnAlertToItsRunbook()
    {
        const LibraryFolder library;
        library.write(u"README.md"_s, "# Runbooks\n| Alert | Runbook |\n|---|---|\n| KafkaLagHigh | [slow consumers](kafka/consumers.md) |\n"
                                      "| KafkaGone | [gone](kafka/gone.md) |\n| [KafkaHot](kafka/consumers.md#heat) | |\n");
        library.write(u"kafka/consumers.md"_s, "# Slow readers\nLook at their logs.\n## Heat\nCool it.\n");
        library.read();
        Alert alert;
        alert.name = u"kafka_lag_high"_s;
        const auto result = matched(library, alert);
        QVERIFY(result && result->verdict == MatchResult::Verdict::Confident);
        QCOMPARE(result->matches.first().runbook.ref.path, u"kafka/consumers.md"_s);
        QCOMPARE(result->matches.first().reasons.first().detail, u"the table in README.md leads to it from the alert's name"_s);
        alert.name = u"KafkaGone"_s; // a row that leads nowhere is no runbook
        const auto gone = matched(library, alert);
        QVERIFY(gone && gone->verdict != MatchResult::Verdict::Confident);
        alert.name = u"KafkaHot"_s;
        const auto heading = matched(library, alert);
        QVERIFY(heading && !heading->matches.isEmpty());
        QCOMPARE(heading->matches.first().anchor, u"heat"_s);
    }

    void anotherServicesHintDecidesNothing()
    {
        const LibraryFolder library;
        for (const QString &team : { u"orders"_s, u"payments"_s })
            library.write(u"teams/%1/DiskFull.md"_s.arg(team), "# DiskFull\nFree some room.\n");
        library.read();
        Alert alert;
        alert.name = u"DiskFull"_s;
        alert.labels = { { u"service"_s, u"billing"_s }, { u"source"_s, u"orders-exporter"_s } };
        const auto result = matched(library, alert);
        QVERIFY(result && result->verdict == MatchResult::Verdict::Possible);
        alert.labels = { { u"service"_s, u"payments"_s }, { u"source"_s, u"orders-exporter"_s } };
        const auto told = matched(library, alert);
        QVERIFY(told && told->verdict == MatchResult::Verdict::Confident);
        QCOMPARE(told->matches.first().runbook.ref.path, u"teams/payments/DiskFull.md"_s);
    }

    void searchesForWordsThatAreSomewhereTogether()
    {
        const LibraryFolder library;
        library.write(u"payment.md"_s, "# Payment errors\nThe gateway answers with errors.\n");
        library.write(u"refused.md"_s, "# Doors\nRefused.\n");
        library.read();
        const RunbookIndexStore store(library.index());
        Alert alert;
        alert.name = u"PaymentRefused"_s;
        alert.annotations = { { u"summary"_s, u"gateway has payment errors"_s } };
        const QString words = Matcher(store, {}, {}).searchWords(alert);
        QVERIFY2(words.startsWith(u"payment"_s), qPrintable(words));
        QVERIFY(!store.search(parseQuery(words), 1)->isEmpty());
        alert = {};
        alert.name = u"NothingOfIt"_s;
        QCOMPARE(Matcher(store, {}, {}).searchWords(alert), u"Nothing Of It"_s);
    }

    void survivesALogAsAnAlert()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.read();
        Alert alert;
        alert.annotations = { { u"description"_s, u"error in broker \"x\" * ( NEAR\n"_s.repeated(20'000) } };
        QVERIFY(matched(library, alert));
    }
};

QTEST_GUILESS_MAIN(TestMatcherInLibrary)
#include "tst_matcherinlibrary.moc"
