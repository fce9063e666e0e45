// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalogclaim.h"
#include "library/runbook.h"

#include <QStringList>

namespace Handrail {

/** People that own things: a team, or a person where the catalogue names one. */
struct Team
{
    QString name;
    QString contact;
    QString onCallCalendar; ///< of its shifts: a path from its library's folder; empty when none is named
    FactSource source;
    QStringList aliases; ///< the name it is shown by elsewhere
    QList<CatalogClaim> claims; ///< of all sources, the most believed first

    bool operator==(const Team &) const = default;
};

/** A thing that can break and has people: as the team's catalogues describe it, all sources together. */
struct Service
{
    QString name;
    QString description;
    QString owner; ///< a team or a person; empty when nobody is named
    QString contact; ///< its own, else its team's
    QStringList aliases; ///< other names met in alert labels
    QStringList dependsOn;
    QString partOf; ///< the system or application it is a part of; that one's owner is its owner when it names none
    QList<DashboardLink> dashboards;
    QList<DashboardLink> runbooks; ///< links that a catalogue calls runbooks
    FactSource source; ///< of the owner, else of where it is listed first
    QList<CatalogClaim> claims; ///< who said what: of all sources, the most believed first

    bool operator==(const Service &) const = default;
};

/** What @p service says, as claims of its one source. */
QList<CatalogClaim> claimsOf(const Service &service);
QList<CatalogClaim> claimsOf(const Team &team);

/** What @p claims, in the order of belief, add up to. */
Service serviceFrom(const QList<CatalogClaim> &claims);
Team teamFrom(const QList<CatalogClaim> &claims);

} // namespace Handrail
