// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastruns.h"

#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QDateTime day(int number)
{
    return QDateTime({ 2026, 1, number }, { 12, 0 }, QTimeZone::utc());
}

IncidentSummary incident(int started, int steps, int finished, bool isOpen)
{
    IncidentSummary summary;
    summary.id = QString::number(started);
    summary.alertName = u"QueueStuck"_s;
    summary.fingerprint = u"f1"_s;
    summary.service = u"queue"_s;
    summary.runbookRoot = u"/ops"_s;
    summary.runbookPath = u"queue.md"_s;
    summary.startedAt = day(started);
    if (!isOpen)
        summary.resolvedAt = day(started).addSecs(60);
    summary.stepCount = steps;
    summary.finishedSteps = finished;
    summary.doneSteps = finished;
    return summary;
}

} // namespace

class TestPastRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowRunsEnded_data()
    {
        QTest::addColumn<IncidentSummary>("past");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("all steps") << incident(1, 3, 3, false) << u"followed"_s;
        IncidentSummary skipped = incident(1, 3, 3, false);
        skipped.doneSteps = 1;
        QTest::newRow("most of them skipped") << skipped << QString();
        IncidentSummary failed = incident(1, 3, 3, false);
        failed.doneSteps = 2;
        failed.failedSteps = 1;
        QTest::newRow("one failed") << failed << QString();
        QTest::newRow("none") << incident(1, 3, 0, false) << u"abandoned"_s;
        QTest::newRow("some") << incident(1, 3, 2, false) << QString();
        QTest::newRow("still open") << incident(1, 3, 3, true) << QString();
        QTest::newRow("a text without steps") << incident(1, 0, 0, false) << QString();
        IncidentSummary without = incident(1, 3, 3, false);
        without.runbookPath.clear();
        QTest::newRow("without a runbook") << without << QString();
    }

    void tellsHowRunsEnded()
    {
        QFETCH(const IncidentSummary, past);
        QFETCH(const QString, outcome);
        const QList<PastRun> runs = pastRunsIn({ past });
        QCOMPARE(runs.size(), outcome.isEmpty() ? 0 : 1);
        if (!outcome.isEmpty()) {
            QVERIFY(runs.first().outcome == (outcome == u"followed" ? PastRun::Outcome::Followed : PastRun::Outcome::Abandoned));
            QCOMPARE(runs.first().runbook, (RunbookRef { u"/ops"_s, u"queue.md"_s }));
            QCOMPARE(runs.first().alertName, u"QueueStuck"_s);
            QCOMPARE(runs.first().fingerprint, u"f1"_s);
        }
    }

    void whatPeopleSaidComesFirstWhenItIsLater()
    {
        IncidentSummary judged = incident(2, 3, 3, false);
        judged.judgements = { { u"/ops"_s, u"other.md"_s, u"part"_s, u"Other"_s, false, day(5) } };
        const QList<PastRun> runs = pastRunsIn({ incident(3, 3, 0, false), judged });
        QCOMPARE(runs.size(), 3);
        QVERIFY(runs.at(0).outcome == PastRun::Outcome::Wrong);
        QCOMPARE(runs.at(0).anchor, u"part"_s);
        QVERIFY(runs.at(1).outcome == PastRun::Outcome::Abandoned);
        QVERIFY(runs.at(2).outcome == PastRun::Outcome::Followed);
    }

    void findsWhatIsOpenAboutTheSame()
    {
        Alert alert;
        alert.name = u"QueueStuck"_s;
        const QList<IncidentSummary> all { incident(1, 3, 0, true), incident(2, 3, 0, false) };
        QCOMPARE(openIncidentsAbout(alert, {}, all).size(), 1);
        alert.name = u"Other"_s;
        QVERIFY(openIncidentsAbout(alert, {}, all).isEmpty());
        QCOMPARE(openIncidentsAbout(alert, u"Queue"_s, all).size(), 1);
        alert.fingerprint = u"f1"_s;
        QCOMPARE(openIncidentsAbout(alert, {}, all).first().id, u"1"_s);
        QVERIFY(openIncidentsAbout(Alert(), {}, all).isEmpty());

        QList<IncidentSummary> added { incident(3, 3, 0, true), incident(4, 3, 0, true) };
        added.last().addedAlerts = { QJsonObject { { u"name"_s, u"DiskFull"_s }, { u"fingerprint"_s, u"f9"_s } } };
        alert = {};
        alert.name = u"diskfull"_s;
        const QList<IncidentSummary> found = openIncidentsAbout(alert, u"queue"_s, added);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().id, u"4"_s);
    }
};

QTEST_GUILESS_MAIN(TestPastRuns)
#include "tst_pastruns.moc"

#include <QTimeZone>
