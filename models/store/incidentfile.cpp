// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentfile.h"

#include "store/incidentbackup.h"
#include "store/incidentfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QVariant>

#include <sqlite3.h>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QStringList checkingPragmas()
{
    return { u"trusted_schema = OFF"_s, u"cell_size_check = ON"_s, u"mmap_size = 0"_s, u"temp_store = MEMORY"_s,
             u"busy_timeout = 5000"_s };
}

QStringList writingPragmas()
{
    return { u"journal_mode = DELETE"_s, u"synchronous = EXTRA"_s, u"foreign_keys = ON"_s, u"secure_delete = ON"_s };
}

Problem error(const QString &text)
{
    return { Problem::Severity::Error, text };
}

Problem damaged(const QString &path)
{
    return error(u"The incident file is damaged. Nothing was changed in it. Put a copy of it back, or move %1 away."_s.arg(path));
}

/** What a file can do to the program that opens it is switched off before its first page is read. */
Result<std::shared_ptr<Database>> openHardened(const QString &path, Database::Mode mode)
{
    const auto database = Database::open(path, mode, {});
    if (!database)
        return database;
    sqlite3 *handle = handleOf(**database);
    if (!handle)
        return error(u"The database driver is not SQLite's."_s);
    const std::pair<int, int> options[] = {
        { SQLITE_DBCONFIG_DEFENSIVE, 1 },           { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_DQS_DML, 0 },
        { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 },
    };
    for (const auto &[option, value] : options)
        sqlite3_db_config(handle, option, value, nullptr);
    const QStringList pragmas = checkingPragmas();
    for (const QString &pragma : pragmas) {
        if (const auto done = (*database)->run(u"PRAGMA "_s + pragma); !done)
            return done.problem();
    }
    return database;
}

/** What a first look at the file tells, before anything of it is believed. */
struct Look
{
    int version = 0;
    bool isNew = false; ///< empty: no table, not marked as anybody's
};

bool hasJournal(const QString &folder)
{
    return QFileInfo::exists(incidentFilePath(folder) + u"-journal"_s);
}

} // namespace

