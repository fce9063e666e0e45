// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/happened.h"
#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** When a note says that it happened: now is 14:20 in Vienna, 13:20 UTC. */
class TestHappened : public QObject
{
    Q_OBJECT

    const QTimeZone m_zone { "Europe/Vienna" };
    const QDateTime m_now = QDateTime({ 2026, 11, 23 }, { 13, 20 }, QTimeZone::utc());

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("utc"); // empty: now
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing said") << u"all well"_s << QString() << u"all well"_s;
        QTest::newRow("clock") << u"@14:02 pods fell"_s << u"2026-11-23T13:02:00Z"_s << u"pods fell"_s;
        QTest::newRow("seconds") << u"@14:02:30 pods fell"_s << u"2026-11-23T13:02:30Z"_s << u"pods fell"_s;
        QTest::newRow("one digit") << u"@9:05 pods fell"_s << u"2026-11-23T08:05:00Z"_s << u"pods fell"_s;
        QTest::newRow("yesterday's") << u"@23:50 pods fell"_s << u"2026-11-22T22:50:00Z"_s << u"pods fell"_s;
        QTest::newRow("a day") << u"@2026-11-20 08:00 deploy"_s << u"2026-11-20T07:00:00Z"_s << u"deploy"_s;
        QTest::newRow("summer") << u"@2026-07-01 08:00 deploy"_s << u"2026-07-01T06:00:00Z"_s << u"deploy"_s;
        QTest::newRow("minutes ago") << u"-20m pods fell"_s << u"2026-11-23T13:00:00Z"_s << u"pods fell"_s;
        QTest::newRow("hours ago") << u"-1h30m pods fell"_s << u"2026-11-23T11:50:00Z"_s << u"pods fell"_s;
        QTest::newRow("on its own line") << u"-2h\npods fell"_s << u"2026-11-23T11:20:00Z"_s << u"pods fell"_s;
        QTest::newRow("a person") << u"@ada 14:02"_s << QString() << u"@ada 14:02"_s;
        QTest::newRow("a list") << u"- 20m of cable"_s << QString() << u"- 20m of cable"_s;
        QTest::newRow("a number") << u"-5 degrees"_s << QString() << u"-5 degrees"_s;
        QTest::newRow("an option") << u"-20mb is the limit"_s << QString() << u"-20mb is the limit"_s;
        QTest::newRow("in the middle") << u"seen @14:02 by me"_s << QString() << u"seen @14:02 by me"_s;
        QTest::newRow("alone") << u"@14:02"_s << u"2026-11-23T13:02:00Z"_s << QString();
    }

    void read()
    {
        QFETCH(const QString, note);
        QFETCH(const QString, utc);
        QFETCH(const QString, text);
        const Happened happened = readHappened(note, m_now, m_zone);
        QVERIFY(happened.state == (utc.isEmpty() ? Happened::State::Now : Happened::State::Then));
        QCOMPARE(happened.at, utc.isEmpty() ? QDateTime() : QDateTime::fromString(utc, Qt::ISODate));
        QCOMPARE(happened.text, text);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("tomorrow") << u"@2026-11-24 08:00 deploy"_s;
        QTest::newRow("later today, with its day") << u"@2026-11-23 14:21 deploy"_s;
        QTest::newRow("another century") << u"@1999-12-31 23:59 deploy"_s;
        QTest::newRow("no such hour") << u"@25:00 deploy"_s;
        QTest::newRow("no such day") << u"@2026-02-30 10:00 deploy"_s;
    }

    void refused()
    {
        QFETCH(const QString, note);
        const Happened happened = readHappened(note, m_now, m_zone);
        QVERIFY(happened.state == Happened::State::Refused);
        QCOMPARE(happened.text, note); // nothing that was written is lost
    }
};

QTEST_GUILESS_MAIN(TestHappened)
#include "tst_happened.moc"
