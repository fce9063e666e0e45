// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"

namespace Handrail {

/**
 * Names of the alerts that the rows of @p table are about, as written. Its head has to say that they are: settings, metrics and
 * error codes are called like alerts. Empty for any other table. A name of a single word, "Error" or "disk", is left out.
 */
QStringList alertsOfTable(const Block &table);

} // namespace Handrail
