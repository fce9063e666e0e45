// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** Where the relative link @p path, written in @p from, leads: a path from the library's folder. Empty when it leads out of it. */
QString linkedPath(const RunbookRef &from, const QString &path);

/** The markdown files inside the library that @p runbook links to, each once, by linkedPath(); whether they are there is not asked. */
QStringList linkedRunbooks(const Runbook &runbook);

} // namespace Handrail
