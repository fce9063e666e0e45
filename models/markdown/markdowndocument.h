// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "markdown/block.h"

#include <QVariantMap>

namespace Handrail {

/** The YAML between the first two "---" lines: maps, lists and strings, as written. */
struct FrontMatter
{
    QVariantMap values; ///< scalars are strings: "2 years" and 2 alike
    int lastLine = 0; ///< line of the closing "---"; 0 when there is none

    bool operator==(const FrontMatter &) const = default;
};

/** A markdown file as a tree with line numbers, and what could not be read of it. */
struct MarkdownDocument
{
    FrontMatter frontMatter;
    Block root;
    QList<Problem> problems;

    bool operator==(const MarkdownDocument &) const = default;
};

/**
 * Reads @p text. Caps of safety.md hold before cmark sees it: 2 MB, 64 KB without a blank line, 64 levels; what is over a cap is
 * kept as plain text with a problem. Never fails: the worst is one block of text.
 */
MarkdownDocument readMarkdown(const QString &text);

/** The anchor of a heading as GitHub makes it, or the explicit one of "Title {#anchor}"; @p title loses that suffix. */
QString anchorOf(QString &title);

} // namespace Handrail
