// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace Handrail {

enum class Readers { OwnerAlone, AsUsual };

/** Writes the old file or the new one, never a part. A link is refused, and what is no file: a pipe, a device. The problem names the file and the cause. */
Result<Done> writeWhole(const QString &path, const QByteArray &bytes, Readers readers = Readers::OwnerAlone);

} // namespace Handrail
