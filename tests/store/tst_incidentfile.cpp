// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "store/incidentfile.h"
#include "store/incidentstore.h"
#include "store/incidenttables.h"
#include "support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** How incidents.sqlite is opened, and what is refused: a damaged, a foreign and a newer file stay as they are. */
class TestIncidentFile : public QObject
{
    Q_OBJECT

    FixedClock m_clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC() };
    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }
    QString path() const { return m_folder->filePath(u"incidents.sqlite"_s); }
    TimelineEntry note(const QString &text) const
    {
        return noteEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, NoteKind::Note, text);
    }

    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void makeFile()
    {
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(store);
        for (int number = 0; number < 200; ++number) {
            if (number % 20 == 0) {
                TimelineEntry entry = note(QString::number(number));
                entry.document = QString(4000, QChar(u'a' + char16_t(number / 20)));
                QVERIFY((*store)->append(entry).result());
            }
        }
    }

    Result<QVariant> asked(const QString &sql) const
    {
        const auto database = Database::open(path(), Database::Mode::ReadWrite, {});
        return database ? (*database)->single(sql) : database.problem();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void settingsAreThoseOfTheRules_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("expected");
        QTest::newRow("journal") << u"journal_mode"_s << u"delete"_s;
        QTest::newRow("synchronous") << u"synchronous"_s << u"3"_s;
        QTest::newRow("foreign keys") << u"foreign_keys"_s << u"1"_s;
        QTest::newRow("cell size") << u"cell_size_check"_s << u"1"_s;
        QTest::newRow("secure delete") << u"secure_delete"_s << u"1"_s;
        QTest::newRow("temporary store") << u"temp_store"_s << u"2"_s;
        QTest::newRow("schema is not trusted") << u"trusted_schema"_s << u"0"_s;
        QTest::newRow("application") << u"application_id"_s << u"1215194194"_s;
        QTest::newRow("version") << u"user_version"_s << u"2"_s;
    }

    void settingsAreThoseOfTheRules()
    {
        QFETCH(const QString, pragma);
        QFETCH(const QString, expected);
        const auto file = openIncidentFile(folder(), m_clock.now(), {});
        QVERIFY(file);
        QCOMPARE(file->database->single(u"PRAGMA "_s + pragma)->toString(), expected);
    }

    void historyCannotBeChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE event SET actor = 'eve'"_s;
        QTest::newRow("delete") << u"DELETE FROM event"_s;
        QTest::newRow("replace") << u"INSERT OR REPLACE INTO event SELECT * FROM event"_s;
        QTest::newRow("update document") << u"UPDATE document SET text = ''"_s;
        QTest::newRow("delete document") << u"DELETE FROM document"_s;
        QTest::newRow("replace document") << u"INSERT OR REPLACE INTO document SELECT sha256, 'y' FROM document"_s;
        QTest::newRow("schema") << u"UPDATE sqlite_schema SET sql = ''"_s;
    }

    void historyCannotBeChanged()
    {
        QFETCH(const QString, sql);
        makeFile();
        const auto file = openIncidentFile(folder(), m_clock.now(), {});
        QVERIFY(file);
        const auto before = IncidentTables(file->database, m_clock).entries(u"i1"_s);
        QVERIFY(!file->database->run(sql));
        QCOMPARE(*IncidentTables(file->database, m_clock).entries(u"i1"_s), *before);
    }

    void fullDiskIsSaidAndTheNextTryWorks()
    {
        const auto file = openIncidentFile(folder(), m_clock.now(), {});
        QVERIFY(file);
        const IncidentTables tables(file->database, m_clock);
        const int pages = file->database->single(u"PRAGMA page_count"_s)->toInt();
        QVERIFY(file->database->run(u"PRAGMA max_page_count = %1"_s.arg(pages)));
        TimelineEntry large = note(u"large"_s);
        large.document = QString(100'000, u'x');
        const auto failed = tables.append(large);
        QVERIFY(!failed);
        QCOMPARE(failed.problem().text, u"The disk is full."_s);
        QVERIFY(tables.entries(u"i1"_s)->isEmpty());
        QVERIFY(file->database->run(u"PRAGMA max_page_count = 10000"_s));
        QVERIFY(tables.append(large));
        QCOMPARE(tables.entries(u"i1"_s)->size(), 1);
    }

    void newerFileIsOnlyRead()
    {
        makeFile();
        QVERIFY(asked(u"PRAGMA user_version = 1001"_s));
        const QByteArray before = bytes();
        {
            const auto store = IncidentStore::open(folder(), m_clock);
            QVERIFY(store);
            QVERIFY((*store)->isReadOnly());
            QCOMPARE((*store)->readOnlyReason(),
                     u"Made by a newer version (schema 1001; this app knows 2). Opened for reading only; nothing was changed."_s);
            QCOMPARE((*store)->entries(u"i1"_s).result()->size(), 10);
            QVERIFY(!(*store)->append(note(u"x"_s)).result());
            QVERIFY(!(*store)->saveDraft({ u"i1"_s, u"note"_s, u"x"_s }).result());
        }
        QCOMPARE(bytes(), before);
    }

    void damagedFileIsLeftAlone_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("no magic") << 0;
        QTest::newRow("truncated") << 1;
        QTest::newRow("zeroed page") << 2;
        QTest::newRow("text") << 3;
    }

    void damagedFileIsLeftAlone()
    {
        QFETCH(const int, damage);
        makeFile();
        QByteArray content = bytes();
        const int page = 4096;
        if (damage == 0)
            content.replace(0, 16, QByteArray(16, '?'));
        else if (damage == 1)
            content.truncate(content.size() - 3 * page);
        else if (damage == 2)
            content.replace(2 * page, page, QByteArray(page, '\0'));
        else
            content = QByteArray("not a database\n").repeated(100);
        write(content);
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(!store);
        QVERIFY2(store.problem().text.startsWith(u"The incident file is damaged. "), qPrintable(store.problem().text));
        QCOMPARE(bytes(), content);
    }

    void emptiedFileIsNotTakenForANewOne()
    {
        makeFile(); // and the day's backup
        write({});
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(!store);
        QVERIFY2(store.problem().text.startsWith(u"The incident file is damaged. "), qPrintable(store.problem().text));
        QCOMPARE(bytes(), QByteArray());
        QVERIFY(QFile::remove(path())); // moved away on purpose
        QVERIFY(IncidentStore::open(folder(), m_clock));
    }

    void indexThatLacksARowIsSeenAtTheFirstStartOfTheDay()
    {
        makeFile();
        const auto page = asked(u"SELECT rootpage FROM sqlite_schema WHERE name = 'event_of_incident'"_s);
        QVERIFY(page);
        QByteArray content = bytes();
        const qsizetype entry = content.indexOf("i1", (page->toLongLong() - 1) * 4096);
        content[entry] = 'j'; // a different incident in the index than in the table, in a page that is well formed
        write(content);
        const FixedClock tomorrow(m_clock.now().addDays(1));
        QVERIFY(!IncidentStore::open(folder(), tomorrow));
        QCOMPARE(bytes(), content);
    }

    void journalOfAnotherFileIsNotPlayedIn()
    {
        makeFile();
        const QString other = m_folder->filePath(u"other.sqlite"_s);
        QByteArray journal;
        {
            const auto database = Database::open(other, Database::Mode::ReadWrite, { u"cache_size = 1"_s });
            QVERIFY(database);
            QVERIFY((*database)->run(u"CREATE TABLE t (x)"_s));
            QVERIFY((*database)->run(u"INSERT INTO t VALUES (randomblob(40000))"_s));
            QVERIFY((*database)->run(u"BEGIN"_s));
            QVERIFY((*database)->run(u"UPDATE t SET x = randomblob(40000)"_s));
            QFile file(other + u"-journal"_s);
            QVERIFY(file.open(QIODevice::ReadOnly));
            journal = file.readAll(); // as a program leaves it that is killed now
        }
        const QByteArray before = bytes();
        QFile beside(path() + u"-journal"_s);
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write(journal);
        beside.close();
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(!store);
        QVERIFY2(store.problem().text.startsWith(u"The incident file is damaged. "), qPrintable(store.problem().text));
        QCOMPARE(bytes(), before);
        QVERIFY(beside.remove());
        QCOMPARE((*IncidentStore::open(folder(), m_clock))->entries(u"i1"_s).result()->size(), 10);
    }

    void halfWrittenIsTakenBack_data()
    {
        QTest::addColumn<bool>("isRoomForCopy");
        QTest::newRow("tried with a copy") << true;
        QTest::newRow("no copy can be made") << false;
    }

    void halfWrittenIsTakenBack()
    {
        QFETCH(const bool, isRoomForCopy);
        makeFile();
        QByteArray content, journal;
        {
            const auto database = Database::open(path(), Database::Mode::ReadWrite, { u"cache_size = 1"_s });
            QVERIFY(database);
            QVERIFY((*database)->run(u"BEGIN"_s));
            for (int i = 0; i < 50; ++i)
                QVERIFY((*database)->run(u"INSERT INTO draft VALUES ('i1', '%1', '%2', 0)"_s.arg(i).arg(QString(2000, u'x'))));
            content = bytes(); // as a program leaves it that is killed now
            QFile file(path() + u"-journal"_s);
            QVERIFY(file.open(QIODevice::ReadOnly));
            journal = file.readAll();
        }
        QVERIFY(bytes() != content);
        write(content);
        QFile beside(path() + u"-journal"_s);
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write(journal);
        beside.close();
        if (!isRoomForCopy)
            QVERIFY(QDir().mkpath(path() + u".trial/full"_s));
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY2(store, store ? "" : qPrintable(store.problem().text));
        QCOMPARE((*store)->entries(u"i1"_s).result()->size(), 10);
        QVERIFY((*store)->drafts(u"i1"_s).result()->isEmpty());
        QVERIFY(!beside.exists());
        QCOMPARE(QFileInfo::exists(path() + u".trial"_s), !isRoomForCopy);
    }

    void foreignFileIsLeftAlone()
    {
        QVERIFY(asked(u"CREATE TABLE other (x)"_s));
        const QByteArray before = bytes();
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(!store);
        QVERIFY2(store.problem().text.contains(u"belongs to another program"), qPrintable(store.problem().text));
        QCOMPARE(bytes(), before);
    }

    void linkIsRefused()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"elsewhere.sqlite"_s), path()));
        QVERIFY(!IncidentStore::open(folder(), m_clock));
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"elsewhere.sqlite"_s)));
    }

    void migrationCopiesFirst()
    {
        makeFile();
        IncidentFileOptions options;
        options.migrations.append({ 3, u"ALTER TABLE event ADD COLUMN mood TEXT;\n"_s });
        const auto file = openIncidentFile(folder(), m_clock.now(), options);
        QVERIFY2(file, file ? "" : qPrintable(file.problem().text));
        QCOMPARE(file->database->single(u"PRAGMA user_version"_s)->toInt(), 3);
        QCOMPARE(file->database->single(u"SELECT count(*) FROM event WHERE mood IS NULL"_s)->toInt(), 10);

        const QString copy = m_folder->filePath(u"backups/incidents-version-2-20261123T021631Z.sqlite"_s);
        QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto before = Database::open(copy, Database::Mode::ReadOnly, {});
        QVERIFY(before);
        QCOMPARE((*before)->single(u"PRAGMA user_version"_s)->toInt(), 2);
        QCOMPARE((*before)->single(u"SELECT count(*) FROM event"_s)->toInt(), 10);
    }

    void aFileOfTheFirstVersionIsTakenOver()
    {
        IncidentFileOptions first;
        first.migrations = first.migrations.first(1);
        {
            const auto file = openIncidentFile(folder(), m_clock.now(), first);
            QVERIFY(file);
            QCOMPARE(file->database->single(u"PRAGMA user_version"_s)->toInt(), 1);
        }
        const auto store = IncidentStore::open(folder(), m_clock);
        QVERIFY(store);
        QVERIFY((*store)->append(startedEntry({ u"i1"_s, u"ada"_s, m_clock.now() }, u"T"_s, {}, {}, {}, {})).result());
        QCOMPARE((*store)->entries(u"i1"_s).result()->size(), 1);
        QCOMPARE(QDir(folder() + u"/backups"_s).entryList({ u"incidents-version-1-*"_s }).size(), 1);
    }

    void migrationThatFailsChangesNothing()
    {
        makeFile();
        IncidentFileOptions options;
        options.migrations.append({ 3, u"CREATE TABLE extra (x);\nNONSENSE;\n"_s });
        QVERIFY(!openIncidentFile(folder(), m_clock.now(), options));
        const auto file = openIncidentFile(folder(), m_clock.now(), {});
        QVERIFY(file);
        QVERIFY(file->readOnlyReason.isEmpty());
        QCOMPARE(file->database->single(u"SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"_s)->toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestIncidentFile)
#include "tst_incidentfile.moc"