bool tellsOfDamage(const Database &database)
{
    const int code = sqlite3_errcode(handleOf(database)) & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

namespace {

Problem problemOfLook(const Database &database, const Problem &problem, const QString &path)
{
    return tellsOfDamage(database) ? damaged(path) : problem;
}

/** Every start looks at each page; @p wholly compares the indexes with their tables too, which takes three times as long. */
Result<Look> lookAt(const Database &database, const QString &path, bool wholly)
{
    const auto asked = [&](const QString &sql) -> Result<QVariant> {
        auto answer = database.single(sql);
        return answer ? answer : Result<QVariant>(problemOfLook(database, answer.problem(), path));
    };
    const auto applicationId = asked(u"PRAGMA application_id"_s);
    if (!applicationId)
        return applicationId.problem();
    const auto version = asked(u"PRAGMA user_version"_s);
    if (!version)
        return version.problem();
    const auto check = asked(wholly ? u"PRAGMA integrity_check(1)"_s : u"PRAGMA quick_check(1)"_s);
    if (!check)
        return check.problem();
    if (check->toString() != u"ok")
        return damaged(path);
    const auto tables = asked(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables.problem();

    const Look look { version->toInt(), tables->toInt() == 0 };
    const bool ours = applicationId->toInt() == incidentApplicationId;
    if (!ours && !(look.isNew && applicationId->toInt() == 0))
        return error(u"%1 belongs to another program. Nothing was changed in it. Choose another data folder."_s.arg(path));
    if (ours && look.isNew)
        return damaged(path);
    return look;
}

/**
 * Whether the journal beside the file makes it sound, tried with copies: SQLite plays in whatever lies there, also that of another
 * file which somebody put in this one's place. Where no copies can be made, for want of room perhaps, the journal is believed.
 */
bool journalFits(const QString &path)
{
    const QString copy = path + u".trial"_s;
    const auto forget = qScopeGuard([&] {
        QFile::remove(copy);
        QFile::remove(copy + u"-journal"_s);
    });
    QFile::remove(copy);
    QFile::remove(copy + u"-journal"_s);
    if (!QFile::copy(path, copy) || !QFile::copy(path + u"-journal"_s, copy + u"-journal"_s))
        return true;
    const auto database = openHardened(copy, Database::Mode::ReadWrite);
    if (!database)
        return true;
    const auto check = (*database)->single(u"PRAGMA integrity_check(1)"_s);
    return check ? check->toString() == u"ok" : !tellsOfDamage(**database);
}

/**
 * After a kill in the middle of a write SQLite takes the half-written part back at the first read, for which a connection that
 * may write is needed. The lock is held: a journal that is there is nobody else's.
 */
Result<Done> takeBackHalfWritten(const QString &path)
{
    if (!QFileInfo::exists(path + u"-journal"_s))
        return Done {};
    if (!journalFits(path))
        return damaged(path);
    const auto database = openHardened(path, Database::Mode::ReadWrite);
    if (!database)
        return database.problem();
    const auto version = (*database)->single(u"PRAGMA user_version"_s);
    if (!version)
        return problemOfLook(**database, version.problem(), path);
    return Done {};
}

QString newerReason(int version, int known)
{
    return u"Made by a newer version (schema %1; this app knows %2). Opened for reading only; nothing was changed."_s.arg(version)
        .arg(known);
}

Result<OpenIncidentFile> openForWriting(const QString &folder, const Look &look, const QDateTime &now,
                                        const IncidentFileOptions &options)
{
    const auto database = openHardened(incidentFilePath(folder), Database::Mode::ReadWrite);
    if (!database)
        return database.problem();
    const QStringList pragmas = writingPragmas();
    for (const QString &pragma : pragmas) {
        if (const auto done = (*database)->run(u"PRAGMA "_s + pragma); !done)
            return done.problem();
    }
    if (!look.isNew && look.version < options.migrations.last().version) {
        if (const auto copied = copyBeforeMigration(**database, folder, look.version, now); !copied)
            return copied.problem();
    }
    if (const auto migrated = migrateIncidents(**database, look.version, options.migrations); !migrated)
        return migrated.problem();
    return OpenIncidentFile { *database, nullptr, {} };
}

/** An empty file beside backups was not always empty. Where there is no file somebody moved it away, and a new one is made. */
bool isEmptied(const QString &folder)
{
    const QFileInfo file(incidentFilePath(folder));
    return file.exists() && file.size() == 0 && !incidentBackups(folder).isEmpty();
}

/** Before the day's backup. */
bool isFirstOfDay(const QString &folder, const QDateTime &now)
{
    const QList<IncidentBackup> backups = incidentBackups(folder);
    return backups.isEmpty() || backups.first().at.date() != now.toUTC().date();
}

/** Opens a file that is there: looks first, and writes only to what is sound, ours and not from the future. */
Result<OpenIncidentFile> openSound(const QString &folder, const QDateTime &now, const QString &readOnlyReason,
                                   const IncidentFileOptions &options)
{
    const QString path = incidentFilePath(folder);
    const bool wasInterrupted = hasJournal(folder);
    if (readOnlyReason.isEmpty()) {
        if (const auto done = takeBackHalfWritten(path); !done)
            return done.problem();
    }
    Look look;
    {
        const auto database = openHardened(path, Database::Mode::ReadOnly);
        if (!database)
            return database.problem();
        const auto seen = lookAt(**database, path, wasInterrupted || (readOnlyReason.isEmpty() && isFirstOfDay(folder, now)));
        if (!seen)
            return seen.problem();
        look = *seen;
        if (const int known = options.migrations.last().version; look.version > known)
            return OpenIncidentFile { *database, nullptr, newerReason(look.version, known) };
        if (!readOnlyReason.isEmpty())
            return OpenIncidentFile { *database, nullptr, readOnlyReason };
    }
    return openForWriting(folder, look, now, options);
}

} // namespace

Result<OpenIncidentFile> openIncidentFile(const QString &folder, const QDateTime &now, const IncidentFileOptions &options)
{
    if (isEmptied(folder))
        return damaged(incidentFilePath(folder));
    if (options.forReading && !hasJournal(folder))
        return openSound(folder, now, u"Opened for reading only."_s, options);

    const auto access = prepareIncidentFolder(folder, options.onNetwork);
    if (!access)
        return access.problem();
    if (!access->readOnlyReason.isEmpty())
        return openSound(folder, now, access->readOnlyReason, options);
    const auto lock = IncidentLock::take(folder);
    if (!lock && options.forReading) // somebody is writing just now, and his journal is his own affair
        return openSound(folder, now, u"Opened for reading only."_s, options);
    if (!lock)
        return lock.problem();
    auto file = openSound(folder, now, {}, options);
    if (file)
        file.value().lock = *lock;
    return file;
}

} // namespace Handrail
