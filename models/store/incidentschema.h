// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QDateTime>
#include <QList>

namespace Handrail {

/** One numbered script that takes incidents.sqlite from the version before it to its own. */
struct IncidentMigration
{
    int version = 0;
    QString script;
};

/** Marks the file as Handrail's, for us and for file(1): "HndR". */
inline constexpr int incidentApplicationId = 0x486e6452;

/** All scripts of resources/sql, by version; the last one is the version this program knows. */
QList<IncidentMigration> incidentMigrations();

/** Copies the file whole to backups/ in @p folder before a migration changes it; the copy is checked. Returns its path. */
Result<QString> copyBeforeMigration(const Database &database, const QString &folder, int version, const QDateTime &now);

/** Runs the scripts that are newer than @p version, each whole or not at all. */
Result<Done> migrateIncidents(const Database &database, int version, const QList<IncidentMigration> &migrations);

} // namespace Handrail
