// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "store/database.h"
#include "store/indexwords.h"

namespace Handrail {

/**
 * The index in SQLite with FTS5: a cache, rebuilt at will, its version in the file's name, no migrations. Each answer is read
 * through a connection of its thread; the one writer is the Indexer.
 */
class RunbookIndexStore : public RunbookIndex
{
public:
    /** "index_v2.sqlite": raise the number with any change of the tables. */
    static QString fileName();

    explicit RunbookIndexStore(QString path);
    ~RunbookIndexStore() override;

    /** Makes the tables if they are not there; a file that is no index of ours or is damaged is deleted and made anew. */
    Result<Done> prepare();

    Result<QList<RunbookEntry>> runbooks() const override;
    Result<QList<SearchHit>> search(const SearchQuery &query, int limit) const override;
    Result<QList<SectionRecord>> candidates(const CandidateQuery &query, int limit) const override;
    Result<WordFrequencies> frequencies(const QStringList &stems) const override;
    QStringList nearestWords(const QString &word, int limit) const override;

private:
    Result<std::shared_ptr<Database>> reader() const;

    QString m_path;
    IndexWords m_words;
    Qt::HANDLE m_homeThread; ///< the thread that made the store and keeps a connection; others open one for each answer
    mutable std::shared_ptr<Database> m_homeReader;
    mutable quint64 m_homeFile = 0; ///< which file m_homeReader has open
};

} // namespace Handrail
