// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

static void initialiseIndexResources() // Q_INIT_RESOURCE works in the global namespace alone
{
    Q_INIT_RESOURCE(index);
}

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int applicationId = 0x48524958; // "HRIX"

/** SQLite before 3.51.3 can damage a file in WAL mode that several connections have open. */
QString journalMode()
{
    constexpr int firstSafeWal = 3'051'003;
    return sqlite3_libversion_number() >= firstSafeWal ? u"journal_mode = WAL"_s : u"journal_mode = DELETE"_s;
}

const QStringList &readingPragmas()
{
    static const QStringList pragmas { u"trusted_schema = OFF"_s, u"mmap_size = 0"_s, u"query_only = ON"_s };
    return pragmas;
}

/** The cache is large enough for a batch: a spill would lock readers out before the commit. */
QStringList writingPragmas()
{
    return { u"trusted_schema = OFF"_s, u"mmap_size = 0"_s,        u"cell_size_check = ON"_s,  journalMode(),
             u"synchronous = NORMAL"_s, u"cache_size = -65536"_s,  u"temp_store = MEMORY"_s,   u"locking_mode = NORMAL"_s };
}

Result<Done> makeTables(const Database &database)
{
    initialiseIndexResources();
    QFile script(u":/sql/index.sql"_s);
    if (!script.open(QIODevice::ReadOnly))
        return Problem { Problem::Severity::Error, u"The index's tables are missing in this program. Install it again."_s, 0 };
    if (const auto begun = database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    if (const auto made = database.runScript(QString::fromUtf8(script.readAll())); !made)
        return made;
    if (const auto named = database.run(u"PRAGMA application_id = %1"_s.arg(applicationId)); !named)
        return named;
    return database.run(u"COMMIT"_s);
}

/** Whether the file is an index as this program makes it. An empty file is made one. */
Result<Done> checkOrMake(const Database &database)
{
    const auto id = database.single(u"PRAGMA application_id"_s);
    if (!id)
        return id.problem();
    const auto tables = database.single(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.problem();
    if (tables->toInt() == 0)
        return makeTables(database);
    if (id->toInt() != applicationId)
        return Problem { Problem::Severity::Error, u"The file is no index of Handrail's."_s, 0 };
    return Done {};
}

/** A file that the user named by mistake is not an index and stays; what is named or marked as one is only a cache. */
bool mayBeDeleted(const QString &path)
{
    static const QRegularExpression indexName(u"^index_v[0-9]+\\.sqlite$"_s);
    if (indexName.match(QFileInfo(path).fileName()).hasMatch())
        return true;
    constexpr qint64 placeOfApplicationId = 68; // in SQLite's file header, big-endian
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(placeOfApplicationId))
        return false;
    return file.read(4) == QByteArrayLiteral("HRIX");
}

void removeWithSideFiles(const QString &path)
{
    for (const QString &ending : { QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s })
        QFile::remove(path + ending);
}

Result<std::shared_ptr<Database>> openChecked(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadWrite, writingPragmas());
    if (!database)
        return database;
    if (const auto checked = checkOrMake(**database); !checked)
        return checked.problem();
    return database;
}

} // namespace

Result<std::shared_ptr<Database>> IndexFile::openForReading(const QString &path)
{
    return Database::open(path, Database::Mode::ReadOnly, readingPragmas());
}

Result<std::shared_ptr<Database>> IndexFile::openForWriting(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto database = openChecked(path);
    if (database || !mayBeDeleted(path))
        return database;
    removeWithSideFiles(path);
    return openChecked(path);
}

bool IndexFile::isHealthy(const Database &database)
{
    const auto health = database.single(u"PRAGMA quick_check(1)"_s);
    if (health)
        return health->toString() == u"ok";
    const int code = sqlite3_errcode(handleOf(database)) & 0xff;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED; // another program writes it: nothing speaks against the file
}

bool IndexFile::removeUnreadable(const QString &path)
{
    if (!QFileInfo::exists(path))
        return true;
    {
        const auto database = openForReading(path);
        if (database && isHealthy(**database))
            return false;
    }
    return remove(path);
}

bool IndexFile::remove(const QString &path)
{
    if (!mayBeDeleted(path))
        return false;
    removeWithSideFiles(path);
    return true;
}

} // namespace Handrail
