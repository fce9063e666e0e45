// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** What systemctl status prints about one unit or several. */
class SystemdStatusFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    QString source() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
