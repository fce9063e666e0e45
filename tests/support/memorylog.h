// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"

#include <QPromise>

#include <algorithm>
#include <utility>
#include <vector>

namespace Handrail::Testing {

/** A log in memory that answers at once, and fails when told to, as a full disk does. */
class MemoryLog : public IncidentLog
{
public:
    QFuture<Result<TimelineEntry>> append(const TimelineEntry &entry) override
    {
        if (full)
            return answer<TimelineEntry>(Problem { Problem::Severity::Error, QStringLiteral("The disk is full."), 0 });
        TimelineEntry written = entry;
        written.sequence = log.size() + 1;
        written.recordedAt = entry.happenedAt;
        if (written.id.isEmpty())
            written.id = QStringLiteral("entry-%1").arg(written.sequence);
        log.append(written);
        if (!slow)
            return answer<TimelineEntry>(written);
        QPromise<Result<TimelineEntry>> promise;
        promise.start();
        const QFuture<Result<TimelineEntry>> future = promise.future();
        m_waiting.push_back({ std::move(promise), written });
        return future;
    }

    /** The disk answers what was asked while it was slow. */
    void catchUp()
    {
        for (auto &[promise, entry] : std::exchange(m_waiting, {})) {
            promise.addResult(Result<TimelineEntry>(entry));
            promise.finish();
        }
    }

    QFuture<Result<QList<TimelineEntry>>> entries(const QString &incidentId) override
    {
        QList<TimelineEntry> found;
        for (const TimelineEntry &entry : log) {
            if (entry.incidentId == incidentId)
                found.append(entry);
        }
        return answer<QList<TimelineEntry>>(found);
    }

    QFuture<Result<IncidentOpening>> opening(const QString &incidentId, int newest) override
    {
        const QList<TimelineEntry> all = entries(incidentId).result().value();
        IncidentOpening opening;
        for (qsizetype at = 0; at < all.size(); ++at) {
            if (at + newest >= all.size() || all.at(at).kind != TimelineEntry::Kind::NoteAdded)
                opening.entries.append(all.at(at));
            else
                ++opening.leftOut;
        }
        return answer<IncidentOpening>(opening);
    }

    QFuture<Result<QList<TimelineEntry>>> entriesAfter(const QString &incidentId, qint64 sequence, int most) override
    {
        QList<TimelineEntry> found = entries(incidentId).result().value();
        found.removeIf([sequence](const TimelineEntry &entry) { return entry.sequence <= sequence; });
        return answer<QList<TimelineEntry>>(found.first(std::min<qsizetype>(most, found.size())));
    }

    QFuture<Result<QStringList>> incidentsWith(const QStringList &) override { return answer<QStringList>(QStringList()); }

    QFuture<Result<QList<IncidentSummary>>> incidents() override
    {
        return answer<QList<IncidentSummary>>(QList<IncidentSummary>());
    }

    QFuture<Result<ImportOutcome>> import(const QList<TimelineEntry> &entries) override
    {
        log += entries;
        ImportOutcome outcome;
        outcome.entries = entries.size();
        return answer<ImportOutcome>(outcome);
    }

    QFuture<Result<Done>> saveDraft(const Draft &draft) override
    {
        if (full)
            return answer<Done>(Problem { Problem::Severity::Error, QStringLiteral("The disk is full."), 0 });
        kept.removeIf([&](const Draft &other) { return other.incidentId == draft.incidentId && other.field == draft.field; });
        if (!draft.text.isEmpty())
            kept.append(draft);
        return answer<Done>(Done {});
    }

    QFuture<Result<QList<Draft>>> drafts(const QString &incidentId) override
    {
        QList<Draft> found;
        for (const Draft &draft : kept) {
            if (draft.incidentId == incidentId)
                found.append(draft);
        }
        return answer<QList<Draft>>(found);
    }

    QList<TimelineEntry> log;
    QList<Draft> kept;
    bool full = false;
    bool slow = false; ///< answers only at catchUp()

private:
    /** @p result as an answer that is there already. */
    template<typename T>
    static QFuture<Result<T>> answer(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    std::vector<std::pair<QPromise<Result<TimelineEntry>>, TimelineEntry>> m_waiting;
};

} // namespace Handrail::Testing
