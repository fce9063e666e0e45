// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminaltable.h"

#include "base/oddcharacters.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

QString onOneLine(const QString &text)
{
    return madeVisible(text.simplified());
}

QString indented(const QString &text, const QString &indent)
{
    QString clean = text;
    clean.replace(u"\r\n"_s, u"\n"_s);
    QString result;
    const QStringList lines = madeVisible(clean).split(u'\n');
    for (const QString &line : lines)
        result += (line.isEmpty() ? QString() : indent + line) + u'\n';
    return result;
}

QString TerminalTable::text(const QString &indent) const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], onOneLine(row[column]).size());
    }
    QString result;
    for (const QStringList &row : m_rows) {
        QString line = indent;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += onOneLine(row[column]).leftJustified(widths[column] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        result += line + u'\n';
    }
    return result;
}

} // namespace Handrail
