// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"

#include <QPromise>

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
        return answer<TimelineEntry>(written);
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

    QFuture<Result<QList<IncidentSummary>>> incidents() override
    {
        return answer<QList<IncidentSummary>>(QList<IncidentSummary>());
    }

    QFuture<Result<Done>> saveDraft(const Draft &draft) override
    {
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

private:
    template<typename T>
    static QFuture<Result<T>> answer(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
};

} // namespace Handrail::Testing
