// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"
#include "store/incidenttables.h"

namespace Handrail {

/**
 * Takes @p entries, those of each incident in their order, into the tables: all in one transaction. An incident that is here and
 * equal stays; one that goes on where the one here ends is continued; any other that is here is refused, as is one with an entry
 * whose id another incident has.
 */
Result<ImportOutcome> importIncidents(const IncidentTables &tables, const QList<TimelineEntry> &entries);

} // namespace Handrail
