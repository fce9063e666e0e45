// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbookfile.h"
#include "search/indexedsection.h"
#include "store/database.h"

#include <QHash>

namespace Handrail {

namespace IndexedNames {
/** The key of every section whose front matter has matchers instead of a name: no name's key holds a brace. */
inline const QString matchers = QStringLiteral("{");
}

/** What the index keeps of one runbook: made on any thread, written on one. */
struct IndexedRunbook
{
    FoundFile file;
    QString title;
    QStringList services;
    QStringList owners;
    QDate reviewedOn;
    QDate reviewDue;
    QList<IndexedSection> sections;
    QString unreadable; ///< why the file could not be read; empty when it was
};

IndexedRunbook indexedRunbook(const QString &root, const FoundFile &file);

/** A file as the index knows it. */
struct KnownFile
{
    qint64 id = 0;
    qint64 size = 0;
    qint64 modifiedAt = 0;
    quint64 inode = 0;

    bool isSameAs(const FoundFile &file) const
    {
        return size == file.size && modifiedAt == file.modifiedAt && inode == file.inode;
    }
};

/** The one writer of the index. Nothing is visible to readers before commit(). */
class IndexWriter
{
public:
    explicit IndexWriter(std::shared_ptr<Database> database);

    Result<QHash<QString, KnownFile>> knownFiles(const QString &root) const; ///< by path
    Result<QStringList> roots() const;
    Result<int> count() const; ///< of runbooks, in all folders

    Result<Done> begin();
    Result<Done> commit();
    Result<Done> remove(qint64 runbook);
    Result<Done> insert(const QString &root, const IndexedRunbook &runbook);

private:
    Result<Done> prepareAll();
    Result<Done> insertSection(qint64 runbook, const IndexedSection &section);
    Result<Done> insertNames(qint64 id, const IndexedSection &section);
    Result<Done> insertServices(qint64 runbook, const QString &path, const QStringList &services);

    std::shared_ptr<Database> m_database;
    QList<QSqlQuery> m_statements; ///< by Statement; prepared once
};

} // namespace Handrail
