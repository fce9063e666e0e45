// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"
#include "search/searchquery.h"

#include <QList>

namespace Handrail {

/** A piece of a text around the words that were looked for. */
struct Snippet
{
    QString text;
    QList<TextSpan> marks; ///< the words found, in it
    qsizetype position = 0; ///< of the piece, in the whole text

    bool operator==(const Snippet &) const = default;
};

/** Where @p text has a word of @p query, an unfinished one by its beginning; at most 500. */
QList<TextSpan> wordsFound(const QString &text, const SearchQuery &query);

/** The piece, of up to 180 characters, with most of the words; the text's beginning when it has none. */
Snippet snippetOf(const QString &text, const SearchQuery &query);

} // namespace Handrail
