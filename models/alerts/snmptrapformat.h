// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** A trap as snmptrapd and snmptranslate print it, one variable a line: IF-MIB::ifDescr.3 = STRING: eth0. */
class SnmpTrapFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
