// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/service.h"

#include <QDir>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

using Fact = CatalogClaim::Fact;

namespace {

void addNew(QStringList &names, const QString &name)
{
    if (!names.contains(name, Qt::CaseInsensitive))
        names.append(name);
}

void addNew(QList<DashboardLink> &links, const CatalogClaim &claim)
{
    const bool known
        = std::any_of(links.begin(), links.end(), [&](const DashboardLink &link) { return link.url == claim.value; });
    if (!known)
        links.append({ claim.title, claim.value });
}

/** Of the owner, else of the place where it is listed first. */
FactSource sourceOf(const QList<CatalogClaim> &claims)
{
    const auto owner = std::find_if(claims.begin(), claims.end(), [](const CatalogClaim &claim) {
        return claim.fact == Fact::Owner && !claim.value.isEmpty();
    });
    if (owner != claims.end())
        return owner->source;
    return claims.isEmpty() ? FactSource() : claims.first().source;
}

class ClaimList
{
public:
    explicit ClaimList(FactSource source)
        : m_source(std::move(source))
    {
    }
    void add(Fact fact, const QString &value, const QString &title = {})
    {
        if (!value.isEmpty())
            m_claims.append({ fact, value, title, m_source, CatalogKind::Handrail, 0 });
    }
    void add(Fact fact, const QStringList &values)
    {
        for (const QString &value : values)
            add(fact, value);
    }
    void add(Fact fact, const QList<DashboardLink> &links)
    {
        for (const DashboardLink &link : links)
            add(fact, link.url, link.title);
    }
    QList<CatalogClaim> claims() const { return m_claims; }

private:
    FactSource m_source;
    QList<CatalogClaim> m_claims;
};

} // namespace

QList<CatalogClaim> claimsOf(const Service &service)
{
    ClaimList list(service.source);
    list.add(Fact::Listed, service.name);
    list.add(Fact::Owner, service.owner);
    list.add(Fact::Contact, service.contact);
    list.add(Fact::Description, service.description);
    list.add(Fact::Alias, service.aliases);
    list.add(Fact::DependsOn, service.dependsOn);
    list.add(Fact::PartOf, service.partOf);
    list.add(Fact::Dashboard, service.dashboards);
    list.add(Fact::Runbook, service.runbooks);
    return list.claims();
}

QList<CatalogClaim> claimsOf(const Team &team)
{
    ClaimList list(team.source);
    list.add(Fact::Listed, team.name);
    list.add(Fact::Contact, team.contact);
    list.add(Fact::Alias, team.aliases);
    list.add(Fact::OnCall, team.onCallCalendar);
    return list.claims();
}

Service serviceFrom(const QList<CatalogClaim> &claims)
{
    Service service;
    service.claims = claims;
    service.source = sourceOf(claims);
    service.name = firstValue(claims, Fact::Listed);
    service.owner = firstValue(claims, Fact::Owner);
    service.contact = firstValue(claims, Fact::Contact);
    service.description = firstValue(claims, Fact::Description);
    service.partOf = firstValue(claims, Fact::PartOf);
    for (const CatalogClaim &claim : claims) {
        if (claim.fact == Fact::Alias)
            addNew(service.aliases, claim.value);
        else if (claim.fact == Fact::DependsOn)
            addNew(service.dependsOn, claim.value);
        else if (claim.fact == Fact::Dashboard)
            addNew(service.dashboards, claim);
        else if (claim.fact == Fact::Runbook)
            addNew(service.runbooks, claim);
    }
    return service;
}

Team teamFrom(const QList<CatalogClaim> &claims)
{
    static const QRegularExpression leadingSlashes(u"^/+"_s);
    Team team;
    team.claims = claims;
    team.source = sourceOf(claims);
    team.name = firstValue(claims, Fact::Listed);
    team.contact = firstValue(claims, Fact::Contact);
    for (const CatalogClaim &claim : claims) {
        if (claim.fact == Fact::Alias)
            addNew(team.aliases, claim.value);
        else if (claim.fact == Fact::OnCall && team.onCallCalendar.isEmpty())
            team.onCallCalendar = QDir::cleanPath(claim.source.file.section(u'/', 0, -2) + u'/' + claim.value).remove(leadingSlashes);
    }
    return team;
}

} // namespace Handrail
