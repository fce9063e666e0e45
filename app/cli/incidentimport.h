// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Takes in incidents that were exported as JSON Lines. */
class IncidentImport : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

} // namespace Handrail
