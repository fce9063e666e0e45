// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/placeholders.h"
#include "library/procedure.h"

#include <QHash>

namespace Handrail {

/** The worst a step's own commands can do; without any, what its words tell to do (proserisk.h). */
Risk riskOf(const Step &step);

/** The same for every step, by its id. Takes milliseconds for a large runbook. */
QHash<QString, Risk> risksOf(const Procedure &procedure);

/**
 * Where the line "from here, steps change things" stands: the index of the first step, in order, that is not look-only; the number
 * of steps when all of them are.
 */
int firstChangingStep(const Procedure &procedure);
/** How many steps only look: by their commands, or by their words when they have none. */
int lookOnlyCount(const Procedure &procedure);

} // namespace Handrail
