// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matchjson.h"

#include "support/testing.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

/** Gives every section it has for every question: the matcher has to tell them apart. */
class FakeIndex : public RunbookIndex
{
public:
    Result<QList<RunbookEntry>> runbooks() const override { return QList<RunbookEntry> {}; }
    Result<QList<SearchHit>> search(const SearchQuery &, int) const override { return QList<SearchHit> {}; }
    Result<QList<SectionRecord>> candidates(const CandidateQuery &, int) const override
    {
        if (isBroken)
            return Problem { Problem::Severity::Error, u"The index is gone."_s, 0 };
        return records;
    }
    QStringList nearestWords(const QString &, int) const override { return {}; }

    void add(const QString &path, const QString &title, const QString &text, const QString &anchor = {},
             const QStringList &alerts = {}, const QStringList &listedAlerts = {})
    {
        SectionRecord record;
        record.runbook.ref = { u"/library"_s, path };
        record.runbook.title = title;
        record.anchor = anchor;
        record.title = title;
        record.alerts = alerts;
        for (const QString &alert : listedAlerts)
            record.listedAlerts.append({ alert });
        record.text = text;
        records.append(record);
    }

    QList<SectionRecord> records;
    bool isBroken = false;
};

Alert named(const QString &name)
{
    Alert alert;
    alert.name = name;
    alert.labels = { { u"alertname"_s, name } };
    return alert;
}

MatchResult matched(const FakeIndex &index, const Alert &alert, int limit = 10, const QList<PastRun> &pastRuns = {})
{
    const auto result = Matcher(index, {}, {}).match(alert, limit, { {}, pastRuns, {} });
    return result ? *result : MatchResult {};
}

} // namespace

class TestMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersWhatHelped_data()
    {
        QTest::addColumn<QList<PastRun>>("pastRuns");
        QTest::addColumn<QString>("first");
        QTest::addColumn<MatchResult::Verdict>("verdict");
        QTest::addColumn<QString>("said");
        using Outcome = PastRun::Outcome;
        const auto run = [](const QString &alert, const QString &fingerprint, const QString &path, Outcome outcome, int day) {
            return PastRun { alert, fingerprint, { u"/library"_s, path }, {}, outcome, QDateTime({ 2026, 1, day }, { 12, 0 }, QTimeZone::utc()) };
        };
        const QString exact = u"queue-too-long.md"_s;
        const QString other = u"workers.md"_s;
        QTest::newRow("nothing") << QList<PastRun> {} << exact << MatchResult::Verdict::Confident << QString();
        QTest::newRow("judged right, by name")
            << QList<PastRun> { run(u"queue_too_long"_s, {}, other, Outcome::Right, 3) } << exact << MatchResult::Verdict::Possible << QString();
        QTest::newRow("another alert's past") << QList<PastRun> { run(u"DiskFull"_s, u"x"_s, exact, Outcome::Wrong, 3) } << exact
                                              << MatchResult::Verdict::Confident << QString();
        QTest::newRow("judged wrong") << QList<PastRun> { run(u"QueueTooLong"_s, {}, exact, Outcome::Wrong, 3) } << other
                                      << MatchResult::Verdict::Possible << QString();
        QTest::newRow("one wrong, one right, by fingerprint")
            << QList<PastRun> { run(u"Renamed"_s, u"f1"_s, other, Outcome::Right, 4), run(u"Renamed"_s, u"f1"_s, exact, Outcome::Wrong, 3) }
            << other << MatchResult::Verdict::Confident << u"it was the right one for this alert on 2026-01-04"_s;
        QTest::newRow("changed their mind")
            << QList<PastRun> { run(u"QueueTooLong"_s, {}, exact, Outcome::Right, 5), run(u"QueueTooLong"_s, {}, exact, Outcome::Wrong, 3) }
            << exact << MatchResult::Verdict::Confident << u"it was the right one for this alert on 2026-01-05"_s;
        QTest::newRow("abandoned is no longer sure") << QList<PastRun> { run(u"QueueTooLong"_s, {}, exact, Outcome::Abandoned, 3) } << exact
                                                     << MatchResult::Verdict::Possible << QString();
        QTest::newRow("followed") << QList<PastRun> { run(u"QueueTooLong"_s, {}, exact, Outcome::Followed, 3) } << exact
                                  << MatchResult::Verdict::Confident << u"it was followed to its end for this alert on 2026-01-03"_s;
    }

    void remembersWhatHelped()
    {
        QFETCH(const QList<PastRun>, pastRuns);
        QFETCH(const QString, first);
        QFETCH(const MatchResult::Verdict, verdict);
        QFETCH(const QString, said);
        FakeIndex index;
        index.add(u"queue-too-long.md"_s, u"QueueTooLong"_s, u"Jobs wait."_s);
        index.add(u"workers.md"_s, u"Workers"_s, u"For QueueTooLong: restart the workers."_s);
        Alert alert = named(u"QueueTooLong"_s);
        alert.fingerprint = u"f1"_s;
        const MatchResult result = matched(index, alert, 10, pastRuns);
        QVERIFY(!result.matches.isEmpty());
        QCOMPARE(result.matches.first().runbook.ref.path, first);
        QVERIFY(result.verdict == verdict);
        QStringList reasons;
        for (const Reason &reason : result.matches.first().reasons)
            reasons.append(reason.detail);
        QVERIFY2(said.isEmpty() || reasons.contains(said), qPrintable(reasons.join(u'\n')));
        for (const Match &match : result.matches) {
            const bool isWrong = std::any_of(pastRuns.begin(), pastRuns.end(), [&match](const PastRun &run) {
                return run.runbook == match.runbook.ref && run.outcome == PastRun::Outcome::Wrong && run.alertName == u"QueueTooLong";
            });
            if (isWrong && first != match.runbook.ref.path)
                QVERIFY(match.against.contains(u"the wrong one for this alert"_s));
        }
    }

    void readsRowsOfTables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("as written") << u"Queue depth"_s << u"a row of the table is the alert's name"_s;
        QTest::newRow("in another spelling") << u"queue-depth"_s << u"a row of the table is the alert's name"_s;
        QTest::newRow("with a degree") << u"QueueDepthCritical"_s << u"a row of the table, but for the severity, is the alert's name"_s;
        QTest::newRow("with its sign") << u"Lag > 30"_s << u"a row of the table is the alert's name"_s;
        QTest::newRow("with the contrary sign") << u"Lag < 30"_s << QString();
        QTest::newRow("with its numbers") << u"disk-11.1"_s << u"a row of the table is the alert's name"_s;
        QTest::newRow("with other numbers") << u"Disk 1.11"_s << QString();
        QTest::newRow("nothing but degrees") << u"Critical Warning Critical"_s << QString();
    }

    void readsRowsOfTables()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, reason);
        FakeIndex index;
        index.add(u"limits.md"_s, u"Limits"_s, u"What is watched."_s, u"limits"_s, {}, { u"Queue depth"_s, u"Lag > 30"_s, u"Disk 11.1"_s });
        const MatchResult result = matched(index, named(name));
        QStringList reasons;
        for (const Match &match : result.matches) {
            for (const Reason &each : match.reasons)
                reasons.append(each.detail);
        }
        QVERIFY2(reason.isEmpty() ? reasons.filter(u"row of the table"_s).isEmpty() : reasons.contains(reason), qPrintable(reasons.join(u'\n')));
    }

    void isNotSureOfARowThatAnotherTableHasToo()
    {
        FakeIndex index;
        index.add(u"a.md"_s, u"Ours"_s, u"Books are late."_s, u"ours"_s, {}, { u"LedgerLagging"_s });
        Alert alert = named(u"LedgerLagging"_s);
        alert.annotations = { { u"summary"_s, u"books are late"_s } };
        QVERIFY(matched(index, alert).verdict == MatchResult::Verdict::Confident);
        index.add(u"b.md"_s, u"Theirs"_s, u"Money."_s, u"theirs"_s, {}, { u"LedgerLagging"_s });
        QVERIFY(matched(index, alert).verdict == MatchResult::Verdict::Possible);
    }

    void saysThatALinkIsDead()
    {
        FakeIndex index;
        index.add(u"queue-too-long.md"_s, u"QueueTooLong"_s, u"Jobs wait."_s);
        Alert alert = named(u"QueueTooLong"_s);
        alert.runbookUrl = u"https://git.example.com/o/r/blob/main/gone/elsewhere.md"_s;
        const MatchResult result = matched(index, alert);
        QCOMPARE(result.deadLink, alert.runbookUrl);
        QCOMPARE(result.matches.first().runbook.ref.path, u"queue-too-long.md"_s);
        alert.runbookUrl = u"https://git.example.com/o/r/blob/main/queue-too-long.md"_s;
        QVERIFY(matched(index, alert).deadLink.isEmpty());
        QVERIFY(matched(index, named(u"QueueTooLong"_s)).deadLink.isEmpty());
    }

    void finds_data()
    {
        QTest::addColumn<Alert>("alert");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<Reason::Kind>("kind");
        QTest::addColumn<MatchResult::Verdict>("verdict");
        using Kind = Reason::Kind;
        using Verdict = MatchResult::Verdict;

        QTest::newRow("file name") << named(u"QueueTooLong"_s) << u"queue/queue-too-long.md"_s << QString()
                                   << Kind::AlertName << Verdict::Confident;
        QTest::newRow("heading") << named(u"DiskFull"_s) << u"alerts.md"_s << u"diskfull"_s << Kind::AlertName
                                 << Verdict::Confident;
        QTest::newRow("front matter") << named(u"LedgerStuck"_s) << u"ledger.md"_s << QString() << Kind::AlertName
                                      << Verdict::Confident;
        QTest::newRow("degree at the end") << named(u"QueueTooLongCritical"_s) << u"queue/queue-too-long.md"_s
                                           << QString() << Kind::AlertName << Verdict::Possible;

        Alert linked = named(u"SomethingElse"_s);
        linked.runbookUrl = u"https://git.example.com/o/r/blob/main/alerts.md#DiskFull"_s;
        QTest::newRow("link") << linked << u"alerts.md"_s << u"diskfull"_s << Kind::RunbookUrl << Verdict::Confident;

        Alert matched = named(u"Errors"_s);
        matched.labels.insert(u"severity"_s, u"critical"_s);
        QTest::newRow("matchers") << matched << u"web.md"_s << QString() << Kind::Matcher << Verdict::Confident;

        Alert words;
        words.annotations = { { u"summary"_s, u"Jobs are waiting, workers do not take them"_s } };
        QTest::newRow("words") << words << u"queue/queue-too-long.md"_s << QString() << Kind::Text << Verdict::Possible;
    }

    void finds()
    {
        QFETCH(const Alert, alert);
        QFETCH(const QString, path);
        QFETCH(const QString, anchor);
        QFETCH(const Reason::Kind, kind);
        QFETCH(const MatchResult::Verdict, verdict);
        FakeIndex index;
        index.add(u"alerts.md"_s, u"Alerts"_s, u"What we watch."_s);
        index.add(u"alerts.md"_s, u"DiskFull"_s, u"Free some room."_s, u"diskfull"_s, { u"DiskFull"_s });
        index.add(u"alerts.md"_s, u"DiskSlow"_s, u"Look at the device."_s, u"diskslow"_s, { u"DiskSlow"_s });
        index.add(u"queue/queue-too-long.md"_s, u"Too many jobs"_s, u"Jobs wait because a worker does not take them."_s);
        index.add(u"ledger.md"_s, u"Ledger"_s, u"Books money."_s, {}, { u"LedgerStuck"_s });
        index.add(u"web.md"_s, u"Pages fail"_s, u"Pages fail."_s, {}, { u"{alertname=\"Errors\",severity=~\"crit.*\"}"_s });

        const MatchResult result = matched(index, alert);
        QVERIFY(!result.matches.isEmpty());
        const Match best = result.matches.first();
        QCOMPARE(best.runbook.ref.path, path);
        QCOMPARE(best.anchor, anchor);
        QCOMPARE(toString(best.reasons.first().kind), toString(kind));
        QCOMPARE(toString(result.verdict), toString(verdict));
        double doubt = 1;
        for (const Reason &reason : best.reasons) {
            QVERIFY(!reason.detail.isEmpty());
            doubt *= 1 - reason.weight;
        }
        QVERIFY(qAbs(best.score - (1 - doubt)) < 1e-9); // the score is its reasons
    }

    void saysNoneWhenNothingFits()
    {
        FakeIndex index;
        index.add(u"queue.md"_s, u"Queue"_s, u"Jobs wait."_s);
        const MatchResult result = matched(index, named(u"SolarPanelDirty"_s));
        QVERIFY(result.verdict == MatchResult::Verdict::None);
        QVERIFY(result.matches.isEmpty());
        QVERIFY(matched(index, {}).verdict == MatchResult::Verdict::None);
        QVERIFY(matched({}, named(u"Queue"_s)).verdict == MatchResult::Verdict::None);
    }

    void isNotSureOfOneOfTwo()
    {
        FakeIndex index;
        index.add(u"a/QueueTooLong.md"_s, u"QueueTooLong"_s, u"Jobs wait."_s);
        QVERIFY(matched(index, named(u"QueueTooLong"_s)).verdict == MatchResult::Verdict::Confident);
        index.add(u"b/QueueTooLong.md"_s, u"QueueTooLong"_s, u"Jobs wait."_s);
        const MatchResult tie = matched(index, named(u"QueueTooLong"_s));
        QVERIFY(tie.verdict == MatchResult::Verdict::Possible);
        QCOMPARE(tie.matches.first().runbook.ref.path, u"a/QueueTooLong.md"_s); // the same each time
    }

    void isSureOfAHeadingThatAFileHasTwice()
    {
        FakeIndex index;
        for (const QString &anchor : { u"disklow"_s, u"disklow-1"_s })
            index.add(u"alerts.md"_s, u"DiskLow"_s, u"Free some room."_s, anchor, { u"DiskLow"_s });
        const MatchResult result = matched(index, named(u"DiskLow"_s));
        QVERIFY(result.verdict == MatchResult::Verdict::Confident);
        QCOMPARE(result.matches.first().anchor, u"disklow"_s);
    }

    void isNotSureOfATitleThatSaysAnother_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("the contrary") << u"Node Ready"_s << u"NodeNotReady"_s;
        QTest::newRow("another side") << u"Load above limit"_s << u"LoadBelowLimit"_s;
        QTest::newRow("another degree") << u"DiskLowWarning"_s << u"DiskLowCritical"_s;
    }

    void isNotSureOfATitleThatSaysAnother()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, name);
        FakeIndex index;
        index.add(u"a.md"_s, title, title);
        QVERIFY(matched(index, named(name)).verdict != MatchResult::Verdict::Confident);
    }

    void isNotSureOfAHeadingThatAnotherFileHasToo()
    {
        FakeIndex index;
        for (const QString &anchor : { u"disklow"_s, u"disklow-1"_s })
            index.add(u"a.md"_s, u"DiskLow"_s, u"Free some room."_s, anchor, { u"DiskLow"_s });
        index.add(u"b.md"_s, u"DiskLow"_s, u"Free some room."_s, u"disklow"_s, { u"DiskLow"_s });
        QVERIFY(matched(index, named(u"DiskLow"_s)).verdict == MatchResult::Verdict::Possible);
    }

    void isNeverSureByServiceAndWordsAlone()
    {
        FakeIndex index;
        index.add(u"ledger/Books.md"_s, u"Books do not balance"_s, u"Books do not balance."_s);
        Alert alert;
        alert.service = u"ledger"_s;
        alert.annotations = { { u"summary"_s, u"books do not balance"_s } };
        const MatchResult result = matched(index, alert);
        QVERIFY(result.matches.first().score > 0.8);
        QVERIFY(result.verdict == MatchResult::Verdict::Possible);
    }

    void letsTheServiceDecide()
    {
        FakeIndex index;
        index.add(u"billing/HighErrorRate.md"_s, u"HighErrorRate"_s, u"Errors."_s);
        index.add(u"checkout/HighErrorRate.md"_s, u"HighErrorRate"_s, u"Errors."_s);
        Alert alert = named(u"HighErrorRate"_s);
        alert.service = u"checkout"_s;
        const MatchResult result = matched(index, alert);
        QVERIFY(result.verdict == MatchResult::Verdict::Confident);
        QCOMPARE(result.matches.first().runbook.ref.path, u"checkout/HighErrorRate.md"_s);
        const QList<Reason> reasons = result.matches.first().reasons;
        QVERIFY(std::any_of(reasons.begin(), reasons.end(), [](const Reason &reason) {
            return reason.detail == u"it is in the service's folder: its service is checkout";
        }));
    }

    void showsAFileOnce()
    {
        FakeIndex index;
        for (int i = 0; i < 6; ++i)
            index.add(u"alerts.md"_s, u"Disk%1Full"_s.arg(i), u"The disk is full."_s, u"disk%1full"_s.arg(i));
        index.add(u"alerts.md"_s, u"Alerts"_s, u"The disk is full, or the memory."_s);
        Alert alert;
        alert.annotations = { { u"summary"_s, u"disk full"_s } };
        const MatchResult result = matched(index, alert);
        QCOMPARE(result.matches.size(), 3);
        for (const Match &match : result.matches)
            QVERIFY(!match.anchor.isEmpty());
    }

    void holdsTheLimit()
    {
        FakeIndex index;
        for (int i = 0; i < 6; ++i)
            index.add(u"disk%1.md"_s.arg(i), u"Disk full"_s, u"The disk is full."_s);
        QCOMPARE(matched(index, named(u"DiskFull"_s), 2).matches.size(), 2);
        QCOMPARE(matched(index, named(u"DiskFull"_s), 0).matches.size(), 0);
    }

    void saysWhoseItIs()
    {
        Catalog catalog;
        Service ledger;
        ledger.name = u"ledger"_s;
        ledger.owner = u"platform"_s;
        ledger.aliases = { u"ledger-db"_s };
        catalog.add(ledger);
        Alert alert = named(u"X"_s);
        alert.labels.insert(u"app"_s, u"unheard-of"_s);
        alert.labels.insert(u"component"_s, u"ledger-db"_s);
        const auto result = Matcher(FakeIndex(), catalog, { u"platform"_s }).match(alert, 5);
        QVERIFY(result);
        QCOMPARE(result->ownership.service, u"ledger"_s);
        QVERIFY(result->ownership.concerns == Ownership::Concerns::Mine);
        const auto withoutTeams = Matcher(FakeIndex(), catalog, {}).match(alert, 5);
        QVERIFY(withoutTeams);
        QVERIFY(withoutTeams->ownership.concerns == Ownership::Concerns::Unknown);
        QVERIFY(withoutTeams->ownership.reason.endsWith(u"; which teams are yours is not set"_s));
    }

    void handsOnTheIndexsProblem()
    {
        FakeIndex index;
        index.isBroken = true;
        QCOMPARE(Matcher(index, {}, {}).match(named(u"X"_s), 5).problem().text, u"The index is gone."_s);
    }

    void speaksJson()
    {
        FakeIndex index;
        index.add(u"queue/QueueTooLong.md"_s, u"QueueTooLong"_s, u"Jobs wait."_s);
        const Alert alert = named(u"QueueTooLong"_s);
        const QJsonObject json = toJson(alert, matched(index, alert));
        QCOMPARE(json.keys(), QStringList({ u"alert"_s, u"matches"_s, u"ownership"_s, u"verdict"_s }));
        QCOMPARE(json[u"verdict"_s].toString(), u"confident"_s);
        const QJsonObject match = json[u"matches"_s].toArray().first().toObject();
        QCOMPARE(match.keys(), QStringList({ u"anchor"_s, u"reasons"_s, u"runbook"_s, u"score"_s, u"title"_s }));
        QVERIFY(match[u"anchor"_s].isNull());
        const QJsonObject reason = match[u"reasons"_s].toArray().first().toObject();
        QCOMPARE(reason.keys(), QStringList({ u"detail"_s, u"kind"_s, u"weight"_s }));
        QCOMPARE(reason[u"kind"_s].toString(), u"alert-name"_s);
        const QJsonObject ownership = json[u"ownership"_s].toObject();
        QVERIFY(ownership[u"owner"_s].isNull());
        QCOMPARE(ownership[u"concerns"_s].toString(), u"unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"
