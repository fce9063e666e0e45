// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/happened.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QDate earliest(2000, 1, 1);

QDateTime clockTime(const QRegularExpressionMatch &match, const QDateTime &now, const QTimeZone &zone)
{
    const auto number = [&](QStringView name) { return match.captured(name).toInt(); };
    const QTime time(number(u"h"), number(u"min"), number(u"s"));
    if (!time.isValid())
        return {};
    if (match.hasCaptured(u"d"))
        return QDateTime(QDate::fromString(match.captured(u"d"), Qt::ISODate), time, zone).toUTC();
    const QDate today = now.toTimeZone(zone).date();
    const QDateTime at(today, time, zone);
    return (at > now ? QDateTime(today.addDays(-1), time, zone) : at).toUTC();
}

QDateTime ago(const QRegularExpressionMatch &match, const QDateTime &now)
{
    return now.toUTC().addSecs(-(match.captured(u"hours").toLongLong() * 3600 + match.captured(u"minutes").toLongLong() * 60));
}

} // namespace

Happened readHappened(const QString &note, const QDateTime &now, const QTimeZone &zone)
{
    static const QRegularExpression clock(
        uR"(^\s*@(?:(?<d>\d{4}-\d\d-\d\d)[ T])?(?<h>\d{1,2}):(?<min>\d\d)(?::(?<s>\d\d))?(?=\s|$))"_s);
    static const QRegularExpression before(uR"(^\s*-(?=\d)(?:(?<hours>\d{1,4})h)?(?:(?<minutes>\d{1,5})m(?:in)?)?(?=\s|$))"_s);
    const QRegularExpressionMatch atTime = clock.match(note);
    const QRegularExpressionMatch atBefore = before.match(note);
    if (!atTime.hasMatch() && !atBefore.hasMatch())
        return { Happened::State::Now, {}, note };
    const QDateTime at = atTime.hasMatch() ? clockTime(atTime, now, zone) : ago(atBefore, now);
    if (!at.isValid() || at > now || at.date() < earliest)
        return { Happened::State::Refused, {}, note };
    const QString rest = note.sliced(atTime.hasMatch() ? atTime.capturedEnd() : atBefore.capturedEnd());
    return { Happened::State::Then, at, rest.trimmed() };
}

} // namespace Handrail
