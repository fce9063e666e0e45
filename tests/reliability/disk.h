// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Handrail::Reliability {

/**
 * One change of a file or folder, as disk.cpp writes it down: this, then @c size bytes of data or path. What is written and
 * removed is recorded before it is done, what is synced after: a cut in between finds it not done, which is what may be found.
 */
struct DiskRecord
{
    enum Kind : std::int32_t {
        Opened, ///< descriptor; position: 1 when the file was made by it; data: the path
        Closed, ///< descriptor
        Written, ///< descriptor, position, data
        Truncated, ///< descriptor; position: the new length
        Synced, ///< descriptor, of a file or a folder
        Removed, ///< data: the path
        Renamed, ///< data: the old path, a zero byte, the new path
        FolderMade ///< data: the path
    };

    std::int32_t kind = Opened;
    std::int32_t descriptor = -1;
    std::int64_t position = 0;
    std::int64_t size = 0; ///< bytes that follow
};

/** The failure that HANDRAIL_DISK_FAULT asked for stops: the disk has room again, the cable is back. */
void mendDisk();

/** How many calls have failed so far. */
int diskFailures();

} // namespace Handrail::Reliability
