// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

#include <QTimeZone>

namespace Handrail {

/** The times of one calendar, all of whose zones are known. Those that name no zone are of its own, else of this computer. */
class CalendarClock
{
public:
    explicit CalendarClock(icalcomponent *calendar);

    time_t seconds(const icaltimetype &time) const; ///< since 1970; a day begins at its midnight
    /** The same moment by the clock on the wall of @p zone; null is the calendar's own. A day stays that day. */
    icaltimetype inZone(const icaltimetype &time, const icaltimezone *zone) const;
    /** A shift is as long by the clock on the wall, also when that clock is put back in it. */
    icaldurationtype lengthOf(icalcomponent *event, const icaltimetype &start) const;

private:
    QTimeZone m_zone;
};

} // namespace Handrail
