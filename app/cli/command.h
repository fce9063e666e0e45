// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/streams.h"
#include "app/cli/workplace.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Handrail {

/** One thing handrail-cli can do. A new command is a new file, registered once in commandline.cpp. */
class Command
{
public:
    virtual ~Command() = default;
    virtual QString name() const = 0; ///< as typed
    virtual QString summary() const = 0; ///< one line for the overview
    /** @p arguments are what follows the name. Returns an exit code. */
    virtual int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const = 0;
};

} // namespace Handrail
