// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Handrail {

/** Where a GFM table stands in a paragraph, and its cells as written. cmark itself knows no tables. */
struct TableText
{
    qsizetype firstLine = 0; ///< index of the head row in the paragraph's lines
    QList<QStringList> rows; ///< the head first; every row as wide as the head
    qsizetype lineCount = 0; ///< lines the table takes, delimiter row counted
    bool isCapped = false; ///< rows below the cap were left out

    bool operator==(const TableText &) const = default;
};

/** The first table in the lines of a paragraph; at most 1,000 rows and 100 columns. */
std::optional<TableText> tableIn(const QStringList &lines);

} // namespace Handrail
