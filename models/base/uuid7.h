// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Handrail {

/** A new UUIDv7 (RFC 9562): globally unique, sorts by time. Lower case, no braces. */
QString newUuid7(const QDateTime &now);

} // namespace Handrail
