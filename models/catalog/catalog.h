// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "library/runbook.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail {

/** Where a fact was read, so that every answer can say why. */
struct FactSource
{
    QString file; ///< path relative to the library
    int line = 0;

    bool operator==(const FactSource &) const = default;
};

struct Team
{
    QString name;
    QString contact;
    FactSource source;

    bool operator==(const Team &) const = default;
};

/** A thing that can break and has people: as the team's catalogue describes it. */
struct Service
{
    QString name;
    QString description;
    QString owner; ///< a team or a person; empty when nobody is named
    QString contact; ///< its own, else its team's
    QStringList aliases; ///< other names met in alert labels
    QStringList dependsOn;
    QList<DashboardLink> dashboards;
    FactSource source;

    bool operator==(const Service &) const = default;
};

/** Whom something belongs to, and why Handrail says so. */
struct Ownership
{
    enum class Concerns { Unknown, Mine, MyDependency, Others };

    QString service; ///< the catalogue's name for it, else the alert's own word
    QString owner; ///< empty when nobody is named
    QString contact;
    QString reason; ///< neutral English: "handrail.yaml line 14 names payments as owner"
    Concerns concerns = Concerns::Unknown;
    QString throughService; ///< for MyDependency: which of my services needs it

    bool operator==(const Ownership &) const = default;
};

QString toString(Ownership::Concerns concerns); ///< mine|my-dependency|others|unknown

/** The services of all libraries together. A value: made once after a scan, handed to whoever asks. */
class Catalog
{
public:
    void add(const Team &team);
    void add(const Service &service); ///< the first source of a service wins; later ones fill what it left open

    const QList<Service> &services() const { return m_services; } ///< by name
    const QList<Team> &teams() const { return m_teams; }
    /** By name or alias, without regard to case; null when unknown. */
    const Service *find(const QString &nameOrAlias) const;
    QStringList dependents(const QString &service) const; ///< services that need it

    /** Whose @p service is, and whether that is one of @p myTeams, or something one of theirs needs. */
    Ownership ownershipOf(const QString &service, const QStringList &myTeams) const;

private:
    QList<Service> m_services;
    QList<Team> m_teams;
};

} // namespace Handrail
