// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/service.h"
#include "library/dashboardsystem.h"

namespace Handrail {

/** A dashboard of a service, and who says so. */
struct Dashboard
{
    enum class By { Catalog, FrontMatter, RunbookText };

    DashboardLink link;
    DashboardSystem system = DashboardSystem::Unknown;
    By by = By::Catalog;
    FactSource source; ///< the catalogue's line, or the runbook's; a line of 0 is its front matter

    bool operator==(const Dashboard &) const = default;
};

/**
 * The dashboards of @p service: what its catalogues name, then the front matter of @p runbooks, then links in their text. An
 * address is there once, with the title of whoever came first and gave one.
 */
QList<Dashboard> dashboardsOf(const Service &service, const QList<Runbook> &runbooks);

} // namespace Handrail
