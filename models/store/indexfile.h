// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace Handrail {

/**
 * The index's database file: opens it, makes it, and makes it anew when it is damaged or none of ours. Nothing in it is precious.
 */
namespace IndexFile {

Result<std::shared_ptr<Database>> openForReading(const QString &path);
/** Opens @p path for the one writer; the file is there and has the tables when this succeeds. */
Result<std::shared_ptr<Database>> openForWriting(const QString &path);

bool isHealthy(const Database &database);
/** Deletes the index when it cannot be read. Whether it is to be made anew: also when it was not there. */
bool removeUnreadable(const QString &path);
/** Deletes the index, to be made anew. Refuses a file that is neither named nor marked as an index. */
bool remove(const QString &path);

} // namespace IndexFile

} // namespace Handrail
