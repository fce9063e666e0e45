// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/indexer.h"
#include "store/indexwriter.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QThreadPool>

namespace Handrail {

class Clock;

/** One run over all folders: parses on all cores, writes on the calling thread, in batches that readers see at once. */
class IndexRun
{
public:
    using Report = std::function<void(const IndexProgress &)>;

    IndexRun(IndexWriter &writer, const Clock &clock, const std::atomic_bool &stop, Report report);

    /** Makes the index equal to what is on disk; a problem means that the index itself could not be written. */
    Result<Done> go(const QStringList &roots, Catalog &catalog);
    const IndexProgress &progress() const { return m_progress; }

private:
    /** What is to be done in one folder after it was compared with the index. */
    struct Work
    {
        QString root;
        QList<ChangedFile> toRead;
        QHash<QString, KnownFile> known; ///< whatever is left here at the end is gone from disk
        QHash<quint64, QString> gone; ///< by inode: a new file with one of these was moved
    };

    Result<Done> readFolder(const QString &root, Catalog &catalog);
    Work workIn(const QString &root, const FolderScan &scan, QHash<QString, KnownFile> known);
    Result<Done> readFiles(Work &work);
    Result<Done> write(Work &work, const QList<IndexedRunbook> &batch);
    Result<Done> removeOthers(const QStringList &roots);
    Result<Done> replace(Work &work, const IndexedRunbook &runbook);
    Result<Done> removeGone(Work &work, const QString &path);
    Result<Done> removeAll(const QHash<QString, KnownFile> &files);
    Result<Done> keepAsItWas(const QString &root, Problem why, Catalog &catalog);
    Result<Done> readCatalogues(const QString &root, const QStringList &files, Catalog &catalog);
    void addToCatalog(const QString &root, const QList<CatalogueFile> &files, Catalog &catalog);
    void reportNowAndThen();

    IndexWriter &m_writer;
    const Clock &m_clock;
    QCryptographicHash m_catalogues { QCryptographicHash::Sha256 };
    const std::atomic_bool &m_stop;
    Report m_report;
    IndexProgress m_progress;
    QElapsedTimer m_sinceReport;
    QThreadPool m_pool; ///< of its own: the caller may itself run in the global one
};

} // namespace Handrail
