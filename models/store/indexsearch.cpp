// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexsearch.h"

#include "search/snippet.h"
#include "store/indexrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <tuple>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A word in the title says more than one in the headings above, and that more than one in the text. */
const QString ranked = u"FROM words JOIN section s ON s.id = words.rowid JOIN runbook r ON r.id = s.runbook "
                       u"WHERE words MATCH ? AND rank MATCH 'bm25(8.0, 3.0, 1.0)' %1 ORDER BY rank LIMIT ?"_s;
/** One or two letters begin too many words to rank them all: names that begin with them, and only the first of those. */
const QString named = u"FROM name n JOIN section s ON s.id = n.section JOIN runbook r ON r.id = s.runbook "
                      u"WHERE n.key >= ? AND n.key < ? || char(1114111) %1 GROUP BY s.id ORDER BY min(n.key), s.id LIMIT ?"_s;
const QString inFiles = u"AND r.root || '/' || r.path IN (SELECT value FROM json_each(?))"_s;

QString selecting(const QString &score, const QString &from, const SearchQuery &query)
{
    return u"SELECT "_s + IndexRows::runbookColumns + u", s.anchor, s.title, s.text, s.headings, "_s + score + u' '
        + from.arg(query.files.isEmpty() ? QString() : inFiles);
}

bool isShortBeginning(const SearchQuery &query)
{
    return query.lastWordOpen && query.words.size() == 1 && query.phrases.isEmpty() && query.excluded.isEmpty()
        && query.words.first().size() <= 2 && !nameKey(query.words.first()).isEmpty();
}

/** The heading above the first word found, when there is one: the hit opens there. */
void moveToHeading(SearchHit &hit, const Snippet &snippet, const QList<HeadingPlace> &headings)
{
    if (snippet.marks.isEmpty())
        return;
    for (const HeadingPlace &heading : headings) {
        if (heading.position > snippet.position + snippet.marks.first().start)
            break;
        hit.anchor = heading.anchor;
        hit.sectionTitle = heading.title;
    }
}

SearchHit hitOf(const QSqlQuery &row, const SearchQuery &query)
{
    constexpr int first = IndexRows::runbookColumnCount;
    SearchHit hit;
    hit.runbook = IndexRows::runbookEntry(row);
    hit.anchor = row.value(first).toString();
    Snippet snippet = snippetOf(row.value(first + 2).toString(), query);
    hit.sectionTitle = hit.anchor.isEmpty() ? QString() : row.value(first + 1).toString();
    hit.titleMarks = wordsFound(hit.runbook.title, query);
    moveToHeading(hit, snippet, IndexRows::headings(row.value(first + 3).toString()));
    hit.snippet = snippet.text.replace(u'\n', u' ').replace(u'\t', u' ');
    hit.marks = snippet.marks;
    hit.score = -row.value(first + 4).toDouble(); // FTS5's best is its lowest
    return hit;
}

} // namespace

Result<QList<SearchHit>> searchIndex(const Database &database, const SearchQuery &query, int limit)
{
    const QString expression = toFts5(query);
    if (expression.isEmpty())
        return QList<SearchHit> {};
    const bool byName = isShortBeginning(query);
    auto prepared = database.prepared(byName ? selecting(u"0.0"_s, named, query) : selecting(u"rank"_s, ranked, query));
    if (!prepared)
        return prepared.problem();
    QSqlQuery &rows = prepared.value();
    for (const QString &value : byName ? QStringList(2, nameKey(query.words.first())) : QStringList { expression })
        rows.addBindValue(value);
    if (!query.files.isEmpty())
        rows.addBindValue(QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(query.files)).toJson(QJsonDocument::Compact)));
    rows.addBindValue(limit);
    if (!rows.exec())
        return problemOf(rows.lastError());
    QList<SearchHit> hits;
    while (rows.next())
        hits.append(hitOf(rows, query));
    if (byName)
        return hits;
    // Equals come as they were written, and an index that grew with its folder was written in another order than a new one.
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) {
        const RunbookRef &first = a.runbook.ref;
        const RunbookRef &second = b.runbook.ref;
        return std::tie(b.score, first.root, first.path) < std::tie(a.score, second.root, second.path);
    });
    return hits;
}

} // namespace Handrail
