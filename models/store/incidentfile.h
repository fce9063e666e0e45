// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/incidentlock.h"
#include "store/incidentschema.h"

#include <QDateTime>

namespace Handrail {

/** incidents.sqlite, checked and open. The lock is held as long as the file is. */
struct OpenIncidentFile
{
    std::shared_ptr<Database> database;
    std::shared_ptr<IncidentLock> lock; ///< none when it is open for reading only; let go after the database
    QString readOnlyReason; ///< why nothing can be written; empty when it can
};

/** How incidents.sqlite is opened; the defaults are what the program wants. */
struct IncidentFileOptions
{
    bool forReading = false; ///< takes no lock and makes no file
    bool onNetwork = false; ///< the user insists on a network folder
    QList<IncidentMigration> migrations = incidentMigrations();
};

/** Whether the last answer of @p database says that the file is damaged, and not only in use or out of reach. */
bool tellsOfDamage(const Database &database);

/**
 * Opens incidents.sqlite in @p folder in the order reliability asks for: folder, lock, file system, a look at the file without
 * writing, and only then for writing. Whatever is wrong with the file, it stays as it was. @p now names the copy made before a
 * migration.
 */
Result<OpenIncidentFile> openIncidentFile(const QString &folder, const QDateTime &now, const IncidentFileOptions &options);

} // namespace Handrail
