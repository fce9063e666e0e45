// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/matcher.h"

namespace Handrail {

/**
 * How sure it is that the first of @p matches, which are sorted, is the alert's own. @p plainestService is the weight of what tells the
 * alert's service most plainly, 0 when nothing does.
 */
MatchResult::Verdict verdictOn(const QList<Match> &matches, double plainestService, const Weights &weights);

} // namespace Handrail
