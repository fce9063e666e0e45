// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Shows one incident and its timeline. */
class IncidentShow : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

} // namespace Handrail
