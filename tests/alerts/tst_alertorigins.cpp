// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertorigins.h"
#include "alerts/alertreader.h"
#include "alerts/pastefields.h"
#include "support/testing.h"

#include <QDir>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestAlertOrigins : public QObject {
    Q_OBJECT

private:
    AlertReader m_reader;

    static QString textAt(const QString &text, const TextSpan &span) { return text.sliced(span.start, span.length); }

    /** JSON written with single quotes, so that it can be read here. */
    static QString json(const char *text) { return QString::fromLatin1(text).replace(u'\'', u'"'); }

    static QString keyAndValue(const PasteField &field) { return field.key + u'=' + field.value; }

private Q_SLOTS:
    void fieldsOfAnyText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("fields");

        QTest::newRow("json") << json("{'labels': {'pod': 'db-0', 'n': 3}, 'ok': true}")
                              << QStringList{ u"pod=db-0"_s, u"n=3"_s, u"ok=true"_s };
        QTest::newRow("json, cut off") << json("{'status': 'firing', 'labels': {'pod': 'db-")
                                       << QStringList{ u"status=firing"_s, u"pod=db-"_s };
        QTest::newRow("json in json") << json("{'Message': '{\\'AlarmName\\':\\'disk\\',\\'n\\':1}'}")
                                      << QStringList{ u"AlarmName=disk"_s, u"n=1"_s };
        QTest::newRow("escapes") << json("{'summary': '50 % of \\'db\\'\\nis used'}")
                                 << QStringList{ u"summary=50 % of \"db\"\nis used"_s };
        QTest::newRow("python") << u"{'name': 'disk', 'host': 'db1'}"_s
                                << QStringList{ u"name=disk"_s, u"host=db1"_s };
        QTest::newRow("lines") << u"Service: invoices\n- *Severity:* critical\nIt's down"_s
                               << QStringList{ u"Service=invoices"_s, u"Severity=critical"_s, u"=It's down"_s };
        QTest::newRow("pairs") << u"level=error msg=\"out of memory\" host=db1"_s
                               << QStringList{ u"level=error"_s, u"msg=out of memory"_s, u"host=db1"_s };
        QTest::newRow("selector") << u"{alertname=\"Disk\", pod=\"db-0\"}"_s
                                  << QStringList{ u"alertname=Disk"_s, u"pod=db-0"_s };
        QTest::newRow("labels block") << u"Labels:\n - alertname = Disk\n - pod = db-0\n"_s
                                      << QStringList{ u"alertname=Disk"_s, u"pod=db-0"_s };
        QTest::newRow("nothing") << u" \n\n"_s << QStringList();
    }

    void fieldsOfAnyText()
    {
        QFETCH(const QString, text);
        QStringList found;
        for (const PasteField &field : fieldsIn(text))
            found.append(keyAndValue(field));
        QTEST(found, "fields");
    }

    void everyFieldStandsWhereItSays()
    {
        const QString text = json("Got this: {'a': 'one', 'b': ['two', 3]} please look");
        for (const PasteField &field : fieldsIn(text)) {
            if (!field.key.isEmpty())
                QCOMPARE(textAt(text, field.span), field.value);
        }
    }

    void webhookFieldsAreTraced()
    {
        const QString text = json("{'status': 'firing', 'alerts': [\n"
                                  "  {'status': 'resolved', 'labels': {'alertname': 'DiskFull', 'severity': 'warning', 'pod': 'db-1'},\n"
                                  "   'startsAt': '2026-11-24T01:00:00Z'},\n"
                                  "  {'status': 'firing', 'labels': {'alertname': 'DiskFull', 'severity': 'critical', 'service': 'ledger', 'pod': 'db-2'},\n"
                                  "   'startsAt': '2026-11-24T02:00:00Z'}\n"
                                  "], 'receiver': 'team'}");
        const ParsedAlerts parsed = m_reader.read(text);
        QCOMPARE(parsed.alerts.size(), 2);
        const AlertOrigins origins = originsOf(parsed.alerts.at(1), text);
        const auto lineOf = [&](AlertField field) { return origins.find(field) ? origins.find(field)->line : 0; };
        QCOMPARE(lineOf(AlertField::Name), 4);
        QCOMPARE(origins.find(AlertField::Name)->key, u"alertname"_s);
        QCOMPARE(textAt(text, origins.find(AlertField::Severity)->span), u"critical"_s);
        QCOMPARE(lineOf(AlertField::Status), 4);
        QCOMPARE(lineOf(AlertField::StartsAt), 5);
        QCOMPARE(origins.find(AlertField::Service)->key, u"service"_s);
        QCOMPARE(origins.unusedLines, 4); // the group's status, the first alert and the receiver
        QCOMPARE(originsOf(parsed.alerts.at(0), text).find(AlertField::Status)->line, 2);
    }

    void titleLineIsTraced()
    {
        const QString text = u"[FIRING:1] DiskFull (db critical)\nPlease have a look"_s;
        const ParsedAlerts parsed = m_reader.read(text);
        QCOMPARE(parsed.alerts.size(), 1);
        const AlertOrigins origins = originsOf(parsed.alerts.first(), text);
        QVERIFY(origins.find(AlertField::Name));
        QCOMPARE(textAt(text, origins.find(AlertField::Name)->span), u"DiskFull"_s);
        QCOMPARE(textAt(text, origins.find(AlertField::Status)->span), u"FIRING"_s);
        QCOMPARE(origins.unusedLines, 1);
    }

    void whatTheTextDoesNotSayHasNoOrigin()
    {
        Alert alert;
        alert.name = u"Other"_s;
        alert.status = AlertStatus::Resolved;
        const AlertOrigins origins = originsOf(alert, u"nothing of it"_s);
        QVERIFY(origins.fields.isEmpty());
        QVERIFY(origins.used.isEmpty());
        QCOMPARE(origins.unusedLines, 1);
        QVERIFY(originsOf(Alert(), QString()).fields.isEmpty());
    }

    /** The fixtures of all formats: a name that was read can nearly always be shown in the text, and no span lies outside it. */
    void namesOfAllFormatsAreFound()
    {
        int names = 0, found = 0;
        const QStringList folders = QDir(QStringLiteral(TEST_DATA) + u"/alerts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders) {
            for (const QString &name : Testing::fixtures(u"alerts/"_s + folder, { u".txt"_s, u".json"_s, u".eml"_s, u".yaml"_s })) {
                if (name.endsWith(u".expected.json"))
                    continue;
                const QString text = QString::fromUtf8(Testing::fixture(name));
                const QList<Alert> alerts = m_reader.read(text).alerts;
                for (const Alert &alert : alerts) {
                    const AlertOrigins origins = originsOf(alert, text);
                    for (const TextSpan &span : origins.used)
                        QVERIFY2(span.start >= 0 && span.length > 0 && span.end() <= text.size(), qPrintable(name));
                    names += alert.name.isEmpty() ? 0 : 1;
                    found += origins.find(AlertField::Name) ? 1 : 0;
                    if (!alert.name.isEmpty() && !origins.find(AlertField::Name))
                        qInfo("%s: %s", qPrintable(name), qPrintable(alert.name));
                }
            }
        }
        QVERIFY(names > 50);
        QVERIFY2(found * 100 >= names * 90, qPrintable(u"%1 of %2"_s.arg(found).arg(names)));
    }
};

QTEST_GUILESS_MAIN(TestAlertOrigins)
#include "tst_alertorigins.moc"
