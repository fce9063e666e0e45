// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"

#include <QByteArray>

namespace Handrail {

/**
 * The text of a file somebody else wrote, in whatever Unicode encoding: bytes that are none become U+FFFD and control characters
 * spaces, and both are named with their lines. Nothing else of the file is lost.
 */
QString textOfFile(const QByteArray &bytes, QList<Problem> &problems);

} // namespace Handrail
