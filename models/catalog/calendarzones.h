// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

#include <QByteArray>

namespace Handrail {

/** What the zone database calls the zone @p name, which may be Windows' name for it; empty when it has none. */
QByteArray zoneDatabaseName(const QByteArray &name);

/** What the calendar calls the zone of times that name none (X-WR-TIMEZONE); empty when it does not say. */
QByteArray zoneNameOf(icalcomponent *calendar);

/**
 * Makes libical know the zone of every time in @p calendar's events: names that Windows has ("W. Europe Standard Time") and the
 * calendar does not describe become those of the zone database. False when there is one that nobody knows, for libical
 * would take its times for those of this computer (so would Qt those of an unknown zoneNameOf()), and when one is described by rules that no zone has: libical follows them all.
 */
bool makeZonesKnown(icalcomponent *calendar);

} // namespace Handrail
