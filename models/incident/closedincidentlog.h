// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"

namespace Handrail {

/** Stands in for a log that cannot be opened: has no incidents and answers every wish to write with the problem. */
class ClosedIncidentLog : public IncidentLog
{
public:
    explicit ClosedIncidentLog(Problem problem)
        : m_problem(std::move(problem))
    {
    }

    QFuture<Result<TimelineEntry>> append(const TimelineEntry &) override { return answer<TimelineEntry>(m_problem); }
    QFuture<Result<QList<TimelineEntry>>> entries(const QString &) override { return answer<QList<TimelineEntry>>(m_problem); }
    QFuture<Result<QList<IncidentSummary>>> incidents() override { return answer<QList<IncidentSummary>>(QList<IncidentSummary>()); }
    QFuture<Result<Done>> saveDraft(const Draft &) override { return answer<Done>(m_problem); }
    QFuture<Result<QList<Draft>>> drafts(const QString &) override { return answer<QList<Draft>>(QList<Draft>()); }

private:
    Problem m_problem;
};

} // namespace Handrail
