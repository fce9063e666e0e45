// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertjson.h"
#include "alerts/alertreader.h"
#include "support/testing.h"

#include <QDir>
#include <QHash>
#include <QJsonDocument>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** tests/data/alerts/<format>/<case> beside <case>.expected.json: a new case is two files and no code. */
class TestAlertReader : public QObject {
    Q_OBJECT

private:
    AlertReader m_reader;

    static QStringList cases()
    {
        QStringList found;
        const QStringList folders = QDir(QStringLiteral(TEST_DATA) + u"/alerts"_s)
                                        .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &folder : folders) {
            for (const QString &name : Testing::fixtures(
                     u"alerts/"_s + folder, { u".txt"_s, u".json"_s, u".eml"_s, u".html"_s, u".yaml"_s })) {
                if (!name.endsWith(u".expected.json"))
                    found.append(name);
            }
        }
        return found;
    }

    static QString textOf(const QString &name) { return QString::fromUtf8(Testing::fixture(name)); }

private Q_SLOTS:
    void readsAsExpected_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : cases())
            QTest::newRow(qPrintable(name)) << name;
    }

    void readsAsExpected()
    {
        QFETCH(const QString, name);
        const QString text = textOf(name);
        const ParsedAlerts parsed = m_reader.read(text);
        QCOMPARE(parsed.text, text);
        QJsonObject actual = toJson(parsed);
        actual.remove(u"text"_s);
        QVERIFY(Testing::equalsFixture(QJsonDocument(actual).toJson(), name + u".expected.json"_s));
    }

    void everyBeginningIsReadWithoutHarm()
    {
        for (const QString &name : cases()) {
            const QString text = textOf(name);
            const qsizetype step = std::max<qsizetype>(7, text.size() / 100); // long ones are read often enough
            for (qsizetype length = 0; length < text.size(); length += step) {
                const ParsedAlerts parsed = m_reader.read(text.first(length));
                QCOMPARE(parsed.text.size(), length);
                QVERIFY(!parsed.format.isEmpty());
            }
        }
    }

    void everyEndIsReadWithoutHarm()
    {
        for (const QString &name : cases()) {
            const QString text = textOf(name);
            for (qsizetype start = 0; start < text.size(); start += 97)
                QCOMPARE(m_reader.read(text.sliced(start)).text, text.sliced(start));
        }
    }

    void windowsLineEndsMakeNoDifference()
    {
        for (const QString &name : cases()) {
            QString text = textOf(name);
            if (text.contains(u'\r') || name.contains(u"cut-off"))
                continue;
            const ParsedAlerts unix = m_reader.read(text);
            const ParsedAlerts windows = m_reader.read(text.replace(u"\n"_s, u"\r\n"_s));
            QCOMPARE(windows.alerts.size(), unix.alerts.size());
            for (qsizetype i = 0; i < unix.alerts.size(); ++i)
                QCOMPARE(windows.alerts.at(i).name, unix.alerts.at(i).name);
        }
    }

    void nothingIsNoAlert()
    {
        for (const QString &text : { QString(), u" \n\t"_s }) {
            const ParsedAlerts parsed = m_reader.read(text);
            QVERIFY(parsed.alerts.isEmpty());
            QVERIFY(parsed.problems.isEmpty());
            QCOMPARE(parsed.format, u"text"_s);
        }
    }

    void aPersonMaySayWhichFormatItIs()
    {
        const QString text = u"Alert: disk\nSeverity: high"_s;
        QCOMPARE(m_reader.read(text).format, u"text"_s);
        const ParsedAlerts none = m_reader.readAs(u"opsgenie"_s, text);
        QCOMPARE(none.format, u"opsgenie"_s);
        QVERIFY(none.alerts.isEmpty());
        QCOMPARE(none.problems.last().text, u"Nothing in the text reads as %1."_s.arg(m_reader.formatTitle(u"opsgenie"_s)));
        QCOMPARE(none.text, text);

        const QString json =
            u"{\"action\": \"Create\", \"alert\": {\"alertId\": \"1\", \"message\": \"disk is full\"}}"_s;
        QCOMPARE(m_reader.read(json).format, u"opsgenie"_s);
        QCOMPARE(m_reader.readAs(u"json"_s, json).format, u"json"_s);
        QCOMPARE(m_reader.readAs(u"opsgenie"_s, json).alerts, m_reader.read(json).alerts);
    }

    void everyFormatReadsEveryTextWithoutHarm()
    {
        const QList<AlertReader::FormatName> formats = m_reader.formats();
        const QStringList names = cases();
        for (qsizetype i = 0; i < names.size(); i += 7) {
            const QString text = textOf(names.at(i));
            for (const AlertReader::FormatName &format : formats)
                QCOMPARE(m_reader.readAs(format.name, text).text, text);
        }
    }

    void everyFormatHasCases()
    {
        QHash<QString, int> counts;
        const QStringList names = cases();
        for (const QString &name : names) {
            const QString format = m_reader.read(textOf(name)).format;
            const QString folder = name.section(u'/', 1, 1);
            ++counts[format];
            if (folder != format)
                ++counts[folder]; // a case of what must not be taken for it, or of its envelope
        }
        const QList<AlertReader::FormatName> formats = m_reader.formats();
        for (const AlertReader::FormatName &format : formats)
            QVERIFY2(counts.value(format.name) >= 2, qPrintable(format.name));
    }

    void formatsHaveTitles()
    {
        QCOMPARE(m_reader.formatTitle(u"alertmanager-webhook"_s), u"Alertmanager webhook"_s);
        QCOMPARE(m_reader.formatTitle(u"from the future"_s), u"from the future"_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertReader)
#include "tst_alertreader.moc"
