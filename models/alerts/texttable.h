// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail {

/** A table as command line programs print it: a head, and columns parted by two or more blanks. */
class TextTable
{
public:
    /** The head is the first line that has all of @p columns. */
    TextTable(const QString &text, const QStringList &columns);

    int rowCount() const { return int(m_rows.size()); }
    QString cell(int row, const QString &column) const; ///< empty when there is no such column

private:
    QStringList cellsOf(const QString &line) const;

    QStringList m_head;
    QList<qsizetype> m_starts;
    QList<QStringList> m_rows;
};

} // namespace Handrail
