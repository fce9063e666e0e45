// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace Handrail {

/** Where the incidents are in a data folder. */
QString incidentFilePath(const QString &folder);

/** Whether @p folder is there and stays when the power goes; it and what it lies in are made for the owner alone (0700). */
bool makeFolder(const QString &folder);

/** The name of the file system that @p folder is on when its locks and syncs are not to be relied on; empty for a local one. */
QString networkFileSystem(const QString &folder);

/** What may be done in a data folder: an empty reason means everything. */
struct FolderAccess
{
    QString readOnlyReason;
};

/**
 * Makes the folder (0700) and an empty file (0600) in it, before SQLite would make it for everybody to read. A folder on a
 * network drive is a problem unless @p networkAllowed.
 */
Result<FolderAccess> prepareIncidentFolder(const QString &folder, bool networkAllowed);

} // namespace Handrail
