// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incidentmeasures.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** ms from @p from to @p to; nothing when either is not known, and never negative: clocks of two machines may differ. */
std::optional<qint64> between(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid())
        return {};
    return std::max<qint64>(0, from.msecsTo(to));
}

/** When it was first said who works on it: by whom it was started, or by the first who claimed it. */
QDateTime firstOwnedAt(const Incident &incident)
{
    if (!incident.startedBy.isEmpty())
        return incident.startedAt;
    const auto claimed = std::find_if(incident.entries.begin(), incident.entries.end(), [](const TimelineEntry &entry) {
        return entry.kind == TimelineEntry::Kind::Claimed && !entry.actor.isEmpty();
    });
    return claimed == incident.entries.end() ? QDateTime() : claimed->happenedAt;
}

} // namespace

IncidentMeasures measuresOf(const Incident &incident)
{
    IncidentMeasures measures;
    const QDateTime fired = QDateTime::fromString(incident.alert.value("startsAt"_L1).toString(), Qt::ISODateWithMs);
    measures.alertToStart = between(fired, incident.startedAt);
    measures.startToOwner = between(incident.startedAt, firstOwnedAt(incident));
    QDateTime first;
    const QList<FollowedRunbook> followed = incident.runbooks();
    for (const FollowedRunbook &runbook : followed) {
        measures.steps += runbook.opened.stepCount;
        for (const StepMark &mark : runbook.steps) {
            measures.done += mark.state == "done"_L1;
            measures.failed += mark.state == "failed"_L1;
            measures.skipped += mark.state == "skipped"_L1;
            if (mark.state != "todo"_L1 && (!first.isValid() || mark.at < first))
                first = mark.at;
        }
    }
    measures.startToFirstStep = between(incident.startedAt, first);
    return measures;
}

} // namespace Handrail
