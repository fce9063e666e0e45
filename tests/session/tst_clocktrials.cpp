// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incidentmeasures.h"
#include "incident/jsonlines.h"
#include "session/clockwatch.h"
#include "session/incidentsession.h"
#include "store/incidentstore.h"
#include "support/testing.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimeZone>

#include <ctime>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

/** Days on which zones put their clocks forward or back, by no whole hour too, and moments at which programs miscount. */
struct Moment
{
    const char *name;
    const char *zone;
    const char *at; ///< UTC: a minute before it happens
    const char *zoneAfter;
};

const Moment moments[] = {
    { "Berlin goes forward", "Europe/Berlin", "2026-03-29T00:59:00Z", "Europe/Berlin" },
    { "Berlin goes back", "Europe/Berlin", "2026-10-25T00:59:00Z", "Europe/Berlin" },
    { "St. John's goes forward", "America/St_Johns", "2026-03-08T05:29:00Z", "America/St_Johns" },
    { "St. John's goes back", "America/St_Johns", "2026-11-01T04:29:00Z", "America/St_Johns" },
    { "Lord Howe goes back half an hour", "Australia/Lord_Howe", "2026-04-04T14:59:00Z", "Australia/Lord_Howe" },
    { "Lord Howe goes forward half an hour", "Australia/Lord_Howe", "2026-10-03T15:29:00Z", "Australia/Lord_Howe" },
    { "Kathmandu does neither", "Asia/Kathmandu", "2026-03-29T00:59:00Z", "Asia/Kathmandu" },
    { "somebody travels", "Europe/Berlin", "2026-06-01T12:00:00Z", "Asia/Kathmandu" },
};

struct Jump
{
    const char *name;
    const char *to; ///< UTC; null: by @c by
    qint64 by; ///< ms
};

const Jump jumps[] = {
    { "no jump", nullptr, 0 },         { "two seconds are none", nullptr, 2'000 }, { "three seconds back", nullptr, -3'000 },
    { "a day ahead", nullptr, day },   { "a day back", nullptr, -day },            { "1970", "1970-01-01T00:00:10Z", 0 },
    { "2038", "2038-01-19T03:14:08Z", 0 }, { "9999", "9999-12-31T12:00:00Z", 0 },
};

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

void moveTo(const char *zone)
{
    qputenv("TZ", zone);
    ::tzset();
}

} // namespace

/** An incident during which the clock is put forward, put back, or set to where it should not be. */
class TestClockTrials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { moveTo("Asia/Kathmandu"); }

    void theTimelineStaysInOrder_data()
    {
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("jump");
        const bool isThorough = qEnvironmentVariableIsSet("HANDRAIL_THOROUGH"); // else every moment and every jump once
        for (int moment = 0; moment < int(std::size(moments)); ++moment) {
            for (int jump = 0; jump < int(std::size(jumps)); ++jump) {
                if (isThorough || moment == jump)
                    QTest::addRow("%s, %s", moments[moment].name, jumps[jump].name) << moment << jump;
            }
        }
    }

    void theTimelineStaysInOrder()
    {
        QFETCH(const int, moment);
        QFETCH(const int, jump);
        moveTo(moments[moment].zone);
        const QTemporaryDir folder;
        FixedClock clock(utc(moments[moment].at));
        qint64 passed = 0;
        ClockWatch watch(clock, [&passed] { return passed; });
        const auto log = IncidentStore::open(folder.path(), clock);
        QVERIFY(log);
        IncidentSession session(**log, clock);
        connect(&watch, &ClockWatch::jumped, &session, &IncidentSession::recordClockJump);
        QSignalSpy written(&session, &IncidentSession::entryAppended);

        IncidentStart start;
        start.alert.name = u"QueueStuck"_s;
        start.runbook = runbookFromBytes({ u"/library"_s, u"queue.md"_s }, "# Q\n\n1. Look.\n2. Restart it.\n3. Look again.\n", {});
        session.start(start);
        QTRY_COMPARE(written.size(), 2);
        session.addNote(NoteKind::Note, u"before"_s);
        session.finishStep(StepState::Done, {});
        QTRY_COMPARE(written.size(), 4);

        // Two minutes pass, in which the zone's clocks may be put forward; and somebody sets this one.
        const QDateTime honest = clock.now().addMSecs(2 * minute);
        passed += 2 * minute;
        clock.advance(clock.now().msecsTo(jumps[jump].to ? utc(jumps[jump].to) : honest.addMSecs(jumps[jump].by)));
        moveTo(moments[moment].zoneAfter);
        const qint64 jumped = honest.msecsTo(clock.now());
        watch.look();
        session.addNote(NoteKind::Note, u"after"_s);
        session.finishStep(StepState::Done, {});
        const bool isJump = std::abs(jumped) > 2'000;
        QTRY_COMPARE(written.size(), isJump ? 7 : 6);

        const auto entries = (*log)->entries(session.incident().id).result();
        QVERIFY(entries);
        QStringList told;
        for (const TimelineEntry &entry : *entries) {
            if (entry.kind == TimelineEntry::Kind::NoteAdded)
                told.append(entry.payload.value(u"text"_s).toString());
            else if (entry.kind == TimelineEntry::Kind::ClockJumped)
                told.append(QString::number(entry.payload.value(u"milliseconds"_s).toInteger()));
        }
        QCOMPARE(told, isJump ? QStringList({ u"before"_s, QString::number(jumped), u"after"_s }) : QStringList({ u"before"_s, u"after"_s }));
        const TimelineEntry &last = entries->last();
        QCOMPARE(last.happenedAt, clock.now());
        QCOMPARE(last.utcOffsetMinutes, QTimeZone(moments[moment].zoneAfter).offsetFromUtc(clock.now()) / 60);

        for (const StepMark &mark : std::as_const(session.incident().steps))
            QVERIFY(mark.tookMs >= 0);
        const IncidentMeasures measures = measuresOf(session.incident());
        QVERIFY(measures.startToFirstStep.value_or(0) >= 0);
        QVERIFY(measures.startToOwner.value_or(0) >= 0);

        IncidentSession later(**log, clock);
        QSignalSpy opened(&later, &IncidentSession::opened);
        later.resume(session.incident().id);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(later.progress(), session.progress());
        const auto read = incidentsFromJsonLines(incidentsToJsonLines(*entries));
        QVERIFY2(read, read ? "" : qPrintable(read.problem().text));
        QCOMPARE(read->size(), entries->size());
    }
};

QTEST_GUILESS_MAIN(TestClockTrials)
#include "tst_clocktrials.moc"
