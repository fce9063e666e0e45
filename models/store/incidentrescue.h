// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/incidentsalvage.h"

namespace Handrail {

/** What became of a damaged file of incidents that was exchanged for what is readable of it. */
struct RescuedIncidents
{
    qsizetype incidents = 0;
    qint64 entries = 0; ///< that the backup does not have
    qint64 missingEntries = 0; ///< at least; neither readable nor in the backup
    qsizetype notWhole = 0; ///< entries whose long text is damaged, and incidents whose beginning is missing, which the backup has not
    qsizetype asInBackup = 0; ///< incidents of which the damaged file tells something else than the backup, which was kept
    QString aside; ///< where the damaged file lies now

    bool operator==(const RescuedIncidents &) const = default;
};

/**
 * Puts what is readable of incidents.sqlite in @p folder in its place, on top of @p backup, which may be empty. The damaged file is
 * moved aside as restoreIncidents() does. With a problem nothing was changed. Takes a while.
 */
Result<RescuedIncidents> rescueIncidents(const QString &folder, const QString &backup, const Clock &clock);

} // namespace Handrail
