// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alert.h"
#include "alerts/alertjson.h"
#include "alerts/words.h"

#include <QTest>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestAlert : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severityOfWord_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("severity");

        QTest::newRow("page") << u"page"_s << u"critical"_s;
        QTest::newRow("priority") << u"P1"_s << u"critical"_s;
        QTest::newRow("incident scale") << u"SEV-2"_s << u"high"_s;
        QTest::newRow("number before the word") << u"1 - Critical"_s << u"critical"_s;
        QTest::newRow("error") << u"ERROR"_s << u"high"_s;
        QTest::newRow("average") << u"Average"_s << u"warning"_s;
        QTest::newRow("lowest of five") << u"p5"_s << u"info"_s;
        QTest::newRow("two words") << u"Not classified"_s << u"info"_s;
        QTest::newRow("a number alone") << u"3"_s << u"unknown"_s;
        QTest::newRow("nothing") << u""_s << u"unknown"_s;
        QTest::newRow("denied") << u"non-critical"_s << u"unknown"_s;
        QTest::newRow("no severity") << u"No severity"_s << u"unknown"_s;
        QTest::newRow("another language") << u"kritisch"_s << u"unknown"_s;
        QTest::newRow("a sentence") << u"this is a critical part of the system"_s << u"unknown"_s;
    }

    void severityOfWord()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, severity);
        QCOMPARE(toString(severityFromWord(word)), severity);
    }

    void statusOfWord_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("status");

        QTest::newRow("firing") << u"firing"_s << u"firing"_s;
        QTest::newRow("type with a dot") << u"incident.triggered"_s << u"firing"_s;
        QTest::newRow("transition") << u"OK -> ALARM"_s << u"firing"_s;
        QTest::newRow("and back") << u"DOWN -> UP"_s << u"resolved"_s;
        QTest::newRow("trailing word") << u"ALERT_NOTIFICATION_CLEAR"_s << u"resolved"_s;
        QTest::newRow("recovery") << u"RECOVERY"_s << u"resolved"_s;
        QTest::newRow("acknowledgement") << u"ACKNOWLEDGEMENT"_s << u"acknowledged"_s;
        QTest::newRow("unresolved is not resolved") << u"unresolved"_s << u"firing"_s;
        QTest::newRow("denied") << u"not ok"_s << u"unknown"_s;
        QTest::newRow("missing measurements") << u"INSUFFICIENT_DATA"_s << u"unknown"_s;
        QTest::newRow("pending") << u"pending"_s << u"unknown"_s;
    }

    void statusOfWord()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, status);
        QCOMPARE(toString(statusFromWord(word)), status);
    }

    void placesNeverFilledAreNoValues_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isNothing");

        QTest::newRow("go template") << u"{{ $labels.x }}"_s << true;
        QTest::newRow("shell") << u"$SERVICE"_s << true;
        QTest::newRow("braces") << u"{alertname}"_s << true;
        QTest::newRow("instruction") << u"*insert name*"_s << true;
        QTest::newRow("null as text") << u"null"_s << true;
        QTest::newRow("quoted nothing") << u"\"\""_s << true;
        QTest::newRow("partly filled") << u"Disk on {{host}}"_s << false;
        QTest::newRow("an amount") << u"$5"_s << false;
        QTest::newRow("a word") << u"checkout"_s << false;
    }

    void placesNeverFilledAreNoValues()
    {
        QFETCH(const QString, value);
        QTEST(isNoValue(value), "isNothing");
    }

    void firstLabelOfANameWins()
    {
        Labels labels{ { u"a"_s, u"1"_s }, { u"a"_s, u"2"_s } };
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.value(u"a"_s), u"1"_s);
        labels.set(u"a"_s, u"3"_s);
        QCOMPARE(labels.value(u"a"_s), u"3"_s);
        labels.remove(u"a"_s);
        QVERIFY(labels.isEmpty());
    }

    void titleFallsBack()
    {
        Alert alert;
        QCOMPARE(titleOf(alert), QString());
        alert.labels.insert(u"job"_s, u"node"_s);
        QCOMPARE(titleOf(alert), u"job=node"_s);
        alert.annotations.insert(u"summary"_s, u"Disk full\nsoon"_s);
        QCOMPARE(titleOf(alert), u"Disk full"_s);
        alert.name = u"DiskFull"_s;
        QCOMPARE(titleOf(alert), u"DiskFull"_s);
    }

    void jsonGoesThereAndBack()
    {
        Alert alert;
        alert.name = u"DiskFull"_s;
        alert.severity = u"3"_s;
        alert.severityNormalised = Severity::Warning;
        alert.status = AlertStatus::Acknowledged;
        alert.startsAt = QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5, 678), QTimeZone::utc()).toUTC();
        alert.labels = { { u"a"_s, u"1"_s } };
        alert.links = { u"https://a.example/"_s };
        alert.fingerprint = u"f"_s;
        QCOMPARE(alertFromJson(toJson(alert)), alert);
    }

    void whatIsNotKnownIsNull()
    {
        const QJsonObject object = toJson(Alert());
        QVERIFY(object.value(u"name").isNull());
        QVERIFY(object.value(u"startsAt").isNull());
        QCOMPARE(object.value(u"severityNormalised").toString(), u"unknown"_s);
        QCOMPARE(alertFromJson({}), Alert());
    }
};

QTEST_GUILESS_MAIN(TestAlert)
#include "tst_alert.moc"
