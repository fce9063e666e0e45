// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"

namespace Handrail {

/** Which service an alert is about, and what says so. */
struct ServiceChoice
{
    QString service; ///< empty when nothing says it
    QString reason; ///< neutral English: "label namespace is checkout-prod, a name of checkout"; empty for the alert's own field

    bool operator==(const ServiceChoice &) const = default;
};

/**
 * The alert's own service; else the catalogue's service that one of its labels names; else the one whose name its own name or
 * summary holds. A name that two services share, or two services named alike strongly, give nothing.
 */
ServiceChoice chooseService(const Alert &alert, const Catalog &catalog);

} // namespace Handrail
