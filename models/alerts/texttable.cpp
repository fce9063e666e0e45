// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/texttable.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QStringList parted(const QString &line)
{
    static const QRegularExpression gap(u"\\s{2,}|\\t+"_s);
    return line.trimmed().split(gap, Qt::SkipEmptyParts);
}

bool hasAll(const QStringList &head, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(),
                       [&](const QString &column) { return head.contains(column, Qt::CaseInsensitive); });
}

} // namespace

TextTable::TextTable(const QString &text, const QStringList &columns)
{
    for (const QString &line : text.split(u'\n')) {
        if (m_head.isEmpty()) {
            const QStringList head = parted(line);
            if (!hasAll(head, columns))
                continue;
            m_head = head;
            qsizetype at = 0;
            for (const QString &name : head) {
                at = line.indexOf(name, at);
                m_starts.append(at);
                at += name.size();
            }
        } else if (!line.trimmed().isEmpty()) {
            m_rows.append(cellsOf(line));
        }
    }
}

/**
 * Split at the gaps, since letters of some scripts are wider or narrower than a column; only a row with empty
 * cells, which has too few parts, is cut where its head stands.
 */
QStringList TextTable::cellsOf(const QString &line) const
{
    QStringList cells = parted(line);
    if (cells.size() > m_head.size()) { // the last column is running text
        const QStringList rest = cells.mid(m_head.size() - 1);
        cells = cells.first(m_head.size() - 1);
        cells.append(rest.join(u"  "_s));
    }
    if (cells.size() >= m_head.size())
        return cells;
    QStringList cut;
    for (qsizetype i = 0; i < m_starts.size(); ++i) {
        const qsizetype end = i + 1 < m_starts.size() ? m_starts.at(i + 1) : line.size();
        cut.append(line.mid(m_starts.at(i), end - m_starts.at(i)).trimmed());
    }
    return cut;
}

QString TextTable::cell(int row, const QString &column) const
{
    for (qsizetype i = 0; i < m_head.size(); ++i) {
        if (m_head.at(i).compare(column, Qt::CaseInsensitive) == 0)
            return m_rows.at(row).value(i);
    }
    return {};
}

} // namespace Handrail
