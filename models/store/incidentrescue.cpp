// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentrescue.h"

#include "incident/jsonlines.h"
#include "store/database.h"
#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentstore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace Sql {

const QString countAllEntries = u"SELECT count(*) FROM event WHERE id NOT IN (SELECT value FROM json_each(?))"_s;

} // namespace Sql

namespace {

/** Entries that were taken into @p store as the damage left them: of some the backup has what was written. */
Result<qsizetype> takenDamaged(IncidentStore &store, const SalvagedIncidents &salvaged)
{
    qsizetype count = 0;
    for (const TimelineEntry &entry : salvaged.entries) {
        if (!isStandIn(entry) && !salvaged.damagedIds.contains(entry.id))
            continue;
        const auto there = store.entries(entry.incidentId).result();
        if (!there)
            return there.problem();
        count += std::count_if(there->begin(), there->end(), [&entry](const auto &other) { return isSameEntry(other, entry); });
    }
    return count;
}

/** Of the places up to the last that was read, those that nothing in @p file can have had. */
Result<qint64> stillMissing(const QString &file, const SalvagedIncidents &salvaged)
{
    const auto database = Database::open(file, Database::Mode::ReadOnly, {});
    if (!database)
        return database.problem();
    QJsonArray standIns; // tell of an entry that is missing
    for (const TimelineEntry &entry : salvaged.entries) {
        if (isStandIn(entry))
            standIns.append(entry.id);
    }
    auto count = (*database)->prepared(Sql::countAllEntries);
    if (!count)
        return count.problem();
    count->bindValue(0, QString::fromUtf8(QJsonDocument(standIns).toJson(QJsonDocument::Compact)));
    if (!count->exec() || !count->next())
        return problemOf(count->lastError());
    const qint64 last = salvaged.readEntries + salvaged.missingEntries;
    return std::clamp<qint64>(last - count->value(0).toLongLong(), 0, salvaged.missingEntries);
}

} // namespace

Result<RescuedIncidents> rescueIncidents(const QString &folder, const QString &backup, const Clock &clock)
{
    const auto salvaged = salvageIncidents(incidentFilePath(folder));
    if (!salvaged)
        return salvaged.problem();
    const QTemporaryDir workshop(QDir(folder).filePath(u"rescue-XXXXXX"_s)); // on the same disk: there is room, or it is said
    const QString made = incidentFilePath(workshop.path());
    if (!workshop.isValid() || (!backup.isEmpty() && !QFile::copy(backup, made)))
        return Problem { Problem::Severity::Error, u"There is no room in %1 for what can be read. Nothing was changed."_s.arg(folder), 0 };
    RescuedIncidents rescued;
    {
        const auto store = IncidentStore::open(workshop.path(), clock);
        if (!store)
            return store.problem();
        const auto imported = (*store)->import(salvaged->entries).result();
        if (!imported)
            return imported.problem();
        rescued.entries = imported->entries;
        rescued.asInBackup = imported->refused.size();
        const auto damaged = takenDamaged(**store, *salvaged);
        if (!damaged)
            return damaged.problem();
        rescued.notWhole = *damaged;
    }
    const auto missing = stillMissing(made, *salvaged);
    if (!missing)
        return missing.problem();
    rescued.incidents = salvaged->incidents;
    rescued.missingEntries = *missing;
    const auto aside = restoreIncidents(folder, made, clock.now());
    if (!aside)
        return aside.problem();
    rescued.aside = *aside;
    return rescued;
}

} // namespace Handrail
