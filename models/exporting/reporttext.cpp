// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/reporttext.h"

#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace Handrail::ReportText {

using namespace Qt::StringLiterals;

namespace {

QString capitalised(const QString &word)
{
    return word.isEmpty() ? word : word.first(1).toUpper() + word.sliced(1);
}

} // namespace

QString time(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : u"time unknown"_s;
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours >= 24)
        return u"%1 d %2 h"_s.arg(hours / 24).arg(hours % 24);
    if (hours > 0)
        return u"%1 h %2 min"_s.arg(hours).arg(minutes % 60);
    if (minutes > 0)
        return u"%1 min %2 s"_s.arg(minutes).arg(seconds % 60);
    return u"%1 s"_s.arg(seconds);
}

QString clockJump(qint64 milliseconds)
{
    const QString way = milliseconds < 0 ? u"back"_s : u"ahead"_s;
    return u"The clock of this computer was set %1 by "_s.arg(way) + duration(std::abs(milliseconds));
}

QString size(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString list(const QStringList &items, qsizetype most)
{
    if (items.size() <= most)
        return items.join(QString());
    const qsizetype half = most / 2;
    return items.first(half).join(QString())
        + u"- … %1 more, which an export as JSON Lines has\n"_s.arg(items.size() - 2 * half) + items.last(half).join(QString());
}

QString stepWord(const QString &state)
{
    return state == u"todo" ? u"Undone"_s : capitalised(state);
}

QString noteWord(const QString &kind)
{
    return kind.isEmpty() ? u"Note"_s : capitalised(kind);
}

} // namespace Handrail::ReportText
