// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/timeofchange.h"

#include "alerts/alert.h"

#include <utility>

namespace Handrail {

void readTimeAsChange(Alert &alert)
{
    if (alert.status == AlertStatus::Resolved && !alert.endsAt.isValid())
        alert.endsAt = std::exchange(alert.startsAt, {});
}

} // namespace Handrail
