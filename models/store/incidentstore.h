// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "incident/incidentlog.h"

#include <memory>

namespace Handrail {

/**
 * The user's memory in incidents.sqlite, as reliability.md asks: rollback journal, synchronous EXTRA, one writing connection on
 * a thread of its own, one process at a time (a lock file the kernel frees), read-only when the file comes from a newer version.
 */
class IncidentStore : public IncidentLog
{
public:
    /** Opens or makes incidents.sqlite in @p folder, which is made too (0700). Blocks until it is open. */
    static Result<std::shared_ptr<IncidentStore>> open(const QString &folder, const Clock &clock);
    /**
     * The same without waiting: looking a file of 100 MB through takes 200 ms. What is asked before it is open is answered after;
     * when it cannot be opened, every answer is the reason. @p onNetwork: also in a folder on a network drive.
     */
    static std::shared_ptr<IncidentStore> openLater(const QString &folder, const Clock &clock, bool onNetwork = false);
    /** For looking only, also while another program writes. Takes no lock and makes no file; every write is a problem. */
    static Result<std::shared_ptr<IncidentStore>> openForReading(const QString &folder, const Clock &clock);
    static bool exists(const QString &folder); ///< whether there is an incidents.sqlite in @p folder
    ~IncidentStore() override; ///< waits for what was asked before

    /** Answers once the file is open: readOnlyReason(), or why it is not. Has room for one continuation. */
    QFuture<Result<QString>> whenOpened() const;
    /** Lets go of the file and its lock after what was asked before: another program may have them. What is asked later is a problem. */
    QFuture<bool> close();
    /** Makes a backup of what was written before; gives its path. */
    QFuture<Result<QString>> backUp();
    /** Has a result for each backup that could not be made, those made by themselves too: why. Unfinished while this lives. */
    QFuture<Problem> failedBackups() const;
    bool isReadOnly() const; ///< made by a newer version, or the folder is read-only
    QString readOnlyReason() const;

    QFuture<Result<TimelineEntry>> append(const TimelineEntry &entry) override;
    QFuture<Result<QList<TimelineEntry>>> entries(const QString &incidentId) override;
    QFuture<Result<IncidentOpening>> opening(const QString &incidentId, int newest) override;
    QFuture<Result<QList<TimelineEntry>>> entriesAfter(const QString &incidentId, qint64 sequence, int most) override;
    QFuture<Result<QList<IncidentSummary>>> incidents() override;
    QFuture<Result<QStringList>> incidentsWith(const QStringList &words) override;
    QFuture<Result<ImportOutcome>> import(const QList<TimelineEntry> &entries) override;
    QFuture<Result<Done>> saveDraft(const Draft &draft) override;
    QFuture<Result<QList<Draft>>> drafts(const QString &incidentId) override;

private:
    class Writer;
    explicit IncidentStore(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace Handrail
