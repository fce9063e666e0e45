// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"
#include "catalog/oncall.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(const QString &time)
{
    return QDateTime::fromString(time, Qt::ISODate);
}

} // namespace

class TestOnCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoseShiftItIs_data()
    {
        QTest::addColumn<QString>("calendar");
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QDateTime>("until");
        const auto row = [](const char *name, const QString &calendar, const QString &when, const QString &person, const QString &until) {
            QTest::newRow(name) << calendar << at(when) << person << at(until);
        };
        const QString weekly = u"weekly.ics"_s;
        row("first week", weekly, u"2026-01-06T12:00:00Z"_s, u"R. Ito"_s, u"2026-01-12T08:00:00Z"_s);
        row("its last second", weekly, u"2026-01-12T07:59:59Z"_s, u"R. Ito"_s, u"2026-01-12T08:00:00Z"_s);
        row("handed over", weekly, u"2026-01-12T08:00:00Z"_s, u"M. Okafor"_s, u"2026-01-19T08:00:00Z"_s);
        row("before the first", weekly, u"2026-01-05T07:59:59Z"_s, {}, {});
        row("every other week", weekly, u"2026-01-20T00:00:00Z"_s, u"R. Ito"_s, u"2026-01-26T08:00:00Z"_s);
        row("an evening taken over", weekly, u"2026-01-07T18:30:00Z"_s, u"Anna Ähren"_s, u"2026-01-07T23:00:00Z"_s);
        row("and given back", weekly, u"2026-01-07T23:00:00Z"_s, u"R. Ito"_s, u"2026-01-12T08:00:00Z"_s);
        row("a week left out", weekly, u"2026-02-10T12:00:00Z"_s, {}, {});
        row("the clock goes forward in it", weekly, u"2026-03-29T12:00:00Z"_s, u"M. Okafor"_s, u"2026-03-30T07:00:00Z"_s);
        row("years later", weekly, u"2031-06-04T12:00:00Z"_s, u"R. Ito"_s, u"2031-06-09T07:00:00Z"_s);
        const QString moved = u"moved.ics"_s;
        row("a name with a comma", moved, u"2026-03-02T22:30:00Z"_s, u"Lee, Sam"_s, u"2026-03-03T08:00:00Z"_s);
        row("one night moved and given to another", moved, u"2026-03-03T22:30:00Z"_s, u"K. Sato"_s, u"2026-03-04T08:00:00Z"_s);
        row("what it was moved from", moved, u"2026-03-03T21:00:00Z"_s, {}, {});
        row("after the last of five", moved, u"2026-03-06T22:00:00Z"_s, {}, {});
        const QString own = u"own-zone.ics"_s;
        row("a zone the file describes", own, u"2026-04-02T04:00:00Z"_s, u"P. Rao"_s, u"2026-04-02T11:30:00Z"_s);
        row("an additional day", own, u"2026-04-04T04:00:00Z"_s, u"P. Rao"_s, u"2026-04-04T11:30:00Z"_s);
        row("no Sunday", own, u"2026-04-05T04:00:00Z"_s, {}, {});
        const QString day = u"all-day.ics"_s;
        row("two share a day", day, u"2026-05-01T04:00:00Z"_s, u"A. Roe and J. Doe"_s, u"2026-05-02T04:00:00Z"_s);
        row("before it begins there", day, u"2026-05-01T03:59:00Z"_s, {}, {});
        const QString changed = u"changed.ics"_s;
        row("before all that follow were changed", changed, u"2026-03-09T22:00:00Z"_s, u"R. Ito"_s, u"2026-03-10T05:00:00Z"_s);
        row("the first changed one", changed, u"2026-03-10T19:30:00Z"_s, u"M. Okafor"_s, u"2026-03-11T04:00:00Z"_s);
        row("one that follows, before its planned time", changed, u"2026-03-15T19:30:00Z"_s, u"M. Okafor"_s, u"2026-03-16T04:00:00Z"_s);
        row("it is no longer its planned time", changed, u"2026-03-16T04:30:00Z"_s, {}, {});
        row("one of them given to another", changed, u"2026-03-20T20:30:00Z"_s, u"Eve"_s, u"2026-03-21T04:00:00Z"_s);
        row("after that as before", changed, u"2026-03-21T19:30:00Z"_s, u"M. Okafor"_s, u"2026-03-22T04:00:00Z"_s);
        row("changed again, in another zone", changed, u"2026-04-09T23:30:00Z"_s, u"K. Sato"_s, u"2026-04-10T01:00:00Z"_s);
        row("moved to later", changed, u"2026-04-09T20:30:00Z"_s, {}, {});
        row("cancelled with all that follow", changed, u"2026-05-09T22:00:00Z"_s, {}, {});
        row("days, before the change", changed, u"2027-01-04T12:00:00Z"_s, u"A. Roe"_s, u"2027-01-05T00:00:00Z"_s);
        row("days, changed, with a length", changed, u"2027-01-07T12:00:00Z"_s, u"J. Doe"_s, u"2027-01-08T00:00:00Z"_s);
        row("days, cancelled without a start", changed, u"2027-01-12T12:00:00Z"_s, {}, {});
        const QString abroad = u"changed-abroad.ics"_s; // its own zone is not that of its shifts
        row("one given to another", abroad, u"2026-03-04T22:00:00Z"_s, u"Eve"_s, u"2026-03-05T05:00:00Z"_s);
        row("one cancelled", abroad, u"2026-03-06T22:00:00Z"_s, {}, {});
        row("the last before they end", abroad, u"2026-03-09T22:00:00Z"_s, u"R. Ito"_s, u"2026-03-10T05:00:00Z"_s);
        row("the first that is cancelled with all that follow", abroad, u"2026-03-10T22:00:00Z"_s, {}, {});
        row("days that became nights", abroad, u"2027-01-07T20:00:00Z"_s, u"J. Doe"_s, u"2027-01-08T07:00:00Z"_s);
        row("another person, the time is not said", abroad, u"2028-01-06T09:00:00Z"_s, u"K. Sato"_s, u"2028-01-06T16:00:00Z"_s);
        row("another time, the person is not said", abroad, u"2028-01-11T07:00:00Z"_s, u"P. Rao"_s, u"2028-01-11T14:00:00Z"_s);
        row("one named by its day", abroad, u"2028-01-20T09:00:00Z"_s, u"Eve"_s, u"2028-01-20T16:00:00Z"_s);
        row("changed with a rule of its own", abroad, u"2029-01-06T09:00:00Z"_s, u"K. Sato"_s, u"2029-01-06T16:00:00Z"_s);
        row("and cancelled after that", abroad, u"2029-01-11T09:00:00Z"_s, {}, {});
        row("not the one cancelled, which is called nearly so", abroad, u"2030-01-06T09:00:00Z"_s, u"M. Okafor"_s, u"2030-01-06T16:00:00Z"_s);
        row("begins in one zone and ends in another", abroad, u"2025-12-01T07:00:00Z"_s, u"Lee"_s, u"2025-12-01T08:00:00Z"_s);
        row("nobody is named", abroad, u"2025-11-10T14:30:00Z"_s, {}, {});
        row("a shift without a zone, ended by UTC", abroad, u"2031-01-06T17:00:00Z"_s, u"F. Loat"_s, u"2031-01-06T22:00:00Z"_s);
        row("its next, moved an hour by UTC", abroad, u"2031-01-07T16:00:00Z"_s, u"Eve"_s, u"2031-01-07T23:00:00Z"_s);
        row("and the next, which follows", abroad, u"2031-01-08T16:30:00Z"_s, u"Eve"_s, u"2031-01-08T23:00:00Z"_s);
        row("it does not begin as planned", abroad, u"2031-01-08T15:30:00Z"_s, u"M. Okafor"_s, u"2031-01-08T16:00:00Z"_s);
        row("changed to a time of UTC, the next after it", abroad, u"2031-01-11T18:30:00Z"_s, u"Lee"_s, u"2031-01-11T19:00:00Z"_s);
        row("instead of somebody", abroad, u"2032-01-06T15:00:00Z"_s, u"Eve"_s, u"2032-01-06T16:00:00Z"_s);
        row("with what it is for in brackets", abroad, u"2032-01-06T16:30:00Z"_s, u"A. Roe"_s, u"2032-01-06T17:00:00Z"_s);
        row("the calendar's zone as Windows calls it", abroad, u"2025-11-11T14:30:00Z"_s, u"N. Yorker"_s, u"2025-11-11T15:00:00Z"_s);
        const QString windows = u"windows-zone.ics"_s;
        row("a zone as Windows calls it", windows, u"2026-03-03T00:30:00Z"_s, u"J. Novak"_s, u"2026-03-03T08:00:00Z"_s);
        row("a day left out there", windows, u"2026-03-04T00:30:00Z"_s, {}, {});
    }

    void saysWhoseShiftItIs()
    {
        QFETCH(const QString, calendar);
        QFETCH(const QDateTime, when);
        QFETCH(const QString, person);
        QFETCH(const QDateTime, until);
        const auto onCall = onCallAt(Testing::fixture(u"catalog/oncall/"_s + calendar), when);
        QCOMPARE(onCall ? onCall->person : QString(), person);
        QCOMPARE(onCall ? onCall->until : QDateTime(), until);
    }

    void takesAnything_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no calendar") << QByteArray("hello");
        QTest::newRow("an event alone") << QByteArray("BEGIN:VEVENT\nDTSTART:20260101T000000Z\nEND:VEVENT\n");
        QTest::newRow("no end") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260101T000000Z\n");
        QTest::newRow("no start") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a rule that is none")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260101T000000Z\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("every second, for ever")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:19000101T000000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR\n");
        for (const char *rule : { "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                                  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                                  "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4;BYSECOND=0,1,2,3;BYMONTH=2;BYMONTHDAY=30" }) {
            QTest::newRow(rule) << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T000000Z\nRRULE:") + rule
                                       + "\nEND:VEVENT\nEND:VCALENDAR\n";
        }
        QTest::newRow("exceptions by a rule without end")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T000000Z\nDTEND:20300101T000000Z\nRRULE:FREQ=DAILY\n"
                          "EXRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a zone that is a path")
            << QByteArray("BEGIN:VCALENDAR\nX-WR-TIMEZONE:../../../../dev/zero\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T000000\n"
                          "END:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a zone of its own that nobody knows")
            << QByteArray("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Nowhere\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T000000\nDTEND:20300101T000000\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a zone that nobody knows")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=Nowhere:20200101T000000\nDTEND;TZID=Nowhere:20300101T000000\n"
                          "END:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a time's zone that is a path")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=../../../../dev/zero:20200101T000000\n"
                          "DTEND;TZID=../../../../dev/zero:20300101T000000\nEND:VEVENT\nEND:VCALENDAR\n");
        const QByteArray described("BEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=Here:20200101T000000\nDTEND;TZID=Here:20300101T000000\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("a zone whose clock is changed every second")
            << "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
               "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n" + described;
        QTest::newRow("a zone that says nothing of its time") << "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Here\nEND:VTIMEZONE\n" + described;
        QTest::newRow("many rules that nothing follows")
            << "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T000000Z\nDTEND:20300101T000000Z\n"
                + QByteArray("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n").repeated(2000) + "END:VEVENT\nEND:VCALENDAR\n";
        QTest::newRow("as many events as changes, all of one name")
            << "BEGIN:VCALENDAR\n"
                + QByteArray("BEGIN:VEVENT\nUID:x\nSUMMARY:x\nDTSTART:20200101T000000Z\nEND:VEVENT\n").repeated(8000)
                + QByteArray("BEGIN:VEVENT\nUID:x\nSUMMARY:x\nRECURRENCE-ID;RANGE=THISANDFUTURE:20200101T000000Z\n"
                             "DTSTART:20200102T000000Z\nEND:VEVENT\n").repeated(8000)
                + "END:VCALENDAR\n";
        QTest::newRow("a date that is none")
            << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:99999999T999999Z\nDTEND:00000000\nEND:VEVENT\nEND:VCALENDAR\n");
        QTest::newRow("NUL and noise") << QByteArray("BEGIN:VCALENDAR\n\0\xff\xfe\nEND:VCALENDAR\n", 35);
    }

    void takesAnything()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!onCallAt(bytes, at(u"2026-06-01T00:00:00Z"_s)));
    }

    void theCatalogueNamesTheCalendar()
    {
        Catalog catalog;
        const QByteArray yaml = "teams:\n  - name: payments\n    on_call: ../shifts/weekly.ics\n  - name: search\n    on_call: /none.ics\n";
        QVERIFY(readCatalogFile(u"/a"_s, u"docs/handrail.yaml"_s, yaml, catalog).isEmpty());
        const QByteArray calendar = Testing::fixture(u"catalog/oncall/weekly.ics"_s);
        QVERIFY(readCatalogFile(u"/a"_s, u"shifts/weekly.ics"_s, calendar, catalog).isEmpty());
        const QDateTime when = at(u"2026-01-06T12:00:00Z"_s);
        QCOMPARE(catalog.onCallFor(u"@shop/payments"_s, when)->person, u"R. Ito"_s);
        QVERIFY(!catalog.onCallFor(u"search"_s, when)); // its calendar is not there
        QVERIFY(!catalog.onCallFor(u"nobody"_s, when));
        readCatalogFile(u"/b"_s, u"shifts/weekly.ics"_s, "BEGIN:VCALENDAR\nEND:VCALENDAR\n", catalog);
        QVERIFY(!catalog.onCallFor(u"payments"_s, when)); // which of the two is meant nobody knows
    }

    void aCalendarThatSaysNothingIsSaid()
    {
        Catalog catalog;
        readCatalogFile(u"/a"_s, u"handrail.yaml"_s,
                        "teams:\n  - name: payments\n    on_call: none.ics\n  - name: search\n    on_call: odd.ics\n"
                        "services:\n  - name: till\n    owner: payments\n  - name: finder\n    owner: search\n", catalog);
        readCatalogFile(u"/a"_s, u"odd.ics"_s, "no calendar", catalog);
        QVERIFY(catalog.ownershipOf(u"till"_s, {}).reason.endsWith(u"; the on-call calendar none.ics was not found, or is too large"_s));
        QVERIFY(catalog.ownershipOf(u"finder"_s, {}).reason.endsWith(u"; the on-call calendar odd.ics cannot be read"_s));
        const QByteArray inUtc = "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Nowhere\nBEGIN:VEVENT\nDTSTART:20200101T000000Z\nEND:VEVENT\nEND:VCALENDAR\n";
        QVERIFY(isCalendar(inUtc)); // no time is of the zone that nobody knows
        QVERIFY(!isCalendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Nowhere:20200101T000000\nEND:VEVENT\nEND:VCALENDAR\n"));
        readCatalogFile(u"/a"_s, u"none.ics"_s, Testing::fixture(u"catalog/oncall/weekly.ics"_s), catalog);
        QVERIFY(!catalog.ownershipOf(u"till"_s, {}).reason.contains(u"calendar"_s)); // whoever has the shift
    }
};

QTEST_GUILESS_MAIN(TestOnCall)
#include "tst_oncall.moc"
