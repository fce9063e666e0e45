// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/jsonlines.h"
#include "support/randomincidents.h"
#include "support/testing.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** Incidents as JSON Lines: whole there and back, and nothing that is not as written is believed. */
class TestJsonLines : public QObject
{
    Q_OBJECT

    const QByteArray m_header = R"({"entries":2,"format":"handrail-incidents","incidents":1,"version":1})";
    const QByteArray m_started = R"({"actor":"ada","document":"pasted","happenedAt":"2026-11-23T02:16:31.000Z","id":"e1",)"
                                 R"("incident":"i1","kind":"started","payload":{"title":"Errors"},)"
                                 R"("recordedAt":"2026-11-23T02:16:31.000Z","sequence":1,"utcOffsetMinutes":345,"zone":"Asia/Kathmandu"})";
    const QByteArray m_note = R"({"actor":"ada","document":"","happenedAt":"2026-11-23T02:10:00.000Z","id":"e2",)"
                              R"("incident":"i1","kind":"note-added","payload":{"kind":"note","text":"early"},)"
                              R"("recordedAt":"2026-11-23T02:17:00.000Z","sequence":2,"utcOffsetMinutes":345,"zone":"Asia/Kathmandu"})";

    static QByteArray joined(const QList<QByteArray> &lines) { return lines.join('\n') + '\n'; }

    static QByteArray with(const QByteArray &line, QLatin1StringView field, const QJsonValue &value)
    {
        QJsonObject object = QJsonDocument::fromJson(line).object();
        object.insert(field, value);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static QByteArray without(const QByteArray &line, QLatin1StringView field)
    {
        QJsonObject object = QJsonDocument::fromJson(line).object();
        object.remove(field);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

private Q_SLOTS:
    void theFormatIsAsWrittenDown()
    {
        const QByteArray lines = Testing::fixture(u"incident/two-incidents.jsonl"_s);
        const auto entries = incidentsFromJsonLines(lines);
        QVERIFY2(entries, entries ? "" : qPrintable(entries.problem().text));
        QCOMPARE(entries->size(), 5);
        QCOMPARE(entries->first().document, u"FIRING\npassword=hunter2\n"_s); // nothing is masked
        QCOMPARE(entries->at(1).kindName, u"weather-noted"_s);
        QVERIFY(entries->at(1).kind == TimelineEntry::Kind::Unknown);
        QCOMPARE(entries->at(2).happenedAt.toMSecsSinceEpoch(), 1795399921042);
        QVERIFY(Testing::equalsFixture(incidentsToJsonLines(*entries), u"incident/two-incidents.jsonl"_s));
    }

    void thereAndBackIsTheSame()
    {
        const QList<TimelineEntry> entries = Testing::RandomIncidents(7).incidents(20);
        const auto read = incidentsFromJsonLines(incidentsToJsonLines(entries));
        QVERIFY2(read, read ? "" : qPrintable(read.problem().text));
        QVERIFY(std::equal(read->begin(), read->end(), entries.begin(), entries.end(), isSameEntry));
        QVERIFY(incidentsFromJsonLines(incidentsToJsonLines({}))->isEmpty());
    }

    void aWrongLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const QList<QByteArray> &lines, int line) {
            QTest::newRow(name) << joined(lines) << line;
        };
        const auto second = [&](const char *name, const QByteArray &line) { row(name, { m_header, m_started, line }, 3); };
        QTest::newRow("empty") << QByteArray() << 0;
        row("no header", { m_started, m_note }, 1);
        row("another format", { with(m_header, "format"_L1, u"poems"_s), m_started, m_note }, 1);
        row("newer version", { with(m_header, "version"_L1, 2), m_started, m_note }, 1);
        row("no version", { without(m_header, "version"_L1), m_started, m_note }, 1);
        row("no counts", { without(m_header, "entries"_L1), m_started, m_note }, 1);
        row("cut off at a line's end", { m_header, m_started }, 2);
        row("an entry too many", { with(m_header, "entries"_L1, 1), m_started, m_note }, 3);
        row("an incident too few", { with(m_header, "incidents"_L1, 2), m_started, m_note }, 3);
        row("before started", { m_header, m_note, m_started }, 2);
        second("cut off in a line", m_note.first(100));
        second("no JSON", "{poem}");
        second("no object", "[1]");
        second("empty line", "");
        second("not UTF-8", QByteArray(m_note).replace("early", "\xff\xfe"));
        second("deep nesting", QByteArray(m_note).replace("\"early\"", QByteArray(100'000, '[') + QByteArray(100'000, ']')));
        second("megabytes", QByteArray(m_note).replace("early", QByteArray(65 * 1024 * 1024, 'a')));
        second("duplicate id", with(m_note, "id"_L1, u"e1"_s));
        second("sequence goes back", with(m_note, "sequence"_L1, 1));
        second("sequence is no whole number", with(m_note, "sequence"_L1, 2.5));
        second("id with a space", with(m_note, "id"_L1, u"e 2"_s));
        second("id too long", with(m_note, "id"_L1, QString(65, u'e')));
        second("no kind", with(m_note, "kind"_L1, u""_s));
        second("time before 1970", with(m_note, "happenedAt"_L1, u"1969-12-31T23:59:59.999Z"_s));
        second("time after 9999", with(m_note, "happenedAt"_L1, u"12026-11-23T02:10:00.000Z"_s));
        second("no time", with(m_note, "recordedAt"_L1, u"yesterday"_s));
        second("local time", with(m_note, "recordedAt"_L1, u"2026-11-23T02:17:00.000"_s));
        second("offset of a week", with(m_note, "utcOffsetMinutes"_L1, 10'080));
        second("a field too few", without(m_note, "document"_L1));
        second("a field too many", with(m_note, "mood"_L1, u"fine"_s));
        second("payload is a text", with(m_note, "payload"_L1, u"{}"_s));
        second("actor is null", with(m_note, "actor"_L1, QJsonValue::Null));
    }

    void aWrongLineIsNamed()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const int, line);
        const auto entries = incidentsFromJsonLines(lines);
        QVERIFY(!entries);
        QCOMPARE(entries.problem().line, line);
        QVERIFY(!entries.problem().text.isEmpty());
    }

    void linesOfOthersEndAsTheyLike()
    {
        QVERIFY(incidentsFromJsonLines(m_header + "\r\n" + m_started + "\r\n" + m_note));
    }

    void oddBytesDoNoHarm()
    {
        const QByteArray lines = joined({ m_header, m_started, m_note });
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QByteArray odd = lines;
            odd[i] = char(odd.at(i) ^ 0x15);
            (void)incidentsFromJsonLines(odd);
            (void)incidentsFromJsonLines(lines.first(i));
        }
    }

    void aFileIsReadWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"i.jsonl"_s);
        QVERIFY(!readJsonLinesFile(path));
        const QByteArray lines = incidentsToJsonLines(Testing::RandomIncidents(8).incidents(50));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines);
        file.close();
        QCOMPARE(*readJsonLinesFile(path), *incidentsFromJsonLines(lines));
    }
};

QTEST_GUILESS_MAIN(TestJsonLines)
#include "tst_jsonlines.moc"
