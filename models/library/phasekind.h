// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

#include <optional>

namespace Handrail {

/** The kind of work a heading announces, if its words say so. */
std::optional<Phase::Kind> phaseKindOf(const QString &title);

/** Whether a heading is a step itself: "Step 2", "3) Restart it", "1.2 Drain the node". */
bool isStepHeading(const QString &title);

/** "Step 2: Look at the pods" as "Look at the pods"; the list of steps numbers them itself. */
QString withoutStepNumber(const QString &title);

} // namespace Handrail
