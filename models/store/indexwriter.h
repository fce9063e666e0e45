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
    QByteArray sha256; ///< of the file's bytes, hexadecimal
    bool isUnchanged = false; ///< touched, and its bytes are those the index has: nothing below is filled in
    QString title;
    QStringList services;
    QStringList owners;
    QDate reviewedOn;
    QDate reviewDue;
    QStringList tags;
    QStringList alerts;
    QStringList links;
    QList<IndexedSection> sections;
    QString unreadable; ///< why the file could not be read; empty when it was
};

/** A file to be read, and the hash of its bytes when it was read last. */
struct ChangedFile
{
    FoundFile file;
    QByteArray sha256; ///< hexadecimal; empty for a new file
};

IndexedRunbook indexedRunbook(const QString &root, const ChangedFile &changed);

/** A file as the index knows it. */
struct KnownFile
{
    qint64 id = 0;
    qint64 size = 0;
    qint64 modifiedAt = 0;
    qint64 changedAt = 0;
    quint64 inode = 0;
    QByteArray sha256;

    /**
     * Whether the file need not be opened. changedAt is the one of these that nobody can set, so a file written in place with
     * its size and time put back is read again; where a system has no such time it is not found before its size or time differ.
     */
    bool isSameAs(const FoundFile &file) const
    {
        return size == file.size && modifiedAt == file.modifiedAt && changedAt == file.changedAt && inode == file.inode;
    }
};

/** A file that says who owns what, as it was when its folder was last reachable. */
struct CatalogueFile
{
    QString path;
    QByteArray bytes;

    bool operator==(const CatalogueFile &) const = default;
};

/** The one writer of the index. Nothing is visible to readers before commit(). */
class IndexWriter
{
public:
    explicit IndexWriter(std::shared_ptr<Database> database);

    Result<QHash<QString, KnownFile>> knownFiles(const QString &root) const; ///< by path
    Result<QStringList> roots() const;
    Result<int> count() const; ///< of runbooks, in all folders
    Result<QList<CatalogueFile>> catalogues(const QString &root) const;

    Result<Done> begin();
    Result<Done> commit();
    Result<Done> remove(qint64 runbook);
    Result<Done> insert(const QString &root, const IndexedRunbook &runbook);
    Result<Done> touch(qint64 runbook, const FoundFile &file); ///< the same bytes, another time or place on the disk
    Result<Done> setCatalogues(const QString &root, const QList<CatalogueFile> &files);

private:
    Result<Done> prepareAll();
    Result<Done> insertSection(qint64 runbook, const IndexedSection &section);
    Result<Done> insertNames(qint64 id, const IndexedSection &section);
    Result<Done> insertServices(qint64 runbook, const QString &path, const QStringList &services);

    std::shared_ptr<Database> m_database;
    QList<QSqlQuery> m_statements; ///< by Statement; prepared once
};

} // namespace Handrail
