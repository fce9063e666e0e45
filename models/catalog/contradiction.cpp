// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/contradiction.h"

#include <QMap>

#include <algorithm>

namespace Handrail {

using Fact = CatalogClaim::Fact;

namespace {

QList<CatalogClaim> ownerClaims(const Service &service)
{
    QList<CatalogClaim> owners;
    std::copy_if(service.claims.begin(), service.claims.end(), std::back_inserter(owners),
                 [](const CatalogClaim &claim) { return claim.fact == Fact::Owner; });
    return owners;
}

bool isNamed(const CatalogClaim &owner, const QList<CatalogClaim> &among)
{
    return std::any_of(among.begin(), among.end(), [key = ownerKey(owner.value)](const CatalogClaim &claim) {
        return ownerKey(claim.value) == key;
    });
}

/** Puts @p claim, that @p service has this name, with the others of the name; a service's own name is believed first. */
void addName(QMap<QString, Contradiction> &byName, const CatalogClaim &claim, const QString &service)
{
    Contradiction &named = byName[claim.value.toLower()];
    if (named.services.contains(service))
        return;
    const qsizetype place = claim.fact == Fact::Listed ? 0 : named.claims.size();
    named.claims.insert(place, claim);
    named.services.insert(place, service);
    named.name = named.claims.first().value;
    named.fact = Fact::Alias;
}

} // namespace

QList<CatalogClaim> believedOwners(const Service &service)
{
    QList<CatalogClaim> owners = ownerClaims(service);
    owners.removeIf([entry = owners.value(0).entry](const CatalogClaim &claim) { return claim.entry != entry; });
    return owners;
}

QList<CatalogClaim> otherOwners(const Service &service)
{
    const QList<CatalogClaim> believed = believedOwners(service);
    QList<CatalogClaim> others = ownerClaims(service);
    others.removeIf([&](const CatalogClaim &claim) { return isNamed(claim, believed); });
    return others;
}

QList<Contradiction> contradictionsIn(const QList<Service> &services)
{
    QList<Contradiction> result;
    QMap<QString, Contradiction> byName; // in lower case
    for (const Service &service : services) {
        if (const QList<CatalogClaim> others = otherOwners(service); !others.isEmpty()) {
            const QList<CatalogClaim> claims = believedOwners(service) + others;
            result.append({ Fact::Owner, service.name, claims, QStringList(claims.size(), service.name) });
        }
        for (const CatalogClaim &claim : service.claims) {
            if (claim.fact == Fact::Alias || claim.fact == Fact::Listed)
                addName(byName, claim, service.name);
        }
    }
    for (const Contradiction &named : std::as_const(byName)) {
        if (named.claims.size() > 1)
            result.append(named);
    }
    return result;
}

} // namespace Handrail
