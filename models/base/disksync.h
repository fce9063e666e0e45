// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDevice;

namespace Handrail {

/**
 * Returns once the bytes of the file @p path, or the names in the folder @p path, are on the disk: what a new file is called is
 * part of its folder and survives a power cut only when that was synced too. False when the disk did not take them. Where a
 * system has no such call they are there soon after.
 */
[[nodiscard]] bool syncToDisk(const QString &path);
[[nodiscard]] bool syncToDisk(QFileDevice &file); ///< the bytes of an open file alone

} // namespace Handrail
