// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** An event in the envelope of the CloudEvents specification, around data of a sender nobody told us about. */
class CloudEventsFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
