// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Incidents on the command line: hands over to list, show, note, export and the others. */
class IncidentCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

} // namespace Handrail
