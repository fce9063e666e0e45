// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uuid7.h"
#include "incident/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimeZone>

#include <iterator>

namespace Handrail::Testing {

/** Makes incidents nobody would think of: all kinds, unknown ones too, any text, empty documents and long ones. By a seed. */
class RandomIncidents
{
public:
    explicit RandomIncidents(quint32 seed)
        : m_random(seed)
    {
    }

    QList<TimelineEntry> incidents(int count)
    {
        QList<TimelineEntry> entries;
        for (int i = 0; i < count; ++i)
            entries += incident();
        return entries;
    }

private:
    int below(int bound) { return int(m_random.bounded(bound)); }

    QList<TimelineEntry> incident()
    {
        QList<TimelineEntry> entries;
        const QString id = newUuid7(time());
        const int count = 1 + below(20);
        for (int i = 0; i < count; ++i) {
            TimelineEntry entry;
            entry.id = newUuid7(time());
            entry.incidentId = id;
            entry.sequence = ++m_sequence;
            entry.kind = i == 0 ? TimelineEntry::Kind::Started : TimelineEntry::Kind(below(int(TimelineEntry::Kind::Reopened) + 1));
            entry.kindName = entry.kind == TimelineEntry::Kind::Unknown ? QStringLiteral("from-the-future-%1").arg(below(9))
                                                                        : toString(entry.kind);
            entry.actor = text(12);
            entry.happenedAt = time();
            entry.recordedAt = time();
            entry.zone = QStringList({ QString(), QStringLiteral("Asia/Kathmandu"), QStringLiteral("UTC") }).at(below(3));
            entry.utcOffsetMinutes = below(1680) - 840;
            entry.payload = QJsonDocument::fromJson(compactJson(object(0))).object(); // as one that was read
            entry.document = below(3) > 0 ? QString() : below(20) > 0 ? text(300) : text(20'000);
            entries.append(entry);
        }
        return entries;
    }

    QDateTime time()
    {
        return QDateTime::fromMSecsSinceEpoch(m_random.bounded(253'402'300'799'999LL), QTimeZone::utc()).toUTC();
    }

    QString text(int longest)
    {
        QString text = QStringLiteral(""); // not a null one: Qt 6.8 crashes on such a key beside one outside Latin-1
        const int length = below(longest + 1);
        for (int i = 0; i < length; ++i)
            text += QChar::fromUcs4(character());
        return text;
    }

    /** Not a half of a surrogate pair, and not U+FFFE or U+FFFF, in whose place SQLite gives U+FFFD. */
    char32_t character()
    {
        constexpr char32_t odd[] = { 0,      '\n',   '\r',   '"',    '\\',   0x1b,    0x7f,    0x85,
                                     0x2028, 0x202e, 0x2066, 0xfeff, 0xfffd, 0x1f525, 0x10ffff };
        switch (below(4)) {
        case 0:
            return odd[below(int(std::size(odd)))];
        case 1:
            return char32_t(below(0xd800));
        case 2:
            return char32_t(0x10000 + below(0x100000));
        default:
            return char32_t(' ' + below(95));
        }
    }

    QJsonObject object(int depth)
    {
        QJsonObject object;
        const int count = below(5);
        for (int i = 0; i < count; ++i)
            object.insert(text(8), value(depth + 1));
        return object;
    }

    QJsonValue value(int depth)
    {
        switch (below(depth > 4 ? 5 : 7)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return below(2) == 0;
        case 2:
            return qint64(m_random.generate64());
        case 3:
            return m_random.generateDouble() * 1e300;
        case 4:
            return text(40);
        case 5:
            return QJsonArray { value(depth + 1), value(depth + 1) };
        default:
            return object(depth);
        }
    }

    QRandomGenerator m_random;
    qint64 m_sequence = 0;
};

} // namespace Handrail::Testing
