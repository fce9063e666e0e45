// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/labelmatcher.h"

#include "support/testing.h"

#include <QElapsedTimer>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestLabelMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAsPrometheusDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("name") << u"{alertname=\"DiskFull\"}"_s << true;
        QTest::newRow("other name") << u"{alertname=\"DiskSlow\"}"_s << false;
        QTest::newRow("without braces") << u"alertname=\"DiskFull\""_s << true;
        QTest::newRow("bare value") << u"{alertname=DiskFull}"_s << true;
        QTest::newRow("all must fit") << u"{alertname=\"DiskFull\", severity=\"warning\"}"_s << false;
        QTest::newRow("pattern") << u"{severity=~\"crit.*\"}"_s << true;
        QTest::newRow("a pattern is anchored") << u"{severity=~\"crit\"}"_s << false;
        QTest::newRow("not") << u"{severity!=\"critical\"}"_s << false;
        QTest::newRow("not the pattern") << u"{alertname=\"DiskFull\",severity!~\"warn|info\"}"_s << true;
        QTest::newRow("a label it has not") << u"{alertname=\"DiskFull\",team=\"\"}"_s << true;
        QTest::newRow("nothing but exceptions") << u"{env!=\"dev\",severity!~\"warn|info\"}"_s << false;
        QTest::newRow("a pattern for anything") << u"{severity=~\".*\"}"_s << false;
        QTest::newRow("comma at the end") << u"{severity=\"critical\",}"_s << true;
        QTest::newRow("quoted label, escapes") << u"{\"mount point\"=\"/var \\\"x\\\"\"}"_s << true;
    }

    void aPatternThatTakesForEverAcceptsNothing()
    {
        Alert alert;
        alert.name = u"a"_s.repeated(60) + u"cb"_s;
        for (const QString &text : { u"{alertname=~\"(a+)+b\"}"_s, u"{alertname!~\"(a+)+b\",alertname!=\"\"}"_s }) {
            const auto matchers = readLabelMatchers(text);
            QVERIFY(matchers);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!accepts(*matchers, alert));
            QVERIFY(timer.elapsed() < 2000);
        }
    }

    void acceptsAsPrometheusDoes()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, accepted);
        Alert alert;
        alert.name = u"DiskFull"_s;
        alert.labels = { { u"severity"_s, u"critical"_s }, { u"mount point"_s, u"/var \"x\""_s } };
        const auto matchers = readLabelMatchers(text);
        QVERIFY(matchers);
        QCOMPARE(accepts(*matchers, alert), accepted);
    }

    void refusesHalfACondition_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts { QString(), u"{}"_s, u"{"_s, u"{a}"_s, u"{a=\"b}"_s, u"{a=\"b\""_s, u"{a=\"b\"} or"_s, u"{a=\"b\" c=\"d\"}"_s,
                                  u"{a=~\"(\"}"_s, u"{a=~\""_s + QString(10'000, u'x') + u"\"}"_s, u"{=\"b\"}"_s,
                                  u"{"_s + u"a=\"b\","_s.repeated(100) + u"}"_s };
        for (qsizetype i = 0; i < texts.size(); ++i)
            QTest::addRow("%d", int(i)) << texts.at(i);
    }

    void refusesHalfACondition()
    {
        QFETCH(const QString, text);
        QVERIFY(!readLabelMatchers(text));
    }
};

QTEST_GUILESS_MAIN(TestLabelMatcher)
#include "tst_labelmatcher.moc"
