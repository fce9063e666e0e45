// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool sameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool lowerName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

/** Where in @p sorted the thing called @p name is, or would be. */
template<typename Thing>
auto placeIn(QList<Thing> &sorted, const QString &name)
{
    return std::lower_bound(sorted.begin(), sorted.end(), name,
                            [](const Thing &each, const QString &wanted) { return lowerName(each.name, wanted); });
}

/** Adds @p claims to the thing called @p name, which is made anew of all its claims by @p fold. */
template<typename Thing, typename Fold>
void addClaims(QList<Thing> &sorted, const QList<CatalogClaim> &claims, const QString &name, int entry, const Fold &fold)
{
    if (name.isEmpty())
        return;
    const auto place = placeIn(sorted, name);
    const bool isKnown = place != sorted.end() && sameName(place->name, name);
    QList<CatalogClaim> all = isKnown ? place->claims : QList<CatalogClaim>();
    for (CatalogClaim claim : claims) {
        claim.entry = entry;
        all.append(claim);
    }
    sortClaims(all);
    if (isKnown)
        *place = fold(all);
    else
        sorted.insert(place, fold(all));
}

} // namespace

void Catalog::add(const Team &team)
{
    addTeam(claimsOf(team));
}

void Catalog::add(const Service &service)
{
    addService(claimsOf(service));
}

void Catalog::add(const CodeOwners &owners)
{
    m_codeOwners.append(owners);
}

void Catalog::addService(const QList<CatalogClaim> &claims)
{
    const QString name = firstValue(claims, CatalogClaim::Fact::Listed);
    const QList<CatalogClaim> waiting = m_waiting.take(name.toLower());
    addClaims(m_services, claims, name, ++m_entries, serviceFrom);
    if (!waiting.isEmpty())
        addClaims(m_services, waiting, name, ++m_entries, serviceFrom);
}

void Catalog::addFact(const QString &service, const CatalogClaim &claim)
{
    const Service *known = find(service);
    const QString name = known ? known->name : QString();
    if (known)
        addClaims(m_services, { claim }, name, ++m_entries, serviceFrom);
    else
        m_waiting[service.toLower()].append(claim);
}

void Catalog::addTeam(const QList<CatalogClaim> &claims)
{
    addClaims(m_teams, claims, firstValue(claims, CatalogClaim::Fact::Listed), ++m_entries, teamFrom);
}

const Service *Catalog::find(const QString &nameOrAlias) const
{
    const auto place = std::lower_bound(m_services.begin(), m_services.end(), nameOrAlias,
                                        [](const Service &each, const QString &name) { return lowerName(each.name, name); });
    if (place != m_services.end() && sameName(place->name, nameOrAlias))
        return &*place;
    const auto byAlias = std::find_if(m_services.begin(), m_services.end(), [&](const Service &each) {
        return each.aliases.contains(nameOrAlias, Qt::CaseInsensitive);
    });
    return byAlias == m_services.end() ? nullptr : &*byAlias;
}

const Team *Catalog::findTeam(const QString &owner) const
{
    const QString key = ownerKey(owner);
    const auto isMeant = [&](const Team &team) {
        return ownerKey(team.name) == key || team.aliases.contains(owner, Qt::CaseInsensitive);
    };
    const auto found = std::find_if(m_teams.begin(), m_teams.end(), isMeant);
    return key.isEmpty() || found == m_teams.end() ? nullptr : &*found;
}

QStringList Catalog::dependents(const QString &service) const
{
    const Service *meant = find(service);
    const auto isIt = [&](const QString &name) {
        if (!meant)
            return sameName(name, service);
        const bool mayBe = sameName(name, meant->name) || meant->aliases.contains(name, Qt::CaseInsensitive);
        return mayBe && find(name) == meant;
    };
    QStringList result;
    for (const Service &each : m_services) {
        if (std::any_of(each.dependsOn.begin(), each.dependsOn.end(), isIt))
            result.append(each.name);
    }
    return result;
}

void Catalog::addCalendar(const QString &path, const QByteArray &calendar)
{
    m_calendars.insert(path, calendar);
    if (!isCalendar(calendar))
        m_unreadCalendars.insert(path);
}

std::optional<OnCall> Catalog::onCallFor(const QString &owner, const QDateTime &at) const
{
    const Team *team = findTeam(owner);
    if (!team || m_calendars.count(team->onCallCalendar) != 1)
        return std::nullopt;
    return onCallAt(m_calendars.value(team->onCallCalendar), at);
}

/** "; its on-call calendar …": why nobody can be said to be on call; empty when that is not for want of a calendar. */
QString Catalog::onCallProblem(const QString &owner) const
{
    const Team *team = findTeam(owner);
    if (!team || team->onCallCalendar.isEmpty())
        return {};
    const auto count = m_calendars.count(team->onCallCalendar);
    if (count == 1)
        return m_unreadCalendars.contains(team->onCallCalendar) ? u"; the on-call calendar %1 cannot be read"_s.arg(team->onCallCalendar)
                                                                : QString();
    return (count == 0 ? u"; the on-call calendar %1 was not found, or is too large"_s : u"; several libraries have an on-call calendar %1"_s).arg(team->onCallCalendar);
}

const CodeOwners *Catalog::codeOwnersOf(const RunbookRef &runbook) const
{
    const CodeOwners *nearest = nullptr;
    for (const CodeOwners &each : m_codeOwners) {
        if (each.speaksFor(runbook) && (!nearest || each.isBefore(*nearest)))
            nearest = &each;
    }
    return nearest;
}

Ownership Catalog::ownershipOf(const QString &service, const QStringList &myTeams) const
{
    Ownership result;
    result.service = service;
    if (service.isEmpty()) {
        result.reason = u"the alert names no service"_s;
        return result;
    }
    const Service *known = find(service);
    if (!known) {
        result.reason = m_services.isEmpty() ? u"no service catalogue was found in the libraries"_s
                                             : u"no catalogue lists %1"_s.arg(service);
        return result;
    }
    result.service = known->name;
    result.contact = known->contact;
    const NamedOwners named = namedOwners(*known, *this);
    result.owner = named.owners.value(0);
    result.reason = named.reason;
    if (const Team *team = findTeam(result.owner); team && result.contact.isEmpty())
        result.contact = team->contact;
    result.reason += onCallProblem(result.owner);
    if (myTeams.isEmpty())
        return result; // nothing to compare with: not mine and not somebody else's
    if (!firstOneOf(named.owners, myTeams).isEmpty()) {
        result.concerns = Ownership::Concerns::Mine;
        return result;
    }
    result.mineElsewhere = firstOneOf(named.others, myTeams);
    if (!result.mineElsewhere.isEmpty())
        return result; // one source says so, another does not: not known
    if (!named.owners.isEmpty())
        result.concerns = Ownership::Concerns::Others;
    for (const QString &dependent : dependents(known->name)) {
        if (!firstOneOf(namedOwners(*find(dependent), *this).owners, myTeams).isEmpty()) {
            result.concerns = Ownership::Concerns::MyDependency;
            result.throughService = dependent;
            result.reason += u"; your %1 depends on it"_s.arg(dependent);
            break;
        }
    }
    return result;
}

} // namespace Handrail
