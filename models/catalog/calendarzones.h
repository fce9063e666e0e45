// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

namespace Handrail {

/**
 * Makes libical know the zone of every time in @p calendar's events: names that Windows has ("W. Europe Standard Time") and the
 * calendar does not describe become those of the zone database. False when there is one that nobody knows: libical would take
 * its times for those of this computer.
 */
bool makeZonesKnown(icalcomponent *calendar);

} // namespace Handrail
