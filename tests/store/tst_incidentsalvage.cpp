// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "incident/jsonlines.h"
#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentrescue.h"
#include "store/incidentsalvage.h"
#include "store/incidentstore.h"
#include "store/tablepages.h"
#include "support/randomincidents.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What is read out of files that are truly broken. */
class TestIncidentSalvage : public QObject
{
    Q_OBJECT

    static constexpr int pageSize = 4096;
    FixedClock m_clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC() };
    QTemporaryDir m_folder;
    QList<TimelineEntry> m_made;
    QByteArray m_sound; ///< bytes of a file with m_made
    int m_trials = 0;

    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"damaged%1.sqlite"_s.arg(++m_trials));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return path;
    }

    QByteArray readBack(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray withoutPage(QByteArray bytes, int number)
    {
        std::fill_n(bytes.begin() + qsizetype(number - 1) * pageSize, pageSize, '\0');
        return bytes;
    }

    /** Each entry that was read, but for the stand-ins and damaged texts, is one that was made. */
    bool areTrue(const SalvagedIncidents &salvaged) const
    {
        QHash<QString, TimelineEntry> made;
        for (const TimelineEntry &entry : m_made)
            made.insert(entry.id, entry);
        qsizetype same = 0;
        for (const TimelineEntry &entry : salvaged.entries)
            same += isSameEntry(entry, made.value(entry.id)) ? 1 : 0;
        return same + salvaged.damagedTexts >= salvaged.readEntries;
    }

    /** That what was salvaged can be taken in. */
    bool isImportable(const SalvagedIncidents &salvaged)
    {
        const auto entries = incidentsFromJsonLines(incidentsToJsonLines(salvaged.entries));
        return entries
            && std::equal(entries->begin(), entries->end(), salvaged.entries.begin(), salvaged.entries.end(), isSameEntry);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_made = Testing::RandomIncidents(6).incidents(40);
        const QTemporaryDir folder;
        {
            const auto store = *IncidentStore::open(folder.path(), m_clock);
            QVERIFY(store->import(m_made).result());
        }
        m_sound = readBack(incidentFilePath(folder.path()));
        QVERIFY(m_sound.size() > 60 * pageSize);
    }

    void aSoundFileIsReadWhole()
    {
        const auto salvaged = salvageIncidents(write(m_sound));
        QVERIFY(salvaged);
        QVERIFY(areTrue(*salvaged));
        QCOMPARE(salvaged->entries.size(), m_made.size());
        QCOMPARE(salvaged->incidents, 40);
        QCOMPARE(salvaged->readEntries, m_made.size());
        QCOMPARE(salvaged->missingEntries, 0);
        QCOMPARE(salvaged->lostBeginnings, 0);
        QCOMPARE(salvaged->damagedTexts, 0);
    }

    void anEmptiedPageCostsWhatIsOnIt()
    {
        const int count = int(m_sound.size() / pageSize);
        qint64 lost = 0;
        for (int number = 1; number <= count; ++number) {
            const QByteArray bytes = withoutPage(m_sound, number);
            const qsizetype rows = TablePages(m_sound).rows(number).size();
            const QString path = write(bytes);
            const auto salvaged = salvageIncidents(path);
            QVERIFY2(salvaged, qPrintable(QString::number(number)));
            QCOMPARE(readBack(path), bytes);
            QVERIFY(QFile::remove(path));
            QVERIFY2(areTrue(*salvaged) && isImportable(*salvaged), qPrintable(QString::number(number)));
            // Not one row of another page is lost, also when the page is the schema's or leads to others.
            QVERIFY(m_made.size() - salvaged->readEntries <= std::max<qsizetype>(rows, 1));
            lost += m_made.size() - salvaged->readEntries;
        }
        QVERIFY(lost <= 2 * m_made.size());
    }

    void aFileCutOffGivesWhatIsLeft()
    {
        for (int tenths = 1; tenths < 10; ++tenths) {
            const auto salvaged = salvageIncidents(write(m_sound.first(m_sound.size() * tenths / 10 + 77)));
            if (!salvaged)
                continue;
            QVERIFY(areTrue(*salvaged) && isImportable(*salvaged));
        }
        QVERIFY(salvageIncidents(write(m_sound.first(m_sound.size() * 9 / 10)))->readEntries > m_made.size() * 3 / 5);
    }

    void turnedBytesDoNoHarm()
    {
        QRandomGenerator random(11);
        for (int trial = 0; trial < 30; ++trial) {
            QByteArray bytes = m_sound;
            for (int i = 0; i < 50; ++i)
                bytes[qsizetype(random.bounded(int(bytes.size())))] = char(random.bounded(256));
            const QString path = write(bytes);
            const auto salvaged = salvageIncidents(path);
            QVERIFY(salvaged);
            QVERIFY(isImportable(*salvaged));
            QVERIFY(salvaged->readEntries > m_made.size() * 9 / 10);
            QCOMPARE(readBack(path), bytes);
            QVERIFY(QFile::remove(path));
        }
    }

    void aLostBeginningIsStoodInFor()
    {
        const QTemporaryDir folder;
        {
            const auto store = *IncidentStore::open(folder.path(), m_clock);
            const EntryContext context { u"019e0a00-0000-7000-8000-000000000001"_s, u"ada"_s, m_clock.now() };
            for (int i = 0; i < 60; ++i) // without "started": it was on a page that is gone
                QVERIFY(store->append(noteEntry(context, NoteKind::Note, QString(200, u'n'))).result());
        }
        const auto salvaged = salvageIncidents(incidentFilePath(folder.path()));
        QVERIFY(salvaged);
        QCOMPARE(salvaged->lostBeginnings, 1);
        QCOMPARE(salvaged->entries.size(), 61);
        QVERIFY(salvaged->entries.first().kind == TimelineEntry::Kind::Started);
        QVERIFY(isImportable(*salvaged));
        QCOMPARE(salvageIncidents(incidentFilePath(folder.path()))->entries, salvaged->entries); // with the same ids
    }

    void restoredAndRescuedComeTogether()
    {
        // A backup has the beginning, the rescued file has more: the incident goes on.
        const QTemporaryDir folder;
        const auto store = *IncidentStore::open(folder.path(), m_clock);
        QVERIFY(store->import(m_made.first(m_made.size() / 2)).result());
        const auto outcome = store->import(salvageIncidents(write(withoutPage(m_sound, 1)))->entries).result();
        QVERIFY(outcome);
        QVERIFY(outcome->refused.isEmpty());
        QCOMPARE(outcome->known.size() + outcome->continued.size() + outcome->imported.size(), 40);
    }

    void aDamagedFileIsExchangedForWhatIsReadable()
    {
        const QTemporaryDir folder;
        const QString path = incidentFilePath(folder.path());
        const QByteArray damaged = withoutPage(m_sound, int(m_sound.size() / pageSize / 2));
        const auto damage = [&] {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size();
        };
        QVERIFY(damage());
        const auto rescued = rescueIncidents(folder.path(), {}, m_clock);
        QVERIFY(rescued);
        QCOMPARE(readBack(rescued->aside + u"/incidents.sqlite"_s), damaged);
        QVERIFY(checkIncidentFile(path));
        const qint64 alone = rescued->entries;
        QVERIFY(alone > 0 && alone <= m_made.size());

        const QString backup = m_folder.filePath(u"backup.sqlite"_s);
        QVERIFY(QFile::rename(path, backup));
        QVERIFY(damage());
        const FixedClock later { m_clock.now().addSecs(60) };
        const auto onTop = rescueIncidents(folder.path(), backup, later);
        QVERIFY2(onTop, onTop ? "" : qPrintable(onTop.problem().text));
        QCOMPARE(onTop->entries, 0); // the backup has them all
        QCOMPARE(onTop->asInBackup, 0);
        QVERIFY(checkIncidentFile(path));
        QVERIFY(!rescueIncidents(m_folder.filePath(u"nowhere"_s), {}, m_clock));
        QCOMPARE(QDir(folder.path()).entryList({ u"rescue-*"_s }, QDir::Dirs).size(), 0);
    }

    /** A backup, then more notes, then damage to what the backup has: of the newer notes not one is lost. */
    void newerNotesOutliveADamagedBeginning_data()
    {
        QTest::addColumn<bool>("isBeginningLost");
        QTest::newRow("a gap between, and a text cut off") << false;
        QTest::newRow("the beginning is lost") << true;
    }

    void newerNotesOutliveADamagedBeginning()
    {
        QFETCH(const bool, isBeginningLost);
        const QTemporaryDir folder;
        const QString path = incidentFilePath(folder.path());
        const QString backup = folder.filePath(u"backup.sqlite"_s);
        const EntryContext context { u"019e0a00-0000-7000-8000-000000000001"_s, u"ada"_s, m_clock.now() };
        const auto write = [&](IncidentStore &store, int from, int to) {
            for (int i = from; i < to; ++i)
                (void)store.append(noteEntry(context, NoteKind::Note, QString::number(i) + QString(200, u'n'))).result();
        };
        QList<TimelineEntry> made;
        {
            const auto store = *IncidentStore::open(folder.path(), m_clock);
            QVERIFY(store->append(startedEntry(context, u"Errors"_s, {}, {}, {}, QString(20'000, u'p'))).result());
            write(*store, 0, 60);
        }
        QVERIFY(QFile::copy(path, backup));
        {
            const auto store = *IncidentStore::open(folder.path(), m_clock);
            write(*store, 60, 100);
            made = *store->entries(context.incidentId).result();
        }
        QByteArray bytes = readBack(path);
        const TablePages pages(bytes);
        for (int number = 2; number <= pages.count(); ++number) {
            const QList<TableRow> rows = pages.rows(number);
            const qint64 first = rows.isEmpty() ? 0 : rows.first().rowId;
            const bool isOfBackup = rows.size() > 5 && rows.last().rowId < 60;
            if (isOfBackup && (first == 1) == isBeginningLost)
                bytes = withoutPage(bytes, number);
        }
        if (!isBeginningLost)
            std::fill_n(bytes.begin() + bytes.indexOf(QByteArray(4000, 'p')), 1000, '\0');
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();

        const auto salvaged = salvageIncidents(path);
        QVERIFY(salvaged && salvaged->readEntries < 101 - 5);
        QCOMPARE(salvaged->lostBeginnings, isBeginningLost ? 1 : 0);
        QCOMPARE(salvaged->damagedTexts, isBeginningLost ? 0 : 1);
        const auto rescued = rescueIncidents(folder.path(), backup, m_clock);
        QVERIFY2(rescued, rescued ? "" : qPrintable(rescued.problem().text));
        QCOMPARE(rescued->entries, 40);
        QCOMPARE(rescued->asInBackup, 0);
        QCOMPARE(rescued->missingEntries, 0); // the backup has them
        QCOMPARE(rescued->notWhole, 0);
        QCOMPARE(*(*IncidentStore::open(folder.path(), m_clock))->entries(context.incidentId).result(), made);
    }

    void whatIsNoFileOfIncidentsIsSaid()
    {
        QVERIFY(!salvageIncidents(m_folder.filePath(u"nowhere"_s)));
        QVERIFY(!salvageIncidents(m_folder.path()));
        QVERIFY(!salvageIncidents(write({})));
        QVERIFY(!salvageIncidents(write(QByteArray(100 * pageSize, '\r')))); // each page says that it is a leaf
        QVERIFY(!salvageIncidents(write("no database at all")));
    }
};

QTEST_GUILESS_MAIN(TestIncidentSalvage)
#include "tst_incidentsalvage.moc"
