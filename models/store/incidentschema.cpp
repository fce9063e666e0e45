// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentschema.h"

#include "store/incidentbackup.h"
#include "store/incidenttransaction.h"

#include <QFile>
#include <QFileInfo>
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
    const QString path = folder
        + u"/backups/incidents-version-%1-%2.sqlite"_s.arg(version).arg(now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    if (const auto copied = copyWhole(database, path); !copied) {
        return Problem { Problem::Severity::Error,
                         u"No copy could be made before the change to a newer version. Nothing was changed. See to %1."_s.arg(
                             QFileInfo(path).path()),
                         0 };
    }
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
