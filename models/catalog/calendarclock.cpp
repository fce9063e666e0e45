// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/calendarclock.h"

#include "catalog/calendarzones.h"

#include <QDateTime>

#include <algorithm>

namespace Handrail {

namespace {

QTimeZone ownZone(icalcomponent *calendar)
{
    const QByteArray name = zoneNameOf(calendar);
    return name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zoneDatabaseName(name));
}

} // namespace

CalendarClock::CalendarClock(icalcomponent *calendar)
    : m_zone(ownZone(calendar))
{
}

time_t CalendarClock::seconds(const icaltimetype &time) const
{
    if (time.zone)
        return icaltime_as_timet_with_zone(time, time.zone);
    const QDateTime local(QDate(time.year, time.month, time.day), QTime(time.hour, time.minute, std::min(time.second, 59)), m_zone);
    return time_t(local.toSecsSinceEpoch());
}

icaltimetype CalendarClock::inZone(const icaltimetype &time, const icaltimezone *zone) const
{
    if (time.is_date || time.zone == zone)
        return time;
    if (zone)
        return icaltime_from_timet_with_zone(seconds(time), 0, const_cast<icaltimezone *>(zone));
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds(time), m_zone);
    icaltimetype own = icaltime_null_time();
    own.year = local.date().year();
    own.month = local.date().month();
    own.day = local.date().day();
    own.hour = local.time().hour();
    own.minute = local.time().minute();
    own.second = local.time().second();
    return own;
}

icaldurationtype CalendarClock::lengthOf(icalcomponent *event, const icaltimetype &start) const
{
    return icaltime_subtract(inZone(icalcomponent_get_dtend(event), start.zone), start);
}

} // namespace Handrail
