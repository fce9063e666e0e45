// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"

namespace Handrail {

/**
 * What a step without a command asks for in words: Unknown when a sentence of it tells to do something to a system ("Promote the
 * standby", "…, then restart the server by hand"), else Read. Errs on the side of Unknown.
 */
Risk riskOfProse(const QString &text);

} // namespace Handrail
