// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QVariant>

namespace Handrail {

/** A row as it lies in a page: NULL is not valid, a number is a qint64 or a double, texts and blobs are bytes. */
struct TableRow
{
    qint64 rowId = 0;
    QList<QVariant> values;
    bool isWhole = true; ///< not when later pages of it are gone: then the last values end early
};

/**
 * The rows in a damaged SQLite file, read page by page and without the pages that lead to them: where one of those is broken
 * SQL finds nothing below it. Reads the file format of https://sqlite.org/fileformat2.html and believes no length in it.
 * (SQLite's own recovery extension is in no distribution's library.)
 */
class TablePages
{
public:
    explicit TablePages(QByteArray file);

    int count() const { return int((m_file.size() + m_pageSize - 1) / m_pageSize); }
    /**
     * The rows of page @p number, from 2 on; none when it is no leaf of a table. A row that cannot be read is left out.
     */
    QList<TableRow> rows(int number) const;

private:
    QByteArray page(qint64 number) const;
    QByteArray payloadAt(const QByteArray &leaf, qsizetype offset, qint64 size) const;

    QByteArray m_file;
    int m_pageSize; ///< bytes
};

} // namespace Handrail
