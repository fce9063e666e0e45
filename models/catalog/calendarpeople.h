// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

#include <QString>

namespace Handrail {

/**
 * Whose shift @p event is: its attendee, else the name in its summary. "On Call - R. Ito - Payments" and "Override for M. Okafor:
 * R. Ito" name R. Ito. Empty when nobody is named.
 */
QString personOf(icalcomponent *event);

} // namespace Handrail
