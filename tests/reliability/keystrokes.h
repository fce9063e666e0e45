// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Handrail::Reliability {

/** A key that was pressed and that its program was done with. */
struct Keystroke
{
    qint64 at = 0; ///< ms on a clock that all programs share and nobody sets, see timeNow()
    char letter = 0; ///< ASCII
};

qint64 timeNow();
QByteArray lineOf(const Keystroke &keystroke);
/** A last line that is cut off counts for nothing. */
QList<Keystroke> readKeystrokes(const QByteArray &lines);

} // namespace Handrail::Reliability
