// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerttimes.h"

#include <QTest>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestAlertTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void instant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");

        const QString moment = u"2024-05-06T07:08:09.000Z"_s;
        QTest::newRow("zulu") << u"2024-05-06T07:08:09Z"_s << moment;
        QTest::newRow("nanoseconds") << u"2024-05-06T07:08:09.123456789Z"_s << u"2024-05-06T07:08:09.123Z"_s;
        QTest::newRow("seven digits") << u"2024-05-06T07:08:09.1234567Z"_s << u"2024-05-06T07:08:09.123Z"_s;
        QTest::newRow("offset") << u"2024-05-06T09:08:09+02:00"_s << moment;
        QTest::newRow("offset without colon") << u"2024-05-06T07:08:09.000+0000"_s << moment;
        QTest::newRow("short offset") << u"2024-05-06 14:08:09 +07"_s << moment;
        QTest::newRow("offset with a dot") << u"2024-05-06 08:08:09 +01.00"_s << moment;
        QTest::newRow("blank and UTC") << u"2024-05-06 07:08:09 UTC"_s << moment;
        QTest::newRow("Go") << u"2024-05-06 07:08:09.000000001 +0000 UTC"_s << moment;
        QTest::newRow("mail, wrong weekday") << u"Tue, 06 May 2024 09:08:09 +0200"_s << moment;
        QTest::newRow("mail with zone name") << u"Mon, 06 May 2024 07:08:09 GMT"_s << moment;
        QTest::newRow("ctime") << u"Mon May 6 09:08:09 CEST 2024"_s << moment;
        QTest::newRow("year before the time") << u"Mon May 06 2024 07:08:09 UTC"_s << moment;
        QTest::newRow("long words") << u"Monday 06 May, 2024 07:08:09 UTC"_s << moment;
        QTest::newRow("half days") << u"May 6, 2024 at 7:08:09 PM UTC"_s << u"2024-05-06T19:08:09.000Z"_s;
        QTest::newRow("midnight in half days")
            << u"May 6, 2024 12:08:09 AM UTC"_s << u"2024-05-06T00:08:09.000Z"_s;
        QTest::newRow("access log") << u"06/May/2024:09:08:09 +0200"_s << moment;
        QTest::newRow("dots") << u"2024.05.06 07:08:09 UTC"_s << moment;
        QTest::newRow("day first") << u"16/05/2024 07:08:09 UTC"_s << u"2024-05-16T07:08:09.000Z"_s;
        QTest::newRow("zone of a city") << u"2024-05-06 09:08:09 Europe/Berlin"_s << moment;
        QTest::newRow("seconds") << u"1714979289"_s << moment;
        QTest::newRow("float seconds") << u"1714979289.5"_s << u"2024-05-06T07:08:09.500Z"_s;
        QTest::newRow("milliseconds") << u"1714979289000"_s << moment;
        QTest::newRow("microseconds") << u"1714979289000000"_s << moment;
        QTest::newRow("nanoseconds since 1970") << u"1714979289000000110"_s << moment;
        QTest::newRow("leap second") << u"2016-12-31T23:59:60Z"_s << u"2017-01-01T00:00:00.000Z"_s;

        QTest::newRow("no zone") << u"2024-05-06T07:08:09"_s << QString();
        QTest::newRow("zone with several meanings") << u"Mon May 6 09:08:09 CST 2024"_s << QString();
        QTest::newRow("day or month") << u"03/04/2024 07:08:09 UTC"_s << QString();
        QTest::newRow("year 1") << u"0001-01-01T00:00:00Z"_s << QString();
        QTest::newRow("zero") << u"0"_s << QString();
        QTest::newRow("negative") << u"-5"_s << QString();
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("null") << u"null"_s << QString();
        QTest::newRow("date only") << u"2024-05-06"_s << QString();
        QTest::newRow("time only") << u"07:08:09 UTC"_s << QString();
        QTest::newRow("year 275760") << u"275760-09-13T00:00:00Z"_s << QString();
        QTest::newRow("no such day") << u"2024-02-30T07:08:09Z"_s << QString();
        QTest::newRow("no such hour") << u"2024-02-03T27:08:09Z"_s << QString();
        QTest::newRow("infinite") << u"1e999"_s << QString();
        QTest::newRow("age") << u"45s (x5 over 3m47s)"_s << QString();
    }

    void instant()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        const QDateTime time = timeFromText(text);
        QCOMPARE(time.isValid() ? time.toString(Qt::ISODateWithMs) : QString(), utc);
        if (time.isValid())
            QCOMPARE(time.timeSpec(), Qt::UTC);
    }

    void zonelessIsUtcWhereTheSenderSaysSo()
    {
        const QDateTime time = timeFromText(u"2024-05-06 07:08:09", Zoneless::Utc);
        QCOMPARE(time, QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), QTimeZone::utc()).toUTC());
        QCOMPARE(timeFromText(u"2024-05-06 09:08:09 +0200", Zoneless::Utc), time);
    }
};

QTEST_GUILESS_MAIN(TestAlertTimes)
#include "tst_alerttimes.moc"
