// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastruns.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;

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
    if (incident.finishedSteps >= incident.stepCount) // skipped all along it was not followed, and what failed did not help
        return incident.failedSteps == 0 && 2 * incident.doneSteps > incident.stepCount ? std::optional(PastRun::Outcome::Followed) : std::nullopt;
    return incident.finishedSteps == 0 ? std::optional(PastRun::Outcome::Abandoned) : std::nullopt;
}

/** Whether the incident is about the same alert: the first one, or one that was added later. */
bool isSameAlert(const Alert &alert, const IncidentSummary &incident)
{
    const auto isSame = [](const QString &a, const QString &b) { return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0; };
    if (isSame(alert.fingerprint, incident.fingerprint) || isSame(alert.name, incident.alertName))
        return true;
    return std::any_of(incident.addedAlerts.begin(), incident.addedAlerts.end(), [&](const QJsonObject &added) {
        return isSame(alert.fingerprint, added.value("fingerprint"_L1).toString()) || isSame(alert.name, added.value("name"_L1).toString());
    });
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
        const bool isOfService = !service.isEmpty() && service.compare(incident.service, Qt::CaseInsensitive) == 0;
        return incident.isOpen() && (isOfService || isSameAlert(alert, incident));
    });
    std::stable_partition(about.begin(), about.end(), [&alert](const IncidentSummary &incident) { return isSameAlert(alert, incident); });
    return about;
}

} // namespace Handrail
