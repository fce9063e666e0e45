// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"
#include "matching/weights.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A name that may be the affected service's, and so the name of the folder its runbooks lie in. */
struct ServiceHint
{
    QString key; ///< as nameKey() makes it
    QString detail; ///< what of the alert it is, neutral English: "label type=patroni", "patroni in the alert's name"
    double weight = 0; ///< 0 to 1: what a runbook gets for being that service's
    bool isPlace = false; ///< it says where: what runs there may be in any trouble

    bool operator==(const ServiceHint &) const = default;
};

/**
 * All names an alert may mean a service by, the weightiest first, each once: values of labels that name one, what the catalogue
 * makes of them, and neighbouring words of the alert's name. Most name nothing in a given library; whoever knows the library
 * tells. More words of a name weigh more, so that redis-cache goes before redis.
 */
QList<ServiceHint> serviceHints(const Alert &alert, const Catalog &catalog, const Weights &weights = {});

} // namespace Handrail
