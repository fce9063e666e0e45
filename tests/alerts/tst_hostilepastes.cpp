// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertjson.h"
#include "alerts/alertreader.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What somebody might put into an alert to harm the one who reads it: it stays text, and it takes no time.
 */
class TestHostilePastes : public QObject {
    Q_OBJECT

private:
    AlertReader m_reader;

    ParsedAlerts withLabel(const QString &value) const
    {
        const QJsonObject labels{ { u"alertname"_s, u"A"_s }, { u"pod"_s, value } };
        const QJsonObject alert{ { u"labels"_s, labels },
                                 { u"annotations"_s, QJsonObject() },
                                 { u"startsAt"_s, u"2024-01-01T00:00:00Z"_s } };
        return m_reader.read(QString::fromUtf8(QJsonDocument(alert).toJson()));
    }

private Q_SLOTS:
    void labelsKeepTheirBytes_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("substitution") << u"$(touch ~/pwned)"_s;
        QTest::newRow("backticks") << u"`touch ~/pwned`"_s;
        QTest::newRow("quote") << u"'; touch ~/pwned; '"_s;
        QTest::newRow("line break") << u"a\ntouch ~/pwned"_s;
        QTest::newRow("option") << u"-rf /"_s;
        QTest::newRow("markup") << u"<img src=\"/etc/passwd\">"_s;
        QTest::newRow("entities") << u"&lt;b&gt;"_s;
        QTest::newRow("reading order") << u"a\u202Eb"_s;
        QTest::newRow("escape sequence") << u"\u001b]52;c;x\u0007"_s;
        QTest::newRow("percent") << u"%s%n\\"_s;
    }

    void labelsKeepTheirBytes()
    {
        QFETCH(const QString, value);
        const ParsedAlerts parsed = withLabel(value);
        QCOMPARE(parsed.alerts.size(), 1);
        QCOMPARE(parsed.alerts.first().labels.value(u"pod"_s), value);
    }

    void hugeTextsAreCut()
    {
        const QString text(100 * 1024 * 1024, u'a');
        QElapsedTimer timer;
        timer.start();
        const ParsedAlerts parsed = m_reader.read(text);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(parsed.text.size(), AlertReader::maximumLength);
        QVERIFY(parsed.problems.first().severity == Problem::Severity::Warning);
    }

    void takesNoTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : { "[",
                                   "{\"a\":",
                                   "{\"a\":1 ",
                                   "[{",
                                   "\"",
                                   "{\\\"",
                                   "[a",
                                   "a=b&",
                                   "\n",
                                   "key: v\n",
                                   "- k = v\n",
                                   "Labels:\n",
                                   "[FIRING:1] A\n",
                                   "*a ",
                                   "<a href=\"",
                                   "[x](",
                                   "<https://a|",
                                   "[FIRING:1] A: <https://a.example|b> ",
                                   "a=b c=d e=f\n",
                                   "{a=\"b\"}\n",
                                   "** PROBLEM Service Alert: a/b is CRITICAL **\n",
                                   "{\"alerts\":[{\"check\":\"a\",\"outcome\":\"critical\"},",
                                   "```\na\n",
                                   "https://a.example ",
                                   "alert: x\nexpr:\n",
                                   "Subject: a\nFrom: b\n",
                                   "Notification Type: PROBLEM\nHost\n",
                                   "=?UTF-8?Q?a?= ",
                                   "Active: x\nLoaded: y\n● a.service\n",
                                   "%7B",
                                   "--b\n\n",
                                   "a: 1:1:1 ",
                                   "/*",
                                   "“" })
            QTest::newRow(piece) << QString::fromUtf8(piece);
    }

    void takesNoTime()
    {
        QFETCH(const QString, piece);
        const QString text = piece.repeated(AlertReader::maximumLength / 4 / piece.size());
        QElapsedTimer timer;
        timer.start();
        const ParsedAlerts parsed = m_reader.read(text);
        QVERIFY2(timer.elapsed() < 5000,
                 qPrintable(QString::number(timer.elapsed()))); // slow machines and sanitizers
        QCOMPARE(parsed.text, text);
    }

    void aLongAddressTakesNoTime()
    {
        QElapsedTimer timer;
        timer.start();
        m_reader.read(u"CRITICAL: disk https://a.example/"_s + QString(AlertReader::maximumLength / 2, u')'));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void deepNestingIsKeptAsText()
    {
        const ParsedAlerts parsed = m_reader.read(u"[[\"x\""_s + QString(100000, u'['));
        QVERIFY(parsed.alerts.isEmpty());
        QVERIFY(std::any_of(parsed.problems.begin(), parsed.problems.end(),
                            [](const Problem &problem) { return problem.text.contains(u"kept as text"); }));
    }

    void oddJsonIsKept()
    {
        const ParsedAlerts parsed = m_reader.read(
            u"{\"labels\":{\"alertname\":\"A\",\"alertname\":\"B\",\"n\":1e999,\"s\":\"\\ud800\",\"z\":\"a\\u0000b\"},\"startsAt\":\"x\"}"_s);
        QCOMPARE(parsed.alerts.size(), 1);
        QCOMPARE(parsed.alerts.first().name, u"A"_s);
        QVERIFY(!parsed.alerts.first().startsAt.isValid());
        QVERIFY(std::any_of(parsed.problems.begin(), parsed.problems.end(),
                            [](const Problem &problem) { return problem.text.contains(u"more than once"); }));
        QVERIFY(!QJsonDocument(toJson(parsed)).toJson().isEmpty());
    }

    void manyKeysAndAlerts()
    {
        QString keys;
        for (int i = 0; i < 40000; ++i)
            keys += u"\"k%1\":%1,"_s.arg(i);
        QElapsedTimer timer;
        timer.start();
        (void)m_reader.read(u'{' + keys + u"\"title\":\"x\",\"severity\":\"high\"}"_s);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestHostilePastes)
#include "tst_hostilepastes.moc"
