// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uuid7.h"

#include <QRandomGenerator>
#include <QUuid>

namespace Handrail {

QString newUuid7(const QDateTime &now)
{
    const quint64 milliseconds = quint64(now.toMSecsSinceEpoch());
    const quint64 randomHigh = QRandomGenerator::system()->generate64();
    const quint64 randomLow = QRandomGenerator::system()->generate64();

    const auto timeHigh = uint(milliseconds >> 16);
    const auto timeLow = ushort(milliseconds);
    const auto versionAndRandom = ushort(0x7000 | (randomHigh & 0x0fff));
    const auto byte = [randomLow](int index) { return uchar(randomLow >> (8 * index)); };
    const QUuid uuid(timeHigh, timeLow, versionAndRandom, uchar(0x80 | (byte(0) & 0x3f)), byte(1), byte(2), byte(3), byte(4),
                     byte(5), byte(6), byte(7));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace Handrail
