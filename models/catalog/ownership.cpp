// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ownership.h"

#include "catalog/catalog.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOthers = 3; ///< contradicting owners that a reason names
constexpr int mostSystems = 4; ///< a part of a part of a part: catalogues may hold circles

QStringList valuesOf(const QList<CatalogClaim> &claims)
{
    QStringList values;
    for (const CatalogClaim &claim : claims)
        values.append(claim.value);
    return values;
}

QString sayingWho(const QList<CatalogClaim> &owners)
{
    const QStringList names = valuesOf(owners);
    const QString place = placeOf(owners.first().source);
    return names.size() == 1 ? u"%1 names %2 as owner"_s.arg(place, names.first())
                             : u"%1 names %2 as owners"_s.arg(place, names.join(u" and "_s));
}

/** "; catalog-info.yaml line 3 names platform": nobody should learn only half of a contradiction. */
QString sayingWhoElse(const QList<CatalogClaim> &others)
{
    QString text;
    for (const CatalogClaim &claim : others.first(std::min<qsizetype>(others.size(), mostOthers)))
        text += u"; %1 names %2"_s.arg(placeOf(claim.source), claim.value);
    if (others.size() > mostOthers)
        text += u"; %1 more differ"_s.arg(others.size() - mostOthers);
    return text;
}

NamedOwners namedOwners(const Service &service, const Catalog &catalog, int depth)
{
    const QList<CatalogClaim> believed = believedOwners(service);
    if (!believed.isEmpty())
        return { valuesOf(believed), sayingWho(believed) + sayingWhoElse(otherOwners(service)), valuesOf(otherOwners(service)) };
    NamedOwners result { {}, u"%1 lists %2 without an owner"_s.arg(placeOf(service.source), service.name) };
    const Service *whole = depth < mostSystems && !service.partOf.isEmpty() ? catalog.find(service.partOf) : nullptr;
    if (!whole || whole == &service)
        return result;
    const NamedOwners theirs = namedOwners(*whole, catalog, depth + 1);
    if (theirs.owners.isEmpty())
        return result;
    return { theirs.owners, u"%1 is a part of %2; %3"_s.arg(service.name, whole->name, theirs.reason), theirs.others };
}

} // namespace

QString toString(Ownership::Concerns concerns)
{
    switch (concerns) {
    case Ownership::Concerns::Mine:
        return u"mine"_s;
    case Ownership::Concerns::MyDependency:
        return u"my-dependency"_s;
    case Ownership::Concerns::Others:
        return u"others"_s;
    case Ownership::Concerns::Unknown:
        break;
    }
    return u"unknown"_s;
}

NamedOwners namedOwners(const Service &service, const Catalog &catalog)
{
    return namedOwners(service, catalog, 0);
}

QString firstOneOf(const QStringList &owners, const QStringList &teams)
{
    const auto found = std::find_if(owners.begin(), owners.end(), [&](const QString &owner) {
        const QString key = ownerKey(owner);
        return std::any_of(teams.begin(), teams.end(), [&](const QString &team) { return ownerKey(team) == key; });
    });
    return found == owners.end() ? QString() : *found;
}

} // namespace Handrail
