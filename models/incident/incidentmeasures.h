// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

#include <optional>

namespace Handrail {

/**
 * What a review can learn from how an incident went: where people waited and where the runbook did not hold. There is no time to
 * repair in it: it says little of how people worked, and invites comparing what cannot be compared.
 */
struct IncidentMeasures
{
    std::optional<qint64> alertToStart; ///< ms from the alert's start to the incident's; nothing when the alert names none
    std::optional<qint64> startToOwner; ///< ms from the incident's start until somebody was on it
    std::optional<qint64> startToFirstStep; ///< ms until a step was finished that stayed so
    int steps = 0; ///< of all runbooks that were followed
    int done = 0;
    int failed = 0;
    int skipped = 0;

    bool operator==(const IncidentMeasures &) const = default;
};

IncidentMeasures measuresOf(const Incident &incident);

} // namespace Handrail
