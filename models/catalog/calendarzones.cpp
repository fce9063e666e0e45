// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/calendarzones.h"

#include <QByteArray>
#include <QTimeZone>

namespace Handrail {

namespace {

bool isKnown(icalcomponent *calendar, const QByteArray &zone)
{
    return icalcomponent_get_timezone(calendar, zone.constData()) || icaltimezone_get_builtin_timezone(zone.constData());
}

bool makeZoneKnown(icalcomponent *calendar, icalparameter *parameter)
{
    const QByteArray zone(icalparameter_get_tzid(parameter));
    if (isKnown(calendar, zone))
        return true;
    const QByteArray known = QTimeZone::windowsIdToDefaultIanaId(zone);
    if (known.isEmpty() || !isKnown(calendar, known))
        return false;
    icalparameter_set_tzid(parameter, known.constData());
    return true;
}

} // namespace

bool makeZonesKnown(icalcomponent *calendar)
{
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)) {
            icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
            if (zone && !makeZoneKnown(calendar, zone))
                return false;
        }
    }
    return true;
}

} // namespace Handrail
