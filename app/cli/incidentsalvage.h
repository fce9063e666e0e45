// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Writes what can still be read out of a damaged file of incidents, to be imported again. */
class IncidentSalvage : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

} // namespace Handrail
