// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Handrail {

struct FileBytes
{
    QByteArray bytes;
    QDateTime modifiedAt; ///< UTC
};

/**
 * Reads the regular file @p path below @p root, of at most @p maximumSize bytes. No part of @p path may be a link that leaves
 * @p root; what is no regular file is not opened for reading, so that a FIFO cannot hang it.
 */
Result<FileBytes> readFileBelow(const QString &root, const QString &path, qint64 maximumSize);

} // namespace Handrail
