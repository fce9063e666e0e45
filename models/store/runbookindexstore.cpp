// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runbookindexstore.h"

#include "store/indexcandidates.h"
#include "store/indexfile.h"
#include "store/indexrows.h"
#include "store/indexsearch.h"

#include <QFile>
#include <QSqlError>
#include <QThread>
#include <QVariant>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Tells one file from another under the same name: an index that was made anew must not be read through an old connection. */
quint64 identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return quint64(status.st_ino);
#else
    Q_UNUSED(path)
#endif
    return 0;
}

} // namespace

QString RunbookIndexStore::fileName()
{
    return u"index_v6.sqlite"_s;
}

RunbookIndexStore::RunbookIndexStore(QString path)
    : m_path(std::move(path))
    , m_homeThread(QThread::currentThreadId())
{
}

RunbookIndexStore::~RunbookIndexStore() = default;

Result<Done> RunbookIndexStore::prepare()
{
    const auto database = IndexFile::openForWriting(m_path);
    if (!database)
        return database.problem();
    return Done {};
}

Result<QList<RunbookEntry>> RunbookIndexStore::runbooks() const
{
    const auto database = reader();
    if (!database)
        return database.problem();
    auto prepared = (*database)->prepared(u"SELECT %1 FROM runbook r ORDER BY r.title COLLATE NOCASE, r.path, r.root"_s.arg(
        IndexRows::listingColumns));
    if (!prepared)
        return prepared.problem();
    QSqlQuery &rows = prepared.value();
    if (!rows.exec())
        return problemOf(rows.lastError());
    QList<RunbookEntry> entries;
    while (rows.next())
        entries.append(IndexRows::listedRunbook(rows));
    return entries;
}

Result<QList<SearchHit>> RunbookIndexStore::search(const SearchQuery &query, int limit) const
{
    const auto database = reader();
    if (!database)
        return database.problem();
    return searchIndex(**database, query, limit);
}

Result<QList<SectionRecord>> RunbookIndexStore::candidates(const CandidateQuery &query, int limit) const
{
    const auto database = reader();
    if (!database)
        return database.problem();
    return candidatesInIndex(**database, m_words, query, limit);
}

Result<WordFrequencies> RunbookIndexStore::frequencies(const QStringList &stems) const
{
    const auto database = reader();
    if (!database)
        return database.problem();
    const auto known = m_words.lookUp(**database, stems);
    if (!known)
        return known.problem();
    return known->frequencies();
}

QStringList RunbookIndexStore::nearestWords(const QString &word, int limit) const
{
    const auto database = reader();
    return database ? IndexWords::nearest(**database, word, limit) : QStringList();
}

Result<std::shared_ptr<Database>> RunbookIndexStore::reader() const
{
    if (QThread::currentThreadId() != m_homeThread)
        return IndexFile::openForReading(m_path);
    const quint64 file = identityOf(m_path);
    if (m_homeReader && file == m_homeFile)
        return m_homeReader;
    auto database = IndexFile::openForReading(m_path);
    if (database) {
        m_homeReader = *database;
        m_homeFile = file;
    }
    return database;
}

} // namespace Handrail
