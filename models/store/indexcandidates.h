// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "store/database.h"
#include "store/indexwords.h"

namespace Handrail {

/** Collects the sections the matcher weighs: by name, by path, by service, and by the rarer words an alert says. */
Result<QList<SectionRecord>> candidatesInIndex(const Database &database, const IndexWords &words,
                                               const CandidateQuery &query, int limit);

} // namespace Handrail
