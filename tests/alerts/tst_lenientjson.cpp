// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/lenientjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestLenientJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("problems");

        QTest::newRow("strict") << u"{\"a\":[1,-2.5,true,null,\"x\"]}"_s
                                << u"{\"a\":[1,-2.5,true,null,\"x\"]}"_s << 0;
        QTest::newRow("escapes") << u"{\"a\":\"\\u00e9\\n\\\"\\\\/\"}"_s << u"{\"a\":\"é\\n\\\"\\\\/\"}"_s
                                 << 0;
        QTest::newRow("big number keeps its digits")
            << u"{\"a\":1502709956288000110}"_s << u"{\"a\":\"1502709956288000110\"}"_s << 0;
        QTest::newRow("too big a number") << u"{\"a\":1e999}"_s << u"{\"a\":\"1e999\"}"_s << 0;
        QTest::newRow("raw line break") << u"{\"a\":\"x\ny\"}"_s << u"{\"a\":\"x\\ny\"}"_s << 0;
        QTest::newRow("comments") << u"/* one */ {\"a\":1 // two\n}"_s << u"{\"a\":1}"_s << 1;
        QTest::newRow("comma too many") << u"{\"a\":[1,],}"_s << u"{\"a\":[1]}"_s << 1;
        QTest::newRow("comma missing") << u"{\"a\":1\n\"b\":2}"_s << u"{\"a\":1,\"b\":2}"_s << 1;
        QTest::newRow("curly quotes") << u"{“a”: “x”}"_s << u"{\"a\":\"x\"}"_s << 1;
        QTest::newRow("python") << u"{'a': True, 'b': None}"_s << u"{\"a\":true,\"b\":null}"_s << 2;
        QTest::newRow("bare keys") << u"{a: 1}"_s << u"{\"a\":1}"_s << 1;
        QTest::newRow("first of two keys") << u"{\"a\":1,\"a\":2}"_s << u"{\"a\":1}"_s << 1;
        QTest::newRow("cut in a text")
            << u"{\"a\":1,\"b\":{\"c\":2,\"d\":\"hal"_s << u"{\"a\":1,\"b\":{\"c\":2}}"_s << 1;
        QTest::newRow("cut after a key") << u"{\"a\":[{\"b\":1},{\"c\""_s << u"{\"a\":[{\"b\":1},{}]}"_s << 1;
        QTest::newRow("no JSON") << u"[FIRING:1] Disk"_s << QString() << 0;
        QTest::newRow("a matcher") << u"{alertname=\"X\"}"_s << QString() << 1;
        QTest::newRow("a scope") << u"{host:db}"_s << QString() << 1;
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, json);
        const JsonReading reading = readLenientJson(text);
        const QByteArray actual = reading.value.isObject()
            ? QJsonDocument(reading.value.toObject()).toJson(QJsonDocument::Compact)
            : QByteArray();
        QCOMPARE(QString::fromUtf8(actual), json);
        QTEST(int(reading.problems.size()), "problems");
    }

    void saysWhichLine()
    {
        const JsonReading reading = readLenientJson(u"{\n\"a\":1,\n'b':2}"_s);
        QCOMPARE(reading.problems.size(), 1);
        QCOMPARE(reading.problems.first().line, 3);
    }

    void tooDeepIsNotRead()
    {
        for (const QString &piece : { u"["_s, u"{\"a\":"_s })
            QVERIFY(!readLenientJson(piece.repeated(100000)).ok());
    }

    void tellsWhereItStopped()
    {
        const QString text = u"{\"a\":1} {\"b\":2}"_s;
        const JsonReading first = readLenientJson(text);
        QCOMPARE(first.end, 7);
        QCOMPARE(readLenientJson(text, first.end).value.toObject().value(u"b").toInt(), 2);
    }

    void wholeNumbersHaveNoExponent()
    {
        QCOMPARE(numberText(1700000000000.0), u"1700000000000"_s);
        QCOMPARE(numberText(0.5), u"0.5"_s);
    }
};

QTEST_GUILESS_MAIN(TestLenientJson)
#include "tst_lenientjson.moc"
