// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentstore.h"
#include "support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestIncidentBackup : public QObject
{
    Q_OBJECT

    FixedClock m_clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()) };
    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }

    void writeNotes(int count)
    {
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(store);
        for (int i = 0; i < count; ++i)
            QVERIFY((*store)->append(noteEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, NoteKind::Note, QString::number(i))).result());
    }

    qsizetype notes() const
    {
        const auto store = IncidentStore::openForReading(folder(), m_clock);
        return store ? (*store)->entries(u"i1"_s).result()->size() : -1;
    }

    void damage(const QString &path, qint64 at) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        file.write(QByteArray(2000, char(0xee)));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = FixedClock(QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()));
    }

    void oneIsMadeADayAndWhenAnIncidentEnds()
    {
        writeNotes(3);
        QCOMPARE(incidentBackups(folder()).size(), 1);
        m_clock.advance(60'000);
        writeNotes(1); // the same day
        QCOMPARE(incidentBackups(folder()).size(), 1);
        m_clock.advance(60'000);
        {
            const auto store = IncidentStore::open(folder(), m_clock);
            QVERIFY(store);
            QVERIFY((*store)->append(plainEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, TimelineEntry::Kind::Resolved)).result());
        }
        const QList<IncidentBackup> backups = incidentBackups(folder());
        QCOMPARE(backups.first().at, m_clock.now());
        QCOMPARE(backups.size(), 1); // the newest of the day is kept
        QVERIFY(checkIncidentFile(backups.first().path));
        QCOMPARE(QFileInfo(backups.first().path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void theOneOfTheSameSecondHasWhatCameSince()
    {
        writeNotes(3); // after the backup of the first start
        {
            const auto store = IncidentStore::open(folder(), m_clock);
            QVERIFY(store);
            QVERIFY((*store)->append(plainEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, TimelineEntry::Kind::Resolved)).result());
        }
        const QList<IncidentBackup> backups = incidentBackups(folder());
        QCOMPARE(backups.size(), 1);
        QVERIFY(restoreIncidents(folder(), backups.first().path, m_clock.now()));
        QCOMPARE(notes(), 4);
    }

    void oneThatFailsIsSaidAndTheIncidentsGoOn()
    {
        QFile inTheWay(folder() + u"/backups"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(store);
        QVERIFY(!(*store)->backUp().result());
        QVERIFY((*store)->append(noteEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, NoteKind::Note, u"on"_s)).result());
        const QFuture<Problem> failed = (*store)->failedBackups();
        QCOMPARE(failed.resultCount(), 2); // the day's, and the one that was asked for
        QVERIFY2(failed.resultAt(0).text.contains(inTheWay.fileName()), qPrintable(failed.resultAt(0).text));
        QVERIFY(inTheWay.remove());
        QVERIFY((*store)->backUp().result());
        QCOMPARE(failed.resultCount(), 2);
    }

    void sevenDaysAndFourWeeksAreKept()
    {
        for (int day = 0; day < 40; ++day) {
            writeNotes(0);
            m_clock.advance(24 * 3600 * 1000);
        }
        const QList<IncidentBackup> backups = incidentBackups(folder());
        QCOMPARE(backups.first().at.date(), QDate(2027, 1, 1));
        QStringList days;
        for (const IncidentBackup &backup : backups)
            days.append(backup.at.date().toString(u"MM-dd"_s));
        // Friday back to Saturday, then the Sundays that end the weeks before.
        QCOMPARE(days, QStringList({ u"01-01"_s, u"12-31"_s, u"12-30"_s, u"12-29"_s, u"12-28"_s, u"12-27"_s, u"12-26"_s, u"12-20"_s,
                                     u"12-13"_s }));
    }

    void aDamagedFileIsReplacedAndKept()
    {
        writeNotes(300);
        m_clock.advance(1000);
        {
            const auto store = IncidentStore::open(folder(), m_clock);
            QVERIFY((*store)->append(plainEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, TimelineEntry::Kind::Resolved)).result());
        }
        const QString file = incidentFilePath(folder());
        damage(file, QFileInfo(file).size() / 2);
        QVERIFY(!checkIncidentFile(file));
        QVERIFY(!IncidentStore::open(folder(), m_clock)); // nothing is written to it
        QFile bad(file);
        QVERIFY(bad.open(QIODevice::ReadOnly));
        const QByteArray before = bad.readAll();
        bad.close();

        const auto aside = restoreIncidents(folder(), incidentBackups(folder()).first().path, m_clock.now());
        QVERIFY2(aside, aside ? "" : qPrintable(aside.problem().text));
        QCOMPARE(notes(), 301);
        QFile kept(*aside + u"/incidents.sqlite"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), before);
        QVERIFY(IncidentStore::open(folder(), m_clock));
    }

    void aJournalOfTheOldFileIsNotPlayedIntoTheNewOne()
    {
        writeNotes(5);
        QFile journal(incidentFilePath(folder()) + u"-journal"_s);
        QVERIFY(journal.open(QIODevice::WriteOnly));
        journal.write("of another file");
        journal.close();
        const auto aside = restoreIncidents(folder(), incidentBackups(folder()).first().path, m_clock.now());
        QVERIFY(aside);
        QVERIFY(QFileInfo::exists(*aside + u"/incidents.sqlite-journal"_s));
        QVERIFY(!QFileInfo::exists(incidentFilePath(folder()) + u"-journal"_s));
        QCOMPARE(notes(), 0); // the day's backup is older than the notes
    }

    void whatIsNoBackupChangesNothing()
    {
        writeNotes(5);
        const QString other = m_folder->filePath(u"other.sqlite"_s);
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database");
        file.close();
        QVERIFY(!restoreIncidents(folder(), other, m_clock.now()));
        QVERIFY(!restoreIncidents(folder(), m_folder->filePath(u"nowhere"_s), m_clock.now()));
        const QString backup = incidentBackups(folder()).first().path;
        damage(backup, 100);
        QVERIFY(!restoreIncidents(folder(), backup, m_clock.now()));
        QCOMPARE(notes(), 5);
        QVERIFY(!QDir(folder() + u"/damaged"_s).exists());
    }

    void theNewestSoundBackupIsOffered()
    {
        writeNotes(5);
        QVERIFY(!backupToOffer(folder())); // the file is sound
        m_clock.advance(24 * 3600 * 1000);
        writeNotes(5);
        const QList<IncidentBackup> backups = incidentBackups(folder());
        QCOMPARE(backups.size(), 2);
        damage(incidentFilePath(folder()), 0);
        QCOMPARE(backupToOffer(folder()), std::optional(backups.at(0)));
        damage(backups.at(0).path, 0);
        QCOMPARE(backupToOffer(folder()), std::optional(backups.at(1)));
        damage(backups.at(1).path, 0);
        QVERIFY(!backupToOffer(folder()));
    }

    void whileTheWindowIsOpenNothingIsReplaced()
    {
        writeNotes(5);
        const auto window = IncidentStore::open(folder(), m_clock);
        QVERIFY(window);
        QVERIFY(!restoreIncidents(folder(), incidentBackups(folder()).first().path, m_clock.now()));
        QCOMPARE((*window)->entries(u"i1"_s).result()->size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestIncidentBackup)
#include "tst_incidentbackup.moc"
