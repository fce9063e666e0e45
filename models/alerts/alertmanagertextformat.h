// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/** Text made by Alertmanager's and Grafana's templates: "[FIRING:1] …" titles and "Labels:" blocks, as mail and chat show them. */
class AlertmanagerTextFormat : public AlertFormat
{
public:
    QString name() const override;
    QString title() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;
};

} // namespace Handrail
