// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** Labels as Prometheus writes them, and nothing else: {alertname="X", pod="y"}, ALERTS{alertname="X"} 1. */
class SelectorFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
