// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "markdown/block.h"

namespace Handrail {

/** What cmark may see of a file, and what was kept from it because it would take too long or too deep. */
struct CappedText
{
    QStringList lines; ///< of the whole file; the lines kept back are empty
    QList<Block> keptBack; ///< one paragraph of plain text for each stretch kept back
    QList<Problem> problems;
};

/** Keeps back stretches of more than 64 KB without a blank line and lines that open more than 64 levels. */
CappedText capped(const QStringList &lines, int firstLine);

/** A paragraph that holds lines @p first to @p last of @p lines as they are. */
Block plainParagraph(const QStringList &lines, int first, int last);

} // namespace Handrail
