// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/dashboards.h"

#include "library/dashboardlinks.h"

#include <algorithm>

namespace Handrail {

namespace {

void addNew(QList<Dashboard> &dashboards, const DashboardLink &link, Dashboard::By by, const FactSource &source)
{
    const auto known = std::find_if(dashboards.begin(), dashboards.end(),
                                    [&link](const Dashboard &each) { return each.link.url == link.url; });
    if (known == dashboards.end())
        dashboards.append({ link, dashboardSystemOf(link.url), by, source });
    else if (known->link.title.isEmpty() || known->link.title == known->link.url)
        known->link.title = link.title;
}

} // namespace

QList<Dashboard> dashboardsOf(const Service &service, const QList<Runbook> &runbooks)
{
    QList<Dashboard> dashboards;
    for (const CatalogClaim &claim : service.claims) {
        if (claim.fact == CatalogClaim::Fact::Dashboard)
            addNew(dashboards, { claim.title, claim.value }, Dashboard::By::Catalog, claim.source);
    }
    for (const Runbook &runbook : runbooks) {
        for (const DashboardLink &link : runbook.dashboards)
            addNew(dashboards, link, Dashboard::By::FrontMatter, { runbook.ref.path, 0 });
    }
    for (const Runbook &runbook : runbooks) {
        for (const LinkedDashboard &linked : dashboardsLinkedIn(runbook.document.root))
            addNew(dashboards, linked.link, Dashboard::By::RunbookText, { runbook.ref.path, linked.line });
    }
    return dashboards;
}

} // namespace Handrail
