// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "catalog/codeowners.h"
#include "catalog/contradiction.h"
#include "catalog/oncall.h"
#include "catalog/ownership.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Handrail {

/**
 * The services of all libraries together, and who said what about them. A value: made once after a scan, handed to whoever
 * asks. Where sources differ, the one whose CatalogKind comes first is shown, then the one that was added first; what differs
 * is kept and can be asked for.
 */
class Catalog
{
public:
    void add(const Team &team);
    void add(const Service &service);
    void add(const CodeOwners &owners);
    void addCalendar(const QString &path, const QByteArray &calendar); ///< @p path from its library's folder
    /** One entry of a catalogue file; without a Listed claim nothing is added. */
    void addService(const QList<CatalogClaim> &claims);
    /** A fact that the entry of another service gives; it waits until @p service is listed. */
    void addFact(const QString &service, const CatalogClaim &claim);
    void addTeam(const QList<CatalogClaim> &claims);

    const QList<Service> &services() const { return m_services; } ///< by name
    const QList<Team> &teams() const { return m_teams; }
    /** By name or alias, without regard to case; null when unknown. */
    const Service *find(const QString &nameOrAlias) const;
    const Team *findTeam(const QString &owner) const; ///< by any form of its name that ownerKey() knows
    QStringList dependents(const QString &service) const; ///< services that need it
    QList<Contradiction> contradictions() const { return contradictionsIn(m_services); }

    /** Whose @p service is, and whether that is one of @p myTeams, or something one of theirs needs. */
    Ownership ownershipOf(const QString &service, const QStringList &myTeams) const;
    /**
     * Who of @p owner's people is on call at @p at, by the calendar that its entry names. Nobody when two libraries have a calendar
     * of that path: the wrong person is worse than none.
     */
    std::optional<OnCall> onCallFor(const QString &owner, const QDateTime &at) const;
    /** The CODEOWNERS that speaks for @p runbook: the one of the nearest folder above it; null when there is none. */
    const CodeOwners *codeOwnersOf(const RunbookRef &runbook) const;

private:
    QString onCallProblem(const QString &owner) const;

    QList<Service> m_services;
    QList<Team> m_teams;
    QList<CodeOwners> m_codeOwners;
    QMultiHash<QString, QByteArray> m_calendars; ///< by path
    QSet<QString> m_unreadCalendars; ///< paths; told where they are added, for ownershipOf() is asked by windows
    QHash<QString, QList<CatalogClaim>> m_waiting; ///< by service in lower case
    int m_entries = 0;
};

} // namespace Handrail
