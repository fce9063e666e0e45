// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"

#include <QStringList>

namespace Handrail {

/**
 * Reads the front matter at the head of @p lines. Refuses, with a problem and its line: more than 64 KB, more than 32 levels,
 * anchors, aliases and tags. A rule at the head of a file ("---" and then no map) is no front matter.
 */
FrontMatter readFrontMatter(const QStringList &lines, QList<Problem> &problems);

} // namespace Handrail
