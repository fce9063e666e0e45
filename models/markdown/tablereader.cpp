// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/tablereader.h"

namespace Handrail {

namespace {

constexpr qsizetype maximumRows = 1000;
constexpr qsizetype maximumColumns = 100;

/** Cells of a row, parted by pipes that are neither escaped nor the row's outer ones. */
QStringList cellsOf(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(u'|'))
        line = line.sliced(1);
    QStringList cells;
    QString cell;
    bool endedWithPipe = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        endedWithPipe = false;
        if (line[i] == u'\\' && i + 1 < line.size() && line[i + 1] == u'|') {
            cell += u'|';
            ++i;
        } else if (line[i] == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
            endedWithPipe = true;
        } else {
            cell += line[i];
        }
    }
    if (!endedWithPipe)
        cells.append(cell.trimmed());
    return cells;
}

bool isDelimiterCell(QStringView cell)
{
    if (cell.startsWith(u':'))
        cell = cell.sliced(1);
    if (cell.endsWith(u':'))
        cell.chop(1);
    return !cell.isEmpty() && cell.count(u'-') == cell.size();
}

bool isDelimiterRow(const QString &line, qsizetype columns)
{
    if (!line.contains(u'-') || (!line.contains(u'|') && columns != 1))
        return false;
    const QStringList cells = cellsOf(line);
    return cells.size() == columns
        && std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return isDelimiterCell(cell); });
}

} // namespace

std::optional<TableText> tableIn(const QStringList &lines)
{
    for (qsizetype head = 0; head + 1 < lines.size(); ++head) {
        if (!lines[head].contains(u'|') || !lines[head + 1].contains(u'-'))
            continue;
        const QStringList titles = cellsOf(lines[head]);
        if (titles.size() > maximumColumns || !isDelimiterRow(lines[head + 1], titles.size()))
            continue;
        TableText table { head, { titles }, 2, false };
        for (qsizetype i = head + 2; i < lines.size(); ++i) {
            if (table.rows.size() > maximumRows) {
                table.isCapped = true;
                break;
            }
            QStringList cells = cellsOf(lines[i]);
            // What is wider than the head would be dropped by GFM; nothing is dropped here: it stays in the last cell.
            while (cells.size() > titles.size())
                cells[titles.size() - 1] += QStringLiteral(" | ") + cells.takeAt(titles.size());
            while (cells.size() < titles.size())
                cells.append(QString());
            table.rows.append(cells);
            ++table.lineCount;
        }
        return table;
    }
    return std::nullopt;
}

} // namespace Handrail
