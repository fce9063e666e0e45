// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** How much a sentence asks for something to be done. */
enum class Instruction {
    None, ///< it tells something
    Suggested, ///< "you can ...", "see ...": an offer or a pointer
    Asked ///< "Check ...", "If it is down, restart ...", "You need to ..."
};

Instruction instructionIn(const QString &text);

/** Whether @p text announces a list that only sums up what follows: "Briefly:", "There are three main steps involved:". */
bool isSummaryLead(const QString &text);

/** The first sentence of @p text, without its colon at the end, cut to what fits a line. */
QString firstSentence(const QString &text);

/** The sentence that says what should be seen: "You should see ...", "Expected: ..."; empty when there is none. */
QString expectationIn(const QString &text);

} // namespace Handrail
