// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/matcher.h"
#include "store/libraryfolder.h"

namespace Handrail::Testing {

/** The three best for @p alert in @p library, as far as that was read. */
inline Result<MatchResult> matched(const LibraryFolder &library, const Alert &alert, const MatchContext &context = {})
{
    const RunbookIndexStore store(library.index());
    return Matcher(store, {}, {}).match(alert, 3, context);
}

} // namespace Handrail::Testing
