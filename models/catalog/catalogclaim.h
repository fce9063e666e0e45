// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Handrail {

/** Where a fact was read, so that every answer can say why. */
struct FactSource
{
    QString file; ///< path relative to the library
    int line = 0;

    bool operator==(const FactSource &) const = default;
};

QString placeOf(const FactSource &source); ///< "handrail.yaml line 14", or the file alone

/**
 * The kinds of catalogue, in the order in which they are believed: of two owners the one is shown that stands first here. What the
 * team wrote for Handrail comes first, then what describes one service from its own repository, then lists of all.
 */
enum class CatalogKind { Handrail, Backstage, DatadogEntity, DatadogService, ServiceList };

/** One fact as one source gives it. Claims are kept as they are; what they add up to is in Service and Team. */
struct CatalogClaim
{
    enum class Fact { Listed, Owner, Contact, Description, Alias, DependsOn, PartOf, Dashboard, Runbook, OnCall };

    Fact fact = Fact::Listed;
    QString value; ///< Listed: the name as this source writes it; Dashboard and Runbook: the address; OnCall: the calendar's path
    QString title; ///< Dashboard and Runbook: what the link is called; Contact: of what kind it is, when the source says so
    FactSource source;
    CatalogKind kind = CatalogKind::Handrail;
    int entry = 0; ///< which entry of all: two owners in one entry own it together, in two they contradict each other

    bool operator==(const CatalogClaim &) const = default;
};

QString toString(CatalogClaim::Fact fact); ///< listed|owner|contact|description|alias|depends-on|part-of|dashboard|runbook|on-call
QString toString(CatalogKind kind); ///< handrail|backstage|datadog-entity|datadog-service|service-list

/** Puts @p claims in the order in which they are believed; claims of one kind stay as they were added. */
void sortClaims(QList<CatalogClaim> &claims);
/** The first value of @p fact, in that order. */
QString firstValue(const QList<CatalogClaim> &claims, CatalogClaim::Fact fact);

/** The form in which owners are compared: "group:default/payments", "@shop/payments" and "#Payments" are one. */
QString ownerKey(const QString &owner);

} // namespace Handrail
