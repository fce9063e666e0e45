// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

#include <QSet>

namespace Handrail {

/**
 * First lines of the headings below which stands a runbook of its own, when a file holds several: headings that are an alert's
 * name, that have a table of alerts, or that are divided alike ("Troubleshooting" under each). Empty for a file about one thing.
 */
QSet<int> subjectLines(const Runbook &runbook);

} // namespace Handrail
