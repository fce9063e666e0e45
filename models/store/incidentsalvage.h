// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/timelineentry.h"

#include <QSet>

namespace Handrail {

/** What could be read out of a damaged file of incidents. */
struct SalvagedIncidents
{
    QList<TimelineEntry> entries; ///< fit for jsonlines.h: each incident begins with "started", if need be with a stand-in
    qsizetype incidents = 0;
    qsizetype readEntries = 0; ///< without the stand-ins
    qint64 missingEntries = 0; ///< at least: those after the last one that was read cannot be counted
    qsizetype lostBeginnings = 0; ///< incidents with a stand-in for their first entry
    qsizetype damagedTexts = 0; ///< long texts that are not whole, or not there
    QSet<QString> damagedIds; ///< of their entries
};

/** Whether @p entry stands in for a beginning that was lost: it tells nothing about an incident whose beginning is known. */
bool isStandIn(const TimelineEntry &entry);

/**
 * Reads what is readable in @p file, which is opened for reading and never written to, by whatever is wrong with it. Where parts
 * of the disk cannot be read, what is around them is. A problem when there is not one entry.
 */
Result<SalvagedIncidents> salvageIncidents(const QString &file);

} // namespace Handrail
