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

void fillIfOpen(QString &fact, const QString &other)
{
    if (fact.isEmpty())
        fact = other;
}

void fillIfOpen(QStringList &facts, const QStringList &others)
{
    if (facts.isEmpty())
        facts = others;
}

QString placeOf(const FactSource &source)
{
    return source.line > 0 ? u"%1 line %2"_s.arg(source.file).arg(source.line) : source.file;
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

void Catalog::add(const Team &team)
{
    const auto place = std::lower_bound(m_teams.begin(), m_teams.end(), team.name,
                                        [](const Team &each, const QString &name) { return lowerName(each.name, name); });
    if (place == m_teams.end() || !sameName(place->name, team.name))
        m_teams.insert(place, team);
    else
        fillIfOpen(place->contact, team.contact);
}

void Catalog::add(const Service &service)
{
    const auto place
        = std::lower_bound(m_services.begin(), m_services.end(), service.name,
                           [](const Service &each, const QString &name) { return lowerName(each.name, name); });
    if (place == m_services.end() || !sameName(place->name, service.name)) {
        m_services.insert(place, service);
        return;
    }
    fillIfOpen(place->description, service.description);
    if (place->owner.isEmpty() && !service.owner.isEmpty()) {
        place->owner = service.owner;
        place->source = service.source; // the reason names the file that names the owner
    }
    fillIfOpen(place->contact, service.contact);
    fillIfOpen(place->aliases, service.aliases);
    fillIfOpen(place->dependsOn, service.dependsOn);
    if (place->dashboards.isEmpty())
        place->dashboards = service.dashboards;
}

const Service *Catalog::find(const QString &nameOrAlias) const
{
    const auto byName = std::find_if(m_services.begin(), m_services.end(),
                                     [&](const Service &each) { return sameName(each.name, nameOrAlias); });
    if (byName != m_services.end())
        return &*byName;
    const auto byAlias = std::find_if(m_services.begin(), m_services.end(), [&](const Service &each) {
        return each.aliases.contains(nameOrAlias, Qt::CaseInsensitive);
    });
    return byAlias == m_services.end() ? nullptr : &*byAlias;
}

QStringList Catalog::dependents(const QString &service) const
{
    const Service *meant = find(service);
    QStringList names;
    for (const Service &each : m_services) {
        const bool needsIt = std::any_of(each.dependsOn.begin(), each.dependsOn.end(), [&](const QString &name) {
            return meant ? find(name) == meant : sameName(name, service);
        });
        if (needsIt)
            names.append(each.name);
    }
    return names;
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
    result.owner = known->owner;
    result.contact = known->contact;
    if (known->owner.isEmpty()) {
        result.reason = u"%1 lists %2 without an owner"_s.arg(placeOf(known->source), known->name);
    } else {
        result.reason = u"%1 names %2 as owner"_s.arg(placeOf(known->source), known->owner);
        const auto team = std::find_if(m_teams.begin(), m_teams.end(),
                                       [&](const Team &each) { return sameName(each.name, known->owner); });
        if (team != m_teams.end())
            fillIfOpen(result.contact, team->contact);
    }
    if (myTeams.isEmpty()) {
        return result; // nothing to compare with: not mine and not somebody else's
    }
    if (!known->owner.isEmpty())
        result.concerns = myTeams.contains(known->owner, Qt::CaseInsensitive) ? Ownership::Concerns::Mine
                                                                              : Ownership::Concerns::Others;
    if (result.concerns == Ownership::Concerns::Mine)
        return result;
    for (const QString &dependent : dependents(known->name)) {
        if (myTeams.contains(find(dependent)->owner, Qt::CaseInsensitive)) {
            result.concerns = Ownership::Concerns::MyDependency;
            result.throughService = find(dependent)->name;
            result.reason += u"; your %1 depends on it"_s.arg(result.throughService);
            break;
        }
    }
    return result;
}

} // namespace Handrail
