// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastruns.h"

#include <algorithm>
#include <optional>

namespace Handrail {

namespace {

PastRun runOf(const IncidentSummary &incident, const RunbookRef &runbook, const QString &anchor, PastRun::Outcome outcome,
              const QDateTime &at)
{
    return { incident.alertName, incident.fingerprint, runbook, anchor, outcome, at };
}

std::optional<PastRun::Outcome> outcomeOf(const IncidentSummary &incident)
{
    if (incident.runbookPath.isEmpty() || incident.isOpen() || incident.stepCount == 0)
        return std::nullopt;
    if (incident.finishedSteps >= incident.stepCount)
        return PastRun::Outcome::Followed;
    return incident.finishedSteps == 0 ? std::optional(PastRun::Outcome::Abandoned) : std::nullopt;
}

} // namespace

QList<PastRun> pastRunsIn(const QList<IncidentSummary> &incidents)
{
    QList<PastRun> runs;
    for (const IncidentSummary &incident : incidents) {
        for (const RunbookJudgement &said : incident.judgements) {
            runs.append(runOf(incident, { said.root, said.path }, said.anchor,
                              said.isRight ? PastRun::Outcome::Right : PastRun::Outcome::Wrong, said.at));
        }
        if (const auto outcome = outcomeOf(incident))
            runs.append(runOf(incident, { incident.runbookRoot, incident.runbookPath }, incident.runbookAnchor, *outcome, incident.startedAt));
    }
    std::stable_sort(runs.begin(), runs.end(), [](const PastRun &a, const PastRun &b) { return a.at > b.at; });
    return runs;
}

QList<IncidentSummary> openIncidentsAbout(const Alert &alert, const QString &service, const QList<IncidentSummary> &incidents)
{
    QList<IncidentSummary> about;
    std::copy_if(incidents.begin(), incidents.end(), std::back_inserter(about), [&](const IncidentSummary &incident) {
        const auto isSame = [](const QString &a, const QString &b) { return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0; };
        return incident.isOpen()
            && (isSame(alert.fingerprint, incident.fingerprint) || isSame(alert.name, incident.alertName) || isSame(service, incident.service));
    });
    return about;
}

} // namespace Handrail
