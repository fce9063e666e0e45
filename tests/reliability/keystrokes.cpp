// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/keystrokes.h"

#include <ctime>

namespace Handrail::Reliability {

qint64 timeNow()
{
    timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

QByteArray lineOf(const Keystroke &keystroke)
{
    return QByteArray::number(keystroke.at) + '\t' + keystroke.letter + '\n';
}

QList<Keystroke> readKeystrokes(const QByteArray &lines)
{
    QList<Keystroke> keystrokes;
    for (const QByteArray &line : lines.first(lines.lastIndexOf('\n') + 1).split('\n')) {
        const qsizetype tab = line.indexOf('\t');
        if (tab > 0 && line.size() == tab + 2)
            keystrokes.append({ line.first(tab).toLongLong(), line.at(tab + 1) });
    }
    return keystrokes;
}

} // namespace Handrail::Reliability
