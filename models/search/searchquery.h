// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/searchfilter.h"

#include <QString>
#include <QStringList>

namespace Handrail {

/** What the user typed into a search box, understood: words, "phrases", -exclusions and filters. The last word may be unfinished. */
struct SearchQuery
{
    QStringList words;
    QStringList phrases;
    QStringList excluded;
    QList<SearchFilter> filters;
    QStringList files; ///< paths; when there are any, only these are searched
    bool lastWordOpen = true; ///< the last word is a beginning: "kaf" finds kafka

    bool hasWords() const { return !words.isEmpty() || !phrases.isEmpty(); }
    bool isEmpty() const { return !hasWords() && filters.isEmpty(); }
    bool operator==(const SearchQuery &) const = default;
};

/** Never fails: at most 32 terms, NUL dropped, anything odd is a word. */
SearchQuery parseQuery(const QString &typed);

/** The query as an FTS5 MATCH expression with every term quoted; empty when there is nothing to look for. */
QString toFts5(const SearchQuery &query);

} // namespace Handrail
