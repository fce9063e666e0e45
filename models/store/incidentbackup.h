// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QDateTime>

#include <optional>

namespace Handrail {

/** A whole copy of incidents.sqlite in the data folder's "backups". */
struct IncidentBackup
{
    QString path;
    QDateTime at; ///< UTC, by its name

    bool operator==(const IncidentBackup &) const = default;
};

/** Daily copies, the newest first; copies made before a migration are not among them. */
QList<IncidentBackup> incidentBackups(const QString &folder);

/** Copies @p database to @p path, for the owner alone, and checks every page of the copy, which has that name only when it is whole. */
Result<Done> copyWhole(const Database &database, const QString &path);

/**
 * Writes a backup named after @p now and removes old ones: of the last seven days and of the last four weeks the newest of each is
 * kept. A copy that cannot be verified is removed and is a problem; those that were there stay. Gives the path.
 */
Result<QString> backUpIncidents(const Database &database, const QString &folder, const QDateTime &now);

/** Whether @p file is a sound file of incidents: read, never written. */
Result<Done> checkIncidentFile(const QString &file);

std::optional<IncidentBackup> newestSoundBackup(const QString &folder);

/** The newest sound backup, when incidents.sqlite in @p folder is not sound itself. */
std::optional<IncidentBackup> backupToOffer(const QString &folder);

/**
 * Puts @p backup in the place of incidents.sqlite. The backup is checked first; what was there goes with its side files to
 * "damaged/<time>" in the data folder, and stays there. Refused while another program has the folder. Gives that place; empty when
 * there was nothing.
 */
Result<QString> restoreIncidents(const QString &folder, const QString &backup, const QDateTime &now);

} // namespace Handrail
