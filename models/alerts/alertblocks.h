// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Handrail {

/**
 * The parts of a text that are one alert each: messages one below the other that begin with a title of one kind, records of
 * "Key: value" lines, lines of logfmt. One part, the text itself, when nothing says where the next alert begins.
 */
QStringList alertBlocks(const QString &text);

} // namespace Handrail
