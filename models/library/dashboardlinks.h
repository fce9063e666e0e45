// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** A link in a runbook's text that leads to a dashboard, and where it stands. */
struct LinkedDashboard
{
    DashboardLink link;
    int line = 0;

    bool operator==(const LinkedDashboard &) const = default;
};

/** Those that dashboardSystemOf() knows, written as links or as bare addresses; each address once, in order. */
QList<LinkedDashboard> dashboardsLinkedIn(const Block &document);

} // namespace Handrail
