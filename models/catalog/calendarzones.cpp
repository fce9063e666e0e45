// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/calendarzones.h"

#include <QTimeZone>

namespace Handrail {

namespace {

/** Clocks are put forward and back once a year, if ever. */
bool isZone(icalcomponent *zone)
{
    bool hasTime = false;
    for (icalcomponent *part = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT)) {
        hasTime = true;
        for (icalproperty *rule = icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY); rule;
             rule = icalcomponent_get_next_property(part, ICAL_RRULE_PROPERTY)) {
            const icalrecurrencetype recurrence = icalproperty_get_rrule(rule);
            if (recurrence.freq != ICAL_YEARLY_RECURRENCE || recurrence.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX
                || recurrence.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX || recurrence.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX)
                return false;
        }
    }
    return hasTime;
}

bool makeZoneKnown(icalcomponent *calendar, icalparameter *parameter)
{
    const QByteArray zone(icalparameter_get_tzid(parameter));
    if (icalcomponent_get_timezone(calendar, zone.constData()))
        return true;
    const QByteArray known = zoneDatabaseName(zone); // libical would open any path that the name leads to
    if (known.isEmpty() || !icaltimezone_get_builtin_timezone(known.constData()))
        return false;
    icalparameter_set_tzid(parameter, known.constData());
    return true;
}

/** A time of the calendar's own zone: neither UTC nor of a zone that is named beside it. A day begins at midnight there. */
bool isFloating(icalproperty *property)
{
    return !icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER) && !QByteArray(icalproperty_get_value_as_string(property)).endsWith('Z');
}

bool isTime(icalproperty *property)
{
    const icalproperty_kind kind = icalproperty_isa(property);
    return kind == ICAL_DTSTART_PROPERTY || kind == ICAL_DTEND_PROPERTY || kind == ICAL_RECURRENCEID_PROPERTY || kind == ICAL_EXDATE_PROPERTY
        || kind == ICAL_RDATE_PROPERTY;
}

} // namespace

QByteArray zoneDatabaseName(const QByteArray &name)
{
    if (QTimeZone::isTimeZoneIdAvailable(name))
        return name;
    return QTimeZone::windowsIdToDefaultIanaId(name);
}

QByteArray zoneNameOf(icalcomponent *calendar)
{
    for (icalproperty *property = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY); property;
         property = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
        if (QByteArray(icalproperty_get_x_name(property)) == "X-WR-TIMEZONE")
            return icalproperty_get_x(property);
    }
    return {};
}

bool makeZonesKnown(icalcomponent *calendar)
{
    const QByteArray own = zoneNameOf(calendar);
    const bool isOwnKnown = own.isEmpty() || !zoneDatabaseName(own).isEmpty();
    for (icalcomponent *zone = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT); zone;
         zone = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
        if (!isZone(zone))
            return false;
    }
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)) {
            if (!isTime(property))
                continue;
            icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
            if ((zone && !makeZoneKnown(calendar, zone)) || (!isOwnKnown && isFloating(property)))
                return false;
        }
    }
    return true;
}

} // namespace Handrail
