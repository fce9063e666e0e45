// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Runs handrail-cli with @p arguments, the program's name left out. Returns an exit code. */
int runCommandLine(const QStringList &arguments, const Streams &streams, const Workplace &workplace);

} // namespace Handrail
