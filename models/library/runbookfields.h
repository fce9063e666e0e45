// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** Fills in what the front matter says, in any of the dialects in use. */
void readFields(const QVariantMap &frontMatter, Runbook &runbook);

/** Whether one of Runbook::alerts is a list of label matchers, with or without braces, and no name. */
bool isLabelMatchers(const QString &alert);

/** "2 years", "6 months", "90 days" after @p from; not valid when it cannot be read. */
QDate dateAfter(const QDate &from, const QString &period);

} // namespace Handrail
