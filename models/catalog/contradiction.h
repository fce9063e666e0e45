// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/service.h"

namespace Handrail {

/** Sources that do not agree: two owners of one service, or one name for two services. */
struct Contradiction
{
    CatalogClaim::Fact fact = CatalogClaim::Fact::Owner; ///< Owner or Alias
    QString name; ///< Owner: the service; Alias: the name that is given twice
    QList<CatalogClaim> claims; ///< the first is the one that is believed
    QStringList services; ///< whom each claim is about

    bool operator==(const Contradiction &) const = default;
};

/** Those about owners by service, then those about names. */
QList<Contradiction> contradictionsIn(const QList<Service> &services);

/** The owners that the believed entry names: several own the service together. */
QList<CatalogClaim> believedOwners(const Service &service);
/** Owners that other entries name and the believed one does not. An entry that names fewer of the same contradicts nothing. */
QList<CatalogClaim> otherOwners(const Service &service);

} // namespace Handrail
