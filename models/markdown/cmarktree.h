// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "markdown/block.h"

namespace Handrail {

/** Reads @p lines as CommonMark with tables and task boxes into a Document. Line 1 of @p lines is line 1 of the file. */
Block readBlocks(const QStringList &lines, QList<Problem> &problems);

} // namespace Handrail
