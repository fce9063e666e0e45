// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/unprunedindex.h"

#include "search/searchwords.h"
#include "store/indexfile.h"
#include "store/indexrows.h"
#include "store/indexwords.h"

#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace Handrail::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int candidateLimit = 3'000;

/** Any of @p words in any of their forms. */
Result<QString> anyOf(const Database &database, const QStringList &words)
{
    QStringList stems;
    for (const QString &text : words) {
        for (const QString &word : searchWordsOf(text))
            stems.append(stemOf(word));
    }
    stems.removeDuplicates();
    const auto known = IndexWords().lookUp(database, stems);
    if (!known)
        return known.problem();
    QStringList forms;
    for (const IndexedStem &stem : known->stems)
        forms += stem.forms;
    return forms.isEmpty() ? QString() : u'"' + forms.join(u"\" OR \"") + u'"';
}

Result<QList<SectionRecord>> sectionsWith(const Database &database, const QStringList &words, int limit)
{
    const auto expression = anyOf(database, words);
    if (!expression)
        return expression.problem();
    QList<SectionRecord> records;
    if (expression->isEmpty())
        return records;
    auto rows = database.prepared(u"SELECT "_s + IndexRows::runbookColumns
                                  + u", s.anchor, s.title, s.alerts, s.listed_alerts, s.text FROM words JOIN section s ON s.id = words.rowid "
                                    u"JOIN runbook r ON r.id = s.runbook "
                                    u"WHERE words MATCH ? AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank LIMIT ?"_s);
    if (!rows)
        return rows.problem();
    rows->bindValue(0, *expression);
    rows->bindValue(1, limit);
    if (!rows->exec())
        return problemOf(rows->lastError());
    constexpr int first = IndexRows::runbookColumnCount;
    while (rows->next())
        records.append({ IndexRows::runbookEntry(*rows), rows->value(first).toString(), rows->value(first + 1).toString(),
                         IndexRows::list(rows->value(first + 2).toString()), IndexRows::listedAlerts(rows->value(first + 3).toString()),
                         rows->value(first + 4).toString() });
    return records;
}

} // namespace

UnprunedIndex::UnprunedIndex(const RunbookIndex &index, QString indexFile)
    : m_index(index)
    , m_indexFile(std::move(indexFile))
{
}

Result<QList<SectionRecord>> UnprunedIndex::candidates(const CandidateQuery &query, int limit) const
{
    CandidateQuery withoutWords = query;
    withoutWords.words.clear();
    auto records = m_index.candidates(withoutWords, limit);
    const auto database = IndexFile::openForReading(m_indexFile);
    if (!database || !records)
        return records;
    const auto found = sectionsWith(**database, query.words, candidateLimit);
    if (!found)
        return found.problem();
    QSet<std::pair<QString, QString>> known;
    for (const SectionRecord &record : std::as_const(*records))
        known.insert({ record.runbook.ref.filePath(), record.anchor });
    for (const SectionRecord &record : *found) {
        if (!known.contains({ record.runbook.ref.filePath(), record.anchor }))
            records->append(record);
    }
    return records;
}

Result<QStringList> UnprunedIndex::bestByWords(const QStringList &words, int limit) const
{
    const auto database = IndexFile::openForReading(m_indexFile);
    if (!database)
        return database.problem();
    const auto found = sectionsWith(**database, words, limit);
    if (!found)
        return found.problem();
    QStringList files;
    for (const SectionRecord &record : *found)
        files.append(record.runbook.ref.filePath());
    files.removeDuplicates();
    return files;
}

} // namespace Handrail::Bench
