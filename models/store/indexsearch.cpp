// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexsearch.h"

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

constexpr QChar markStart(0x01); // no text that passed through FTS5's tokenizer as a word holds these
constexpr QChar markEnd(0x02);

/** A word in the title says more than one in the headings above, and that more than one in the text. */
const QString &statement()
{
    static const QString sql
        = u"SELECT "_s + IndexRows::runbookColumns
        + u", s.anchor, s.title, s.text, s.headings, highlight(words, 0, char(1), char(2)), "
          u"snippet(words, 2, char(1), char(2), '', 24), rank "
          u"FROM words JOIN section s ON s.id = words.rowid JOIN runbook r ON r.id = s.runbook "
          u"WHERE words MATCH ? AND rank MATCH 'bm25(8.0, 3.0, 1.0)' %1 ORDER BY rank LIMIT ?"_s;
    return sql;
}

const QString inFiles = u"AND r.root || '/' || r.path IN (SELECT value FROM json_each(?))"_s;

struct MarkedText
{
    QString text;
    QList<TextSpan> marks;
};

MarkedText readMarks(const QString &marked)
{
    MarkedText result;
    qsizetype start = 0;
    for (const QChar c : marked) {
        if (c == markStart)
            start = result.text.size();
        else if (c == markEnd)
            result.marks.append({ start, result.text.size() - start });
        else
            result.text.append(c);
    }
    return result;
}

/** The heading above the first word found, when there is one: the hit opens there. */
void moveToHeading(SearchHit &hit, const MarkedText &snippet, const QString &text, const QList<HeadingPlace> &headings)
{
    if (snippet.marks.isEmpty())
        return;
    const qsizetype place = text.indexOf(snippet.text);
    for (const HeadingPlace &heading : headings) {
        if (place < 0 || heading.position > place + snippet.marks.first().start)
            break;
        hit.anchor = heading.anchor;
        hit.sectionTitle = heading.title;
    }
}

SearchHit hitOf(const QSqlQuery &row)
{
    constexpr int first = IndexRows::runbookColumnCount;
    SearchHit hit;
    hit.runbook = IndexRows::runbookEntry(row);
    hit.anchor = row.value(first).toString();
    const QString text = row.value(first + 2).toString();
    const MarkedText title = readMarks(row.value(first + 4).toString());
    MarkedText snippet = readMarks(row.value(first + 5).toString());
    hit.sectionTitle = hit.anchor.isEmpty() ? QString() : title.text;
    if (!hit.anchor.isEmpty() || title.text == hit.runbook.title)
        hit.titleMarks = title.marks;
    moveToHeading(hit, snippet, text, IndexRows::headings(row.value(first + 3).toString()));
    hit.snippet = snippet.text.replace(u'\n', u' ').replace(u'\t', u' ');
    hit.marks = snippet.marks;
    hit.score = -row.value(first + 6).toDouble(); // FTS5's best is its lowest
    return hit;
}

} // namespace

Result<QList<SearchHit>> searchIndex(const Database &database, const SearchQuery &query, int limit)
{
    const QString expression = toFts5(query);
    if (expression.isEmpty())
        return QList<SearchHit> {};
    auto prepared = database.prepared(statement().arg(query.files.isEmpty() ? QString() : inFiles));
    if (!prepared)
        return prepared.problem();
    QSqlQuery &rows = prepared.value();
    rows.addBindValue(expression);
    if (!query.files.isEmpty())
        rows.addBindValue(QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(query.files)).toJson(QJsonDocument::Compact)));
    rows.addBindValue(limit);
    if (!rows.exec())
        return problemOf(rows.lastError());
    QList<SearchHit> hits;
    while (rows.next())
        hits.append(hitOf(rows));
    // Equals come as they were written, and an index that grew with its folder was written in another order than a new one.
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) {
        const RunbookRef &first = a.runbook.ref;
        const RunbookRef &second = b.runbook.ref;
        return std::tie(b.score, first.root, first.path) < std::tie(a.score, second.root, second.path);
    });
    return hits;
}

} // namespace Handrail
