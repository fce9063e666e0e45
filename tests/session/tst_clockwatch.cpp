// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "session/clockwatch.h"
#include "support/testing.h"

#include <QSignalSpy>
#include <QTimeZone>

using namespace Handrail;

/** The wall clock against the time that passed. */
class TestClockWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAJumpIsOne()
    {
        FixedClock clock(QDateTime({ 2026, 11, 23 }, { 2, 16 }, QTimeZone::utc()));
        qint64 passed = 0;
        ClockWatch watch(clock, [&passed] { return passed; });
        QSignalSpy jumped(&watch, &ClockWatch::jumped);

        clock.advance(8 * 3600 * 1000); // a night asleep
        passed += 8 * 3600 * 1000;
        watch.look();
        clock.advance(1900); // put right a little
        watch.look();
        QVERIFY(jumped.isEmpty());

        clock.advance(-3600 * 1000);
        watch.look();
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(jumped.last().first().toLongLong(), -3600 * 1000);
        watch.look();
        QCOMPARE(jumped.size(), 1); // said once
    }
};

QTEST_GUILESS_MAIN(TestClockWatch)
#include "tst_clockwatch.moc"
