// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"

namespace Handrail::Bench {

/**
 * The index asked without a plan: beside what the names and addresses of an alert lead to, the sections that have any of its
 * words are candidates, the best few thousand by bm25 instead of a hundred. What speed must not cost is told by comparing
 * with its answers.
 */
class UnprunedIndex : public RunbookIndex
{
public:
    UnprunedIndex(const RunbookIndex &index, QString indexFile);

    Result<QList<RunbookEntry>> runbooks() const override { return m_index.runbooks(); }
    Result<QList<SearchHit>> search(const SearchQuery &query, int limit) const override { return m_index.search(query, limit); }
    Result<QList<SectionRecord>> candidates(const CandidateQuery &query, int limit) const override;
    Result<WordFrequencies> frequencies(const QStringList &stems) const override { return m_index.frequencies(stems); }
    QStringList nearestWords(const QString &word, int limit) const override { return m_index.nearestWords(word, limit); }

    /** The files of the best @p limit sections by bm25 alone, each once. */
    Result<QStringList> bestByWords(const QStringList &words, int limit) const;

private:
    const RunbookIndex &m_index;
    QString m_indexFile;
};

} // namespace Handrail::Bench
