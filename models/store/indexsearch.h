// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "store/database.h"

namespace Handrail {

/** Answers a search box: the sections that have the words, best first, with a snippet. */
Result<QList<SearchHit>> searchIndex(const Database &database, const SearchQuery &query, int limit);

} // namespace Handrail
