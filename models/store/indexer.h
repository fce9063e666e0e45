// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/catalog.h"
#include "library/runbookfile.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Handrail {

/** What the indexer has done so far, for a status line and for `handrail-cli index --stats`. */
struct IndexProgress
{
    QString root; ///< the folder being read; empty when the run has ended
    int done = 0; ///< files looked at
    int total = 0; ///< files found
    int runbooks = 0; ///< in the index, all folders together
    int read = 0; ///< files whose text in the index this run replaced because they were new or changed
    int removed = 0; ///< runbooks taken out of the index because they are gone
    bool finished = false;
    bool isStopped = false; ///< it ended because it was told to: what was read until then is in the index
    bool isUnsettled = false; ///< files were changed so lately that they may be changing still: look again in two seconds
    QStringList folders; ///< absolute, all that were walked, for watching them
    QByteArray catalogues; ///< a digest of the catalogue files: as long as it is the same, so is the catalogue
    QList<SkippedFile> skipped;
    QList<Problem> problems; ///< folders not reachable, catalogue lines not understood

    bool operator==(const IndexProgress &) const = default;
};

/**
 * Keeps the index true: scans the folders on a thread of its own, reads what changed, writes in batches. Started again at any
 * time; a run that is going on is told to stop, and the next begins when it did. Emits from the GUI's point of view: signals are queued.
 */
class Indexer : public QObject
{
    Q_OBJECT
public:
    explicit Indexer(QString indexPath, QObject *parent = nullptr);
    ~Indexer() override; ///< stops and waits

    /** Reads @p roots in the background. What the index holds of other folders is removed; of folders not reachable it stays. */
    void start(const QStringList &roots);
    /** Says nothing more of the run. Whether it ended by @p deadline; on a dead network drive it never does. */
    bool stop(QDeadlineTimer deadline = QDeadlineTimer(QDeadlineTimer::Forever));
    void cancel(); ///< ends the run soon; finished() tells how far it came

    /** The same in the calling thread, for the command line and for tests. */
    static IndexProgress run(const QString &indexPath, const QStringList &roots, const std::atomic_bool &stop,
                             const std::function<void(const IndexProgress &)> &progress, Catalog &catalog);

Q_SIGNALS:
    void progressed(const Handrail::IndexProgress &progress);
    void finished(const Handrail::IndexProgress &progress, const Handrail::Catalog &catalog);

private:
    struct Run;
    void ended();

    QString m_indexPath;
    std::shared_ptr<Run> m_run;
    std::optional<QStringList> m_next; ///< the folders of the next run, which waits for this one to end
};

} // namespace Handrail

Q_DECLARE_METATYPE(Handrail::IndexProgress)
Q_DECLARE_METATYPE(Handrail::Catalog)
