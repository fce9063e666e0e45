// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** Mails of Nagios, Icinga and their relatives: "Notification Type:", "Service:", "Host:", "State:". */
class NagiosMailFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
