// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <functional>

namespace Handrail {

/**
 * Runs @p work between BEGIN IMMEDIATE and COMMIT. When it or the commit fails, everything is rolled back and the connection is
 * ready for the next try. What succeeded is on the disk.
 */
Result<Done> inTransaction(const Database &database, const std::function<Result<Done>()> &work);

} // namespace Handrail
