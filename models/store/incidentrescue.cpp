// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentrescue.h"

#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace Handrail {

using namespace Qt::StringLiterals;

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
    }
    rescued.incidents = salvaged->incidents;
    rescued.missingEntries = salvaged->missingEntries;
    rescued.notWhole = salvaged->damagedTexts + salvaged->lostBeginnings;
    const auto aside = restoreIncidents(folder, made, clock.now());
    if (!aside)
        return aside.problem();
    rescued.aside = *aside;
    return rescued;
}

} // namespace Handrail
