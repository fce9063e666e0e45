// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"
#include "store/incidenttables.h"

namespace Handrail {

/**
 * Takes @p entries, those of each incident in their order, into the tables: all in one transaction. Of an incident that is here,
 * those whose id is not are added behind the others: what comes from a damaged file has gaps. One that is here already stays as it
 * is, also when the long text of the other is not the same. An incident is refused when an entry tells something else than the one
 * of its id here, when nothing is common to two beginnings, and when another incident has one of its ids. Of entries that are older
 * than some here, those that change a state (a tick, a severity, "resolved") are left out and told as refused: added behind, they would
 * undo what came after them.
 */
Result<ImportOutcome> importIncidents(const IncidentTables &tables, const QList<TimelineEntry> &entries);

} // namespace Handrail
