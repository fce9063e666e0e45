// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/report.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Handrail::Reliability {

namespace {

constexpr qsizetype hashSize = 64;

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray makeReport(int number, int bytes)
{
    const QByteArray text = QByteArray::number(number) + '\n' + QByteArray(bytes, char('a' + number % 26)) + '\n';
    return text + hashOf(text);
}

int numberOfReport(const QByteArray &report)
{
    const QByteArray text = report.chopped(std::min(report.size(), hashSize));
    return hashOf(text) == report.last(report.size() - text.size()) ? text.left(text.indexOf('\n')).toInt() : 0;
}

} // namespace Handrail::Reliability
