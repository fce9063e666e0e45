// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/certainty.h"

#include <algorithm>

namespace Handrail {

namespace {

/** Of the reasons that count. */
template<typename Counts>
double scoreOf(const Match &match, Counts counts)
{
    double doubt = 1;
    for (const Reason &reason : match.reasons) {
        if (counts(reason))
            doubt *= 1 - reason.weight;
    }
    return 1 - doubt;
}

/**
 * How sure it is that the alert means this very runbook. Its service does not count: all its runbooks share that. Nor do words in
 * common, which are those of the name again, and what a link only nearly says.
 */
double certaintyOf(const Match &match)
{
    return scoreOf(match, [](const Reason &reason) {
        return reason.kind != Reason::Kind::Service && reason.kind != Reason::Kind::Text && reason.kind != Reason::Kind::LikeRunbookUrl;
    });
}

/**
 * Whether as much is said for @p other as for @p best but for words: one name in the tables of two teams, or two pages of one title.
 * A service decides between them when the alert has none that it says more plainly; @p plainest is the weight of that.
 */
bool isTie(const Match &best, const Match &other, double plainest, const Weights &weights)
{
    const auto tells = [plainest](const Reason &reason) {
        return reason.kind == Reason::Kind::Service ? reason.weight >= plainest
                                                    : reason.kind != Reason::Kind::Text && reason.kind != Reason::Kind::LikeRunbookUrl;
    };
    return scoreOf(best, tells) - scoreOf(other, tells) < weights.tooCloseToTell;
}

} // namespace

MatchResult::Verdict verdictOn(const QList<Match> &matches, double plainestService, const Weights &weights)
{
    if (matches.isEmpty())
        return MatchResult::Verdict::None;
    // One heading that a file has twice, say for two degrees of an alert, is no choice between two runbooks.
    const Match &best = matches.first();
    const bool hasRival = std::any_of(matches.begin() + 1, matches.end(), [&](const Match &match) {
        return (match.runbook.ref != best.runbook.ref || match.title != best.title) && match.against.isEmpty() && isTie(best, match, plainestService, weights);
    });
    const bool isContested = !best.against.isEmpty();
    return certaintyOf(best) >= weights.confidentFrom && !hasRival && !isContested ? MatchResult::Verdict::Confident : MatchResult::Verdict::Possible;
}

} // namespace Handrail
