// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** Whether what a command showed is what its step says it should show. */
enum class Expectation { Met, NotMet, CannotTell };

/**
 * Compares @p seen with @p expected, the author's sentence. Tells only where the sentence has something literal to find: words in
 * quotes or backticks, or a short sentence that is itself such a word ("Running", "HTTP 200"). All of them found is Met, none is
 * NotMet, anything between and every sentence in prose is CannotTell.
 */
Expectation compared(const QString &expected, const QString &seen);

QString toString(Expectation expectation); ///< as-expected|not-as-expected|cannot-tell: the event log's words

} // namespace Handrail
