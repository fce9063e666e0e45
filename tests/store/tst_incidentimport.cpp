// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "incident/jsonlines.h"
#include "store/incidentfile.h"
#include "store/incidentimport.h"
#include "store/incidentstore.h"
#include "support/randomincidents.h"
#include "support/testing.h"

#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** Incidents taken in from a file: whole, once, and never over what is here. */
class TestIncidentImport : public QObject
{
    Q_OBJECT

    FixedClock m_clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC() };
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<IncidentStore> m_store;

    static QList<TimelineEntry> fixture() { return *incidentsFromJsonLines(Testing::fixture(u"incident/two-incidents.jsonl"_s)); }

    /** What @p store has of the incidents of @p entries, in their order. */
    static QList<TimelineEntry> stored(IncidentStore &store, const QList<TimelineEntry> &entries)
    {
        QList<TimelineEntry> all;
        QString id;
        for (const TimelineEntry &entry : entries) {
            if (entry.incidentId != std::exchange(id, entry.incidentId))
                all += *store.entries(entry.incidentId).result();
        }
        return all;
    }

    static bool areSame(const QList<TimelineEntry> &left, const QList<TimelineEntry> &right)
    {
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), isSameEntry);
    }

    static int numberFrom(const char *variable, int fallback)
    {
        bool ok = false;
        const int number = qEnvironmentVariableIntValue(variable, &ok);
        return ok ? number : fallback;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = *IncidentStore::open(m_folder->path(), m_clock);
    }
    void cleanup() { m_store.reset(); }

    /** HANDRAIL_INCIDENTS=1000 for more of them, HANDRAIL_SEED for others. */
    void randomIncidentsAreTheSameAfterwards()
    {
        const int count = numberFrom("HANDRAIL_INCIDENTS", 30);
        const int seed = numberFrom("HANDRAIL_SEED", 17);
        const QList<TimelineEntry> made = Testing::RandomIncidents(quint32(seed)).incidents(count);
        QVERIFY(m_store->import(made).result());
        const QList<TimelineEntry> written = stored(*m_store, made);
        QVERIFY(areSame(written, made));

        const QTemporaryDir folder;
        const auto other = *IncidentStore::open(folder.path(), m_clock);
        const auto read = incidentsFromJsonLines(incidentsToJsonLines(written));
        QVERIFY2(read, read ? "" : qPrintable(read.problem().text));
        const auto outcome = other->import(*read).result();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.problem().text));
        QCOMPARE(outcome->imported.size(), count);
        QCOMPARE(outcome->entries, qint64(made.size()));
        QVERIFY(areSame(stored(*other, written), written));
        qInfo("%d incidents, %d entries, seed %d", count, int(made.size()), seed);
    }

    void whatWasAppendedIsTheSameElsewhere()
    {
        const QString odd = QString(QChar(0xfeff)) + u"\uFEFFbegins with a mark, ends with\0one"_s;
        const EntryContext context { u"i1"_s, odd, m_clock.now() };
        QVERIFY(m_store->append(startedEntry(context, u"Errors"_s, {}, {}, {}, odd)).result());
        const auto appended = m_store->append(outputKeptEntry(context, u"s1"_s, 1, u"Look"_s, u"cannot-tell"_s, odd)).result();
        const auto here = m_store->entries(u"i1"_s).result();
        QCOMPARE(here->last(), *appended);
        QCOMPARE(here->last().document, odd);
        QCOMPARE(here->last().zone, u"Asia/Kathmandu"_s);
        QCOMPARE(here->last().utcOffsetMinutes, 345);

        const QTemporaryDir folder;
        const auto other = *IncidentStore::open(folder.path(), m_clock);
        QVERIFY(other->import(*incidentsFromJsonLines(incidentsToJsonLines(*here))).result());
        QCOMPARE(*other->entries(u"i1"_s).result(), *here);
    }

    void whatIsOlderUndoesNothing()
    {
        const EntryContext context { u"i1"_s, u"ada"_s, m_clock.now() };
        QList<TimelineEntry> all { startedEntry(context, u"Errors"_s, {}, u"warning"_s, {}, {}), noteEntry(context, NoteKind::Note, u"early"_s),
                                   plainEntry(context, TimelineEntry::Kind::Resolved), plainEntry(context, TimelineEntry::Kind::Reopened),
                                   noteEntry(context, NoteKind::Note, u"still broken"_s), noteEntry(context, NoteKind::Note, u"later"_s) };
        for (qsizetype i = 0; i < all.size(); ++i) {
            all[i].id = u"entry-%1"_s.arg(i);
            all[i].recordedAt = context.now.addSecs(i);
        }
        QVERIFY(m_store->import({ all.at(0), all.at(3), all.at(4) }).result()); // as a salvage with a gap
        const auto outcome = m_store->import(all).result();
        QVERIFY(outcome);
        QCOMPARE(outcome->continued, QStringList { u"i1"_s });
        QCOMPARE(outcome->entries, 2); // the notes; "resolved" would end what was reopened since
        QCOMPARE(outcome->refused.size(), 1);
        QVERIFY(foldIncident(*m_store->entries(u"i1"_s).result()).isOpen());
    }

    void whatIsHereAndEqualIsPassedOver()
    {
        QCOMPARE(m_store->import(fixture()).result()->imported.size(), 2);
        const auto again = m_store->import(fixture()).result();
        QCOMPARE(again->known.size(), 2);
        QCOMPARE(again->entries, 0);
        QVERIFY(again->imported.isEmpty() && again->continued.isEmpty() && again->refused.isEmpty());
        QCOMPARE(m_store->incidents().result()->size(), 2);
    }

    void whatGoesOnIsContinued()
    {
        const QList<TimelineEntry> entries = fixture();
        QVERIFY(m_store->import(entries.first(2)).result());
        const auto outcome = m_store->import(entries).result();
        QCOMPARE(outcome->continued, QStringList({ entries.first().incidentId }));
        QCOMPARE(outcome->imported, QStringList({ entries.last().incidentId }));
        QCOMPARE(outcome->entries, 3);
        QVERIFY(areSame(stored(*m_store, entries), entries));
    }

    void whatDiffersIsLeftAsItIs()
    {
        const QList<TimelineEntry> entries = fixture();
        QVERIFY(m_store->import(entries).result());
        QList<TimelineEntry> other = entries;
        other[2].payload.insert(u"text"_s, u"It was somebody else."_s);
        const auto outcome = m_store->import(other).result();
        QCOMPARE(outcome->refused.size(), 1);
        QCOMPARE(outcome->refused.first().incidentId, entries.first().incidentId);
        QCOMPARE(outcome->known.size(), 1);
        QCOMPARE(outcome->entries, 0);
        QVERIFY(areSame(stored(*m_store, entries), entries));
    }

    void partOfWhatIsHereIsPassedOver()
    {
        const QList<TimelineEntry> entries = fixture();
        QVERIFY(m_store->import(entries).result());
        const auto fewer = m_store->import({ entries.at(0), entries.at(2) }).result();
        QCOMPARE(fewer->known, QStringList({ entries.first().incidentId }));
        QVERIFY(areSame(stored(*m_store, entries), entries));
    }

    /** What a damaged file gives has gaps. */
    void whatIsNotHereIsAddedBehind()
    {
        const QList<TimelineEntry> entries = fixture().first(3);
        QVERIFY(m_store->import(entries.first(2)).result());
        const auto outcome = m_store->import({ entries.at(0), entries.at(2) }).result();
        QCOMPARE(outcome->continued, QStringList({ entries.first().incidentId }));
        QCOMPARE(outcome->entries, 1);
        QVERIFY(areSame(stored(*m_store, entries), entries));
        QCOMPARE(m_store->import(entries).result()->known.size(), 1);
    }

    void aLongTextThatWasCutIsKeptAsItIsHere()
    {
        const QList<TimelineEntry> entries = fixture().first(3);
        QList<TimelineEntry> made = entries;
        made[0].document = QString(5000, u'p');
        QVERIFY(m_store->import(made.first(2)).result());
        QList<TimelineEntry> cut = made;
        cut[0].document.truncate(1000);
        QCOMPARE(m_store->import(cut).result()->entries, 1);
        QVERIFY(areSame(stored(*m_store, made), made));
    }

    void anotherHistoryIsRefused()
    {
        const QList<TimelineEntry> entries = fixture().first(3);
        QVERIFY(m_store->import(entries).result());
        QList<TimelineEntry> other = entries;
        for (TimelineEntry &entry : other)
            entry.id = u"another-"_s + entry.id.last(12);
        const auto outcome = m_store->import(other).result();
        QCOMPARE(outcome->refused.size(), 1);
        QCOMPARE(outcome->refused.first().reason, u"It is here with another beginning."_s);
        QVERIFY(areSame(stored(*m_store, entries), entries));
    }

    void anIdThatAnotherIncidentHasIsRefused()
    {
        const QList<TimelineEntry> entries = fixture();
        QVERIFY(m_store->import(entries.first(3)).result());
        QList<TimelineEntry> other = entries.last(2);
        other.last().id = entries.first().id;
        const auto outcome = m_store->import(other).result();
        QCOMPARE(outcome->refused.size(), 1);
        QVERIFY(m_store->entries(other.first().incidentId).result()->isEmpty());
    }

    void aFullDiskImportsNothing()
    {
        const QTemporaryDir folder;
        const auto file = openIncidentFile(folder.path(), m_clock.now(), {});
        QVERIFY(file);
        const IncidentTables tables(file->database, m_clock);
        const int pages = file->database->single(u"PRAGMA page_count"_s)->toInt();
        QVERIFY(file->database->run(u"PRAGMA max_page_count = %1"_s.arg(pages + 20)));
        const auto outcome = importIncidents(tables, Testing::RandomIncidents(3).incidents(100));
        QVERIFY(!outcome);
        QCOMPARE(outcome.problem().text, u"The disk is full."_s);
        QVERIFY(tables.incidents()->isEmpty());
        QVERIFY(importIncidents(tables, fixture()));
    }

    void aFileOpenForReadingTakesNothing()
    {
        m_store.reset();
        const auto reading = IncidentStore::openForReading(m_folder->path(), m_clock);
        QVERIFY(!(*reading)->import(fixture()).result());
    }
};

QTEST_GUILESS_MAIN(TestIncidentImport)
#include "tst_incidentimport.moc"
