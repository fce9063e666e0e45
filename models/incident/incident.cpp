// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incident.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

void applyStarted(const TimelineEntry &entry, Incident &incident)
{
    incident.title = entry.payload.value("title"_L1).toString();
    incident.service = entry.payload.value("service"_L1).toString();
    incident.severity = entry.payload.value("severity"_L1).toString();
    incident.alert = entry.payload.value("alert"_L1).toObject();
    incident.pasted = entry.document;
    incident.startedBy = entry.actor;
    incident.startedAt = entry.happenedAt;
    incident.claim = { entry.actor, entry.happenedAt };
}

void applyRunbookOpened(const TimelineEntry &entry, Incident &incident)
{
    OpenedRunbook opened;
    opened.root = entry.payload.value("root"_L1).toString();
    opened.path = entry.payload.value("path"_L1).toString();
    opened.anchor = entry.payload.value("anchor"_L1).toString();
    opened.title = entry.payload.value("title"_L1).toString();
    opened.sha256 = entry.payload.value("sha256"_L1).toString().toLatin1();
    opened.text = entry.document;
    opened.stepCount = entry.payload.value("steps"_L1).toInt();

    // Ids are unique within one procedure only: the marks of another runbook would tick the wrong steps of this one.
    const OpenedRunbook &before = incident.runbook;
    if (opened.root != before.root || opened.path != before.path || opened.anchor != before.anchor) {
        incident.steps.clear();
        incident.outputs.clear();
    }
    incident.runbook = opened;
}

void applyStepFinished(const TimelineEntry &entry, Incident &incident)
{
    StepMark mark;
    mark.state = entry.payload.value("state"_L1).toString();
    mark.reason = entry.payload.value("reason"_L1).toString();
    mark.at = entry.happenedAt;
    mark.entryId = entry.id;
    incident.steps.insert(entry.payload.value("step"_L1).toString(), mark);
}

RunbookJudgement judgementIn(const TimelineEntry &entry)
{
    const auto text = [&entry](QLatin1StringView key) { return entry.payload.value(key).toString(); };
    return { text("root"_L1), text("path"_L1), text("anchor"_L1), text("title"_L1), text("verdict"_L1) == "right"_L1, entry.happenedAt };
}

} // namespace

int Incident::finishedSteps() const
{
    return int(std::count_if(steps.begin(), steps.end(), [](const StepMark &mark) { return mark.state != "todo"_L1; }));
}

void apply(const TimelineEntry &entry, Incident &incident)
{
    if (incident.id.isEmpty())
        incident.id = entry.incidentId;
    incident.entries.append(entry);

    switch (entry.kind) {
    case TimelineEntry::Kind::Started:
        return applyStarted(entry, incident);
    case TimelineEntry::Kind::RunbookJudged:
        incident.judgements.append(judgementIn(entry));
        return;
    case TimelineEntry::Kind::RunbookOpened:
        return applyRunbookOpened(entry, incident);
    case TimelineEntry::Kind::StepFinished:
        return applyStepFinished(entry, incident);
    case TimelineEntry::Kind::OutputKept:
        incident.outputs[entry.payload.value("step"_L1).toString()].append(
            { entry.document, entry.payload.value("verdict"_L1).toString(), entry.happenedAt });
        return;
    case TimelineEntry::Kind::ValueTyped:
        incident.typedValues.insert(entry.payload.value("name"_L1).toString(), entry.payload.value("value"_L1).toString());
        return;
    case TimelineEntry::Kind::NoteCorrected:
        incident.corrections.insert(entry.payload.value("corrects"_L1).toString(), entry);
        return;
    case TimelineEntry::Kind::SeverityChanged:
        incident.severity = entry.payload.value("severity"_L1).toString();
        return;
    case TimelineEntry::Kind::Claimed:
        incident.claim = { entry.actor, entry.happenedAt };
        return;
    case TimelineEntry::Kind::Resolved:
        incident.resolvedAt = entry.happenedAt;
        return;
    case TimelineEntry::Kind::Reopened:
        incident.resolvedAt = QDateTime();
        return;
    case TimelineEntry::Kind::ChoiceTaken:
    case TimelineEntry::Kind::CommandCopied:
    case TimelineEntry::Kind::NoteAdded:
    case TimelineEntry::Kind::FileAttached:
    case TimelineEntry::Kind::ClockJumped:
    case TimelineEntry::Kind::Unknown:
        return;
    }
}

TimelineEntry asCorrected(TimelineEntry note, const QHash<QString, TimelineEntry> &corrections)
{
    const auto correction = corrections.constFind(note.id);
    if (note.kind != TimelineEntry::Kind::NoteAdded || correction == corrections.constEnd())
        return note;
    for (const QString &key : { u"kind"_s, u"text"_s })
        note.payload.insert(key, correction->payload.value(key));
    return note;
}

Incident foldIncident(const QList<TimelineEntry> &entries)
{
    Incident incident;
    for (const TimelineEntry &entry : entries)
        apply(entry, incident);
    return incident;
}

IncidentSummary summaryOf(const Incident &incident)
{
    IncidentSummary summary;
    summary.id = incident.id;
    summary.title = incident.title;
    summary.service = incident.service;
    summary.severity = incident.severity;
    summary.startedBy = incident.startedBy;
    summary.claim = incident.claim;
    summary.startedAt = incident.startedAt;
    summary.resolvedAt = incident.resolvedAt;
    summary.stepCount = incident.runbook.stepCount;
    summary.finishedSteps = incident.finishedSteps();
    summary.currentStep = incident.runbook.isEmpty() ? 0 : 1;
    summary.alertName = incident.alert.value("name"_L1).toString();
    summary.fingerprint = incident.alert.value("fingerprint"_L1).toString();
    summary.runbookRoot = incident.runbook.root;
    summary.runbookPath = incident.runbook.path;
    summary.runbookAnchor = incident.runbook.anchor;
    summary.judgements = incident.judgements;
    return summary;
}

} // namespace Handrail
