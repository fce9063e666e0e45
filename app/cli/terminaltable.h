// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace Handrail {

/** Rows of cells with their columns aligned, for a terminal. Hidden and control characters are made visible. */
class TerminalTable
{
public:
    void addRow(const QStringList &cells) { m_rows.append(cells); }
    QString text(const QString &indent = {}) const; ///< two blanks between columns, none at the end of a line

private:
    QList<QStringList> m_rows;
};

/** @p text on one line and harmless to a terminal: what others wrote may hold anything. */
QString onOneLine(const QString &text);
/** Every line of @p text, harmless, each after @p indent. */
QString indented(const QString &text, const QString &indent);

} // namespace Handrail
