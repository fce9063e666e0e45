// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentschema.h"

#include "store/incidenttransaction.h"

#include <QDir>
#include <QFile>
#include <QVariant>

// The macro declares a function in the global namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(incidents);
}

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

Result<Done> runMigration(const Database &database, const IncidentMigration &migration)
{
    for (const QString &statement : { u"PRAGMA application_id = %1"_s.arg(incidentApplicationId),
                                      u"PRAGMA user_version = %1"_s.arg(migration.version) }) {
        if (const auto done = database.run(statement); !done)
            return done;
    }
    return database.runScript(migration.script);
}

} // namespace

QList<IncidentMigration> incidentMigrations()
{
    initialiseResources();
    QList<IncidentMigration> migrations;
    for (int version = 1;; ++version) {
        QFile script(u":/sql/incidents_%1.sql"_s.arg(version, 4, 10, QLatin1Char('0')));
        if (!script.open(QIODevice::ReadOnly))
            return migrations;
        migrations.append({ version, QString::fromUtf8(script.readAll()) });
    }
}

Result<QString> copyBeforeMigration(const Database &database, const QString &folder, int version, const QDateTime &now)
{
    constexpr QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    const QDir backups(folder + u"/backups"_s);
    const QString path = backups.filePath(
        u"incidents-version-%1-%2.sqlite"_s.arg(version).arg(now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s)));
    const Problem notMade = {
        Problem::Severity::Error,
        u"No copy could be made before the change to a newer version. Nothing was changed. See to %1."_s.arg(backups.path())
    };
    if (!backups.exists() && !QDir().mkdir(backups.path(), owner | QFile::ExeOwner))
        return notMade;
    QFile file(path); // made here, for SQLite would let everybody read it
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        return notMade;
    file.close();

    auto copy = database.prepared(u"VACUUM INTO :path"_s);
    if (!copy)
        return copy.problem();
    copy.value().bindValue(u":path"_s, path);
    if (!database.execute(copy.value()))
        return notMade;
    const auto made = Database::open(path, Database::Mode::ReadOnly, {});
    if (!made)
        return notMade;
    const auto check = (*made)->single(u"PRAGMA integrity_check(1)"_s);
    if (!check || check->toString() != u"ok")
        return notMade;
    return path;
}

Result<Done> migrateIncidents(const Database &database, int version, const QList<IncidentMigration> &migrations)
{
    for (const IncidentMigration &migration : migrations) {
        if (migration.version <= version)
            continue;
        if (const auto done = inTransaction(database, [&] { return runMigration(database, migration); }); !done)
            return done;
    }
    return Done {};
}

} // namespace Handrail
