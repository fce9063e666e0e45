// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tablepages.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <optional>

namespace Handrail {

namespace {

constexpr char tableLeaf = 0x0d;
constexpr qsizetype leafHeader = 8; // bytes before the pointers to the cells
constexpr int usualPageSize = 4096;
constexpr qint64 longestPayload = 1'000'000'000; // bytes, SQLite's own limit

/** Takes numbers out of bytes one after the other; nothing once the bytes are at their end. */
class ByteReader
{
public:
    ByteReader(const QByteArray &bytes, qsizetype position)
        : m_bytes(bytes)
        , m_position(position)
    {
    }

    qsizetype position() const { return m_position; }

    /** Big-endian, @p size bytes, with a sign. */
    std::optional<qint64> integer(int size)
    {
        if (m_position + size > m_bytes.size())
            return std::nullopt;
        quint64 value = m_bytes.at(m_position) < 0 ? ~quint64(0) : 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | quint8(m_bytes.at(m_position++));
        return qint64(value);
    }

    /** Seven bits a byte, the last byte without its highest bit; a ninth byte has eight. */
    std::optional<qint64> varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9 && m_position < m_bytes.size(); ++i) {
            const auto byte = quint8(m_bytes.at(m_position++));
            if (i == 8)
                return qint64(value << 8 | byte);
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80)
                return qint64(value);
        }
        return std::nullopt;
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_position;
};

int pageSizeOf(const QByteArray &file)
{
    if (!file.startsWith("SQLite format 3") || file.size() < 100)
        return usualPageSize;
    const int size = qFromBigEndian<quint16>(file.constData() + 16);
    const bool isSize = size >= 512 && std::has_single_bit(unsigned(size));
    return size == 1 ? 65536 : isSize ? size : usualPageSize;
}

/** The value of a serial type at the reader's place; nothing when there is no such type or the bytes are at their end. */
std::optional<QVariant> valueOf(qint64 type, const QByteArray &payload, qsizetype &position)
{
    constexpr int integerSizes[] = { 0, 1, 2, 3, 4, 6, 8 };
    if (type == 0)
        return QVariant();
    if (type == 8 || type == 9)
        return QVariant(type - 8);
    if (type >= 1 && type <= 7) {
        ByteReader reader(payload, position);
        const auto bits = reader.integer(type == 7 ? 8 : integerSizes[type]);
        if (!bits)
            return std::nullopt;
        position = reader.position();
        return type == 7 ? QVariant(std::bit_cast<double>(*bits)) : QVariant(*bits);
    }
    if (type < 12)
        return std::nullopt;
    const qsizetype size = qsizetype((type - 12) / 2);
    const QByteArray bytes = payload.mid(position, size);
    position = std::min(position + size, payload.size());
    return QVariant(bytes);
}

std::optional<QList<QVariant>> recordOf(const QByteArray &payload)
{
    ByteReader header(payload, 0);
    const auto headerSize = header.varint();
    if (!headerSize || *headerSize < 1 || *headerSize > payload.size())
        return std::nullopt;
    qsizetype position = qsizetype(*headerSize);
    QList<QVariant> values;
    while (header.position() < *headerSize) {
        const auto type = header.varint();
        const auto value = type ? valueOf(*type, payload, position) : std::nullopt;
        if (!value)
            return std::nullopt;
        values.append(*value);
    }
    return values;
}

} // namespace

TablePages::TablePages(QByteArray file)
    : m_file(std::move(file))
    , m_pageSize(pageSizeOf(m_file))
{
}

QByteArray TablePages::page(qint64 number) const
{
    return number >= 1 && number <= count() ? m_file.mid(qsizetype(number - 1) * m_pageSize, m_pageSize) : QByteArray();
}

QList<TableRow> TablePages::rows(int number) const
{
    const QByteArray leaf = page(number);
    if (leaf.size() < leafHeader || leaf.front() != tableLeaf)
        return {};
    QList<TableRow> rows;
    const int cells = qFromBigEndian<quint16>(leaf.constData() + 3);
    ByteReader pointers(leaf, leafHeader);
    for (int i = 0; i < cells; ++i) {
        const auto pointer = pointers.integer(2);
        if (!pointer)
            break;
        ByteReader cell(leaf, *pointer & 0xffff);
        const auto size = cell.varint();
        const auto rowId = cell.varint();
        if (!size || !rowId || *size < 1 || *size > longestPayload)
            continue;
        const QByteArray payload = payloadAt(leaf, cell.position(), *size);
        if (const auto values = recordOf(payload))
            rows.append({ *rowId, *values, payload.size() == *size });
    }
    return rows;
}

/** What does not fit into the leaf goes on in a chain of pages, each beginning with the number of the next. */
QByteArray TablePages::payloadAt(const QByteArray &leaf, qsizetype offset, qint64 size) const
{
    const qint64 usable = m_pageSize;
    const qint64 most = usable - 35;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 split = least + (size - least) % (usable - 4);
    const qint64 local = size <= most ? size : split <= most ? split : least;

    QByteArray payload = leaf.mid(offset, qsizetype(local));
    QByteArray next = size > local ? leaf.mid(offset + qsizetype(local), 4) : QByteArray();
    // A chain that runs in a circle ends with the size.
    while (next.size() == 4 && payload.size() < size) {
        const QByteArray more = page(qFromBigEndian<quint32>(next.constData()));
        next = more.first(std::min<qsizetype>(more.size(), 4));
        payload += more.mid(4, qsizetype(size) - payload.size());
        if (more.size() <= 4)
            break;
    }
    return payload;
}

} // namespace Handrail
