// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "store/database.h"

namespace Handrail {

/**
 * The index in SQLite with FTS5: a cache, rebuilt at will, its version in the file's name, no migrations. Readers open a
 * connection of their own per thread; the one writer is the Indexer.
 */
class RunbookIndexStore : public RunbookIndex
{
public:
    /** "index_v1.sqlite": raise the number with any change of the tables. */
    static QString fileName();

    explicit RunbookIndexStore(QString path);
    ~RunbookIndexStore() override;

    /** Makes the tables if they are not there; a file that is no index of ours or is damaged is deleted and made anew. */
    Result<Done> prepare();

    Result<QList<RunbookEntry>> runbooks() const override;
    Result<QList<SearchHit>> search(const SearchQuery &query, int limit) const override;
    Result<QList<SectionRecord>> candidates(const CandidateQuery &query, int limit) const override;
    QStringList nearestWords(const QString &word, int limit) const override;

private:
    QString m_path;
};

} // namespace Handrail
