// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/incident.h"

#include <QFuture>
#include <QStringList>

namespace Handrail {

/** Text that is being typed, or a place that is being looked at: kept so that a crash loses nothing, not part of the history. */
struct Draft
{
    QString incidentId; ///< empty for what belongs to no incident
    QString field; ///< "note", "current-step", ...
    QString text;

    bool operator==(const Draft &) const = default;
};

/** What an incident is opened with: every entry that changes its state, and of the others the newest. */
struct IncidentOpening
{
    QList<TimelineEntry> entries; ///< by sequence
    qint64 leftOut = 0; ///< notes, copied commands and the like that are older

    bool operator==(const IncidentOpening &) const = default;
};

/** What became of incidents that were to be imported, by their ids. */
struct ImportOutcome
{
    struct Refusal
    {
        QString incidentId;
        QString reason;

        bool operator==(const Refusal &) const = default;
    };

    QStringList imported; ///< were not here before
    QStringList continued; ///< were here in part; entries of other ids were added after those
    QStringList known; ///< were here already, with every entry
    QList<Refusal> refused; ///< left as they were
    qint64 entries = 0; ///< that were added

    bool operator==(const ImportOutcome &) const = default;
};

/**
 * The append-only history of all incidents. Every call returns at once; its future is finished once the disk has it (append,
 * saveDraft) or the answer is there. Calls are carried out in the order they were made.
 */
class IncidentLog
{
public:
    virtual ~IncidentLog() = default;

    /** Gives @p entry its sequence and recordedAt, and an id if it has none. Finished after COMMIT. */
    virtual QFuture<Result<TimelineEntry>> append(const TimelineEntry &entry) = 0;
    virtual QFuture<Result<QList<TimelineEntry>>> entries(const QString &incidentId) = 0;
    /** Quick, however many entries there are; at least the @p newest are among those it gives. */
    virtual QFuture<Result<IncidentOpening>> opening(const QString &incidentId, int newest) = 0;
    /** The next @p most behind @p sequence, for reading many without keeping others waiting. */
    virtual QFuture<Result<QList<TimelineEntry>>> entriesAfter(const QString &incidentId, qint64 sequence, int most) = 0;
    virtual QFuture<Result<QList<IncidentSummary>>> incidents() = 0; ///< open ones first, then by start, newest first

    /** Ids of the incidents in whose entries (the newest 200,000) every one of @p words stands, in any letter case of English. */
    virtual QFuture<Result<QStringList>> incidentsWith(const QStringList &words) = 0;

    /**
     * Takes incidents in as they are, each with its ids, times, actors and order; only the sequences are given anew. What is here
     * is never changed. All of it is on the disk when this is finished, or, with a problem, none.
     */
    virtual QFuture<Result<ImportOutcome>> import(const QList<TimelineEntry> &entries) = 0;

    virtual QFuture<Result<Done>> saveDraft(const Draft &draft) = 0; ///< an empty text removes it
    virtual QFuture<Result<QList<Draft>>> drafts(const QString &incidentId) = 0;
};

} // namespace Handrail
