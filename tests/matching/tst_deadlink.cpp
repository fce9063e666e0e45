// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matcher.h"

#include "store/libraryfolder.h"

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

class TestDeadLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library.write(u"docs/redis/redis-memory.md"_s, "# When Redis is full\nLook at the keys.\n");
        m_library.write(u"docs/redis/redis-replication.md"_s, "# Replication\nLook at the replicas, as for ReplicaGone.\n");
        m_library.write(u"docs/mysql/memory.md"_s, "# MySQL memory\nLook at the buffers.\n");
        m_library.write(u"docs/queue/README.md"_s, "# Jobs\n## Backlog grows\nCount the workers.\n## Poison jobs\nMove them.\n");
        m_library.write(u"docs/billing/invoices.md"_s, "# Invoices\nWhom to ask.\n");
        m_library.write(u"docs/net/link-down.md"_s, "# No carrier\nLook at the cable.\n");
        m_library.write(u"docs/kafkaconsumer/README.md"_s, "# Lag\nCount the partitions.\n");
        m_library.write(u"docs/ledger/README.md"_s, "# Ledger\nThe runbooks of it.\n## Books do not balance\nCount.\n");
        m_library.write(u"docs/ledger/money-lost.md"_s, "# Money lost\nFind it.\n");
        m_library.write(u"docs/alerts.md"_s, "# Alerts\nWhat we watch.\n");
        m_library.write(u"pages/about.md"_s, "# About\nHow we work: a page for each action.\n");
        m_library.write(u"numbered/0017.md"_s, "# Certificates expire\nRenew them.\n");
        m_library.read();
    }

    void findsTheNearest_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char *name, const QString &link, const QString &nearest) { QTest::newRow(name) << link << nearest; };
        row("mistyped", u"https://git.example.com/o/r/blob/main/docs/redis/redis-memry.md"_s, u"docs/redis/redis-memory.md"_s);
        row("a short word of it mistyped", u"https://example.com/lnik-down.md"_s, u"docs/net/link-down.md"_s);
        row("its folder mistyped", u"https://example.com/kafkaconsumr"_s, u"docs/kafkaconsumer/README.md"_s);
        row("renamed", u"https://git.example.com/o/r/blob/main/docs/redis/high-memory-of-redis.md"_s, u"docs/redis/redis-memory.md"_s);
        row("in other forms", u"https://example.com/redis/RedisReplicated"_s, u"docs/redis/redis-replication.md"_s);
        row("taken up by its folder's page", u"https://example.com/docs/queue-backlog.md"_s, u"docs/queue/README.md"_s);
        row("a folder without a page of its own", u"https://example.com/docs/billing/"_s, u"docs/billing/invoices.md"_s);
        row("by its title", u"https://example.com/tls/expired-certificate"_s, u"numbered/0017.md"_s);
        row("the same word twice", u"https://example.com/invoice/invoces"_s, u"docs/billing/invoices.md"_s);
        row("the words alone, in no order", u"https://example.com/mysql-memory-pressure.md"_s, u"docs/mysql/memory.md"_s);
        row("a page without a name", u"https://wiki.example.com/pages/viewpage.action?pageId=4711"_s, {});
        row("an identifier", u"https://docs.example.com/document/d/1aB2cD3eF/edit"_s, {});
        row("a host", u"https://docs.example.com/"_s, {});
        row("no telling word", u"https://example.com/alrts"_s, {});
        row("nothing alike", u"https://example.com/kafka/consumer-lag.md"_s, {});
    }

    void findsTheNearest()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, nearest);
        const MatchResult result = matched(link);
        QCOMPARE(result.nearestToDeadLink ? result.nearestToDeadLink->runbook.ref.path : QString(), nearest);
        QVERIFY(result.verdict != MatchResult::Verdict::Confident);
    }

    void saysWhyItIsTheNearest()
    {
        const MatchResult result = matched(u"redis/redis-memry.md"_s);
        QCOMPARE(result.deadLink, u"redis/redis-memry.md"_s);
        QCOMPARE(result.matches.first().runbook.ref.path, u"docs/redis/redis-memory.md"_s);
        const Reason reason = result.matches.first().reasons.first();
        QVERIFY(reason.kind == Reason::Kind::LikeRunbookUrl);
        QCOMPARE(reason.detail, u"it is called nearly like the dead runbook link: redis, memory"_s);
    }

    void aFolderIsItsPage()
    {
        for (const QString &link : { u"https://example.com/docs/queue/"_s, u"/queue"_s, u"docs/queue/index.html"_s }) {
            const MatchResult result = matched(link);
            QCOMPARE(result.deadLink, QString());
            QVERIFY(!result.nearestToDeadLink);
            QCOMPARE(result.matches.first().runbook.ref.path, u"docs/queue/README.md"_s);
            QVERIFY(result.verdict == MatchResult::Verdict::Confident);
        }
    }

    void thePageOfAFolderOfSeveralIsNotSure()
    {
        for (const QString &link : { u"https://example.com/docs/ledger/"_s, u"ledger"_s }) {
            const MatchResult result = matched(link);
            QCOMPARE(result.deadLink, QString());
            QCOMPARE(result.matches.first().runbook.ref.path, u"docs/ledger/README.md"_s);
            QCOMPARE(result.matches.first().reasons.first().detail, u"the alert's runbook link leads to %1, a folder of several runbooks"_s.arg(link.contains(u"docs") ? u"docs/ledger"_s : u"ledger"_s));
            QVERIFY(result.verdict == MatchResult::Verdict::Possible);
        }
        for (const QString &link : { u"docs/ledger/README.md"_s, u"https://example.com/docs/ledger/#books-do-not-balance"_s }) {
            const MatchResult result = matched(link);
            QCOMPARE(result.matches.first().runbook.ref.path, u"docs/ledger/README.md"_s);
            QVERIFY(result.verdict == MatchResult::Verdict::Confident);
        }
    }

    void aFileOfThatNameInAnotherFolderIsNotSure()
    {
        const MatchResult result = matched(u"https://git.example.com/o/r/blob/main/docs/net/redis-memory.md"_s);
        QCOMPARE(result.deadLink, u"https://git.example.com/o/r/blob/main/docs/net/redis-memory.md"_s);
        QVERIFY(result.nearestToDeadLink);
        QCOMPARE(result.nearestToDeadLink->runbook.ref.path, u"docs/redis/redis-memory.md"_s);
        QCOMPARE(result.matches.first().reasons.first().detail, u"the alert's runbook link ends in redis-memory.md, but leads elsewhere"_s);
        QVERIFY(result.verdict == MatchResult::Verdict::Possible);
        // A site has other folders above its pages.
        QVERIFY(matched(u"https://example.com/ops/en/docs/redis/redis-memory/"_s).verdict == MatchResult::Verdict::Confident);
        QVERIFY(matched(u"redis-memory.html"_s).verdict == MatchResult::Verdict::Confident);
    }

    void addsNothingToWhatIsSure()
    {
        Alert alert;
        alert.name = u"ReplicaGone"_s;
        alert.annotations = { { u"summary"_s, u"replication of redis"_s } };
        const MatchContext context = followed(alert, { u"docs/redis/redis-replication.md"_s });
        const MatchResult possible = matched(alert, context);
        QVERIFY(possible.matches.first().score < Weights().confidentFrom);
        alert.runbookUrl = u"https://example.com/redis-replicatoin.md"_s;
        const MatchResult linked = matched(alert, context);
        QVERIFY(linked.matches.first().score > Weights().confidentFrom);
        QVERIFY(linked.verdict == MatchResult::Verdict::Possible);
    }

    void theNearestIsShownThoughOthersFitBetter()
    {
        Alert alert = unheard();
        alert.runbookUrl = u"https://example.com/gone/lnik-down.md"_s;
        const RunbookIndexStore store(m_library.index());
        for (const int limit : { 2, 1 }) {
            const auto result = Matcher(store, {}, {}).match(alert, limit, followed(alert, { u"docs/mysql/memory.md"_s, u"docs/redis/redis-memory.md"_s }));
            QVERIFY(result && result->nearestToDeadLink);
            QCOMPARE(result->matches.size(), limit);
            QCOMPARE(result->nearestToDeadLink->runbook.ref.path, u"docs/net/link-down.md"_s);
            QCOMPARE(result->matches.last() == *result->nearestToDeadLink, limit > 1);
        }
    }

    void whatSomebodyCalledWrongIsNotTheNearest()
    {
        Alert alert = unheard();
        alert.runbookUrl = u"https://example.com/gone/lnik-down.md"_s;
        MatchContext context;
        context.pastRuns = { { alert.name, {}, { m_library.root(), u"docs/net/link-down.md"_s }, {}, PastRun::Outcome::Wrong, QDateTime::currentDateTimeUtc() } };
        const MatchResult result = matched(alert, context);
        QVERIFY(!result.deadLink.isEmpty());
        QVERIFY(!result.nearestToDeadLink);
    }

    void asksEveryLink()
    {
        Alert alert = unheard();
        alert.runbookUrl = u"https://example.com/gone/nowhere.md"_s;
        alert.annotations = { { u"runbook"_s, u"TBD"_s }, { u"runbook_team"_s, u"docs/queue"_s }, { u"runbook2"_s, u"docs/redis/redis-memry.md"_s } };
        const MatchResult result = matched(alert);
        QCOMPARE(result.deadLink, alert.runbookUrl);
        QVERIFY(result.nearestToDeadLink);
        QCOMPARE(result.nearestToDeadLink->runbook.ref.path, u"docs/redis/redis-memory.md"_s);
    }

    void aHostileLinkIsSoonRead()
    {
        QString words;
        for (int i = 0; i < 100'000; ++i)
            words += QString::number(i, 26) + u'-';
        const MatchResult result = matched(u"https://example.com/"_s + words);
        QCOMPARE(result.deadLink, QString()); // no link is that long
    }

    void thatWhichIsFoundIsNoDeadLink()
    {
        Alert alert = unheard();
        alert.runbookUrl = u"https://example.com/gone/nowhere.md"_s;
        alert.annotations = { { u"runbook"_s, u"mysql/memory.md"_s } };
        const auto result = matched(alert);
        QCOMPARE(result.deadLink, QString());
        QCOMPARE(result.matches.first().runbook.ref.path, u"docs/mysql/memory.md"_s);
        QCOMPARE(result.matches.size(), 1);
    }

private:
    static Alert unheard()
    {
        Alert alert;
        alert.name = u"Unheard"_s;
        return alert;
    }

    MatchContext followed(const Alert &alert, const QStringList &paths) const
    {
        MatchContext context;
        for (const QString &path : paths)
            context.pastRuns.append({ alert.name, {}, { m_library.root(), path }, {}, PastRun::Outcome::Followed, QDateTime::currentDateTimeUtc() });
        return context;
    }

    MatchResult matched(const Alert &alert, const MatchContext &context = {}) const
    {
        const RunbookIndexStore store(m_library.index());
        const auto result = Matcher(store, {}, {}).match(alert, 5, context);
        return result ? *result : MatchResult {};
    }

    MatchResult matched(const QString &link) const
    {
        Alert alert = unheard();
        alert.runbookUrl = link;
        return matched(alert);
    }

    LibraryFolder m_library;
};

QTEST_GUILESS_MAIN(TestDeadLink)
#include "tst_deadlink.moc"
