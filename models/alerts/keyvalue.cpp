// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/keyvalue.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

std::optional<KeyValue> keyValueIn(const QString &line)
{
    static const QRegularExpression pattern(
        u"^[^\\w\"'(\\[{<]*([A-Za-z_@][\\w./@()-]*(?: [\\w./()-]+){0,5}?)\"?\\s*(?::(?!//)|=(?!=))\\s*(.*)$"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const QString key = match.captured(1).trimmed();
    if (key.back().isDigit() && key.contains(u' ') && !match.captured(2).isEmpty()
        && match.captured(2).front().isDigit())
        return std::nullopt; // "started at 15:38"
    return KeyValue{ key, match.captured(2).trimmed() };
}

QList<KeyValue> logfmtIn(const QString &line)
{
    static const QRegularExpression pair(
        u"(?:^|\\s)([A-Za-z_][\\w.-]*)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))"_s);
    QList<KeyValue> pairs;
    qsizetype taken = 0;
    for (auto matches = pair.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        taken += match.capturedLength();
        pairs.append(
            { match.captured(1), match.captured(2).isEmpty() ? match.captured(3) : match.captured(2) });
    }
    const bool isAll = pairs.size() == 2 && taken == line.size();
    return pairs.size() >= 3 || isAll ? pairs : QList<KeyValue>();
}

} // namespace Handrail
