// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incident.h"

#include <algorithm>
#include <utility>

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

QString textOf(const QJsonObject &payload, QLatin1StringView key)
{
    return payload.value(key).toString();
}

RunbookOrigin originIn(const QJsonObject &from)
{
    return { textOf(from, "root"_L1), textOf(from, "path"_L1), textOf(from, "anchor"_L1), textOf(from, "step"_L1),
             from.value("number"_L1).toInt() };
}

OpenedRunbook openedIn(const TimelineEntry &entry)
{
    OpenedRunbook opened;
    opened.root = textOf(entry.payload, "root"_L1);
    opened.path = textOf(entry.payload, "path"_L1);
    opened.anchor = textOf(entry.payload, "anchor"_L1);
    opened.title = textOf(entry.payload, "title"_L1);
    opened.sha256 = textOf(entry.payload, "sha256"_L1).toLatin1();
    opened.text = entry.document;
    opened.stepCount = entry.payload.value("steps"_L1).toInt();
    opened.origin = originIn(entry.payload.value("from"_L1).toObject());
    const QJsonObject renamed = entry.payload.value("renamed"_L1).toObject();
    for (auto step = renamed.begin(); step != renamed.end(); ++step)
        opened.renamedSteps.insert(step.key(), step.value().toString());
    return opened;
}

template<typename Value>
QHash<QString, Value> renamed(const QHash<QString, Value> &bySteps, const QHash<QString, QString> &names)
{
    QHash<QString, Value> result;
    for (auto step = bySteps.cbegin(); step != bySteps.cend(); ++step) {
        if (const QString name = names.value(step.key()); !name.isEmpty())
            result.insert(name, step.value());
    }
    return result;
}

/** Puts the runbook being followed aside with its marks, and takes up @p opened with those it had. */
void applyRunbookOpened(const TimelineEntry &entry, Incident &incident)
{
    OpenedRunbook opened = openedIn(entry);
    incident.onStepSince = entry.happenedAt;
    OpenedRunbook before = incident.runbook;
    if (!opened.isSameAs(before)) {
        if (!before.isEmpty())
            incident.setAside.append({ before, std::exchange(incident.steps, {}), std::exchange(incident.outputs, {}) });
        before = {};
        before.place = int(incident.setAside.size());
        const auto known = std::find_if(incident.setAside.begin(), incident.setAside.end(),
                                        [&opened](const FollowedRunbook &other) { return other.opened.isSameAs(opened); });
        if (known != incident.setAside.end()) {
            before = known->opened;
            incident.steps = known->steps;
            incident.outputs = known->outputs;
            incident.setAside.erase(known);
        }
    }
    if (!before.isEmpty() && opened.sha256 != before.sha256) {
        incident.steps = renamed(incident.steps, opened.renamedSteps);
        incident.outputs = renamed(incident.outputs, opened.renamedSteps);
    }
    opened.place = before.place;
    if (opened.origin.isEmpty())
        opened.origin = before.origin;
    incident.runbook = opened;
}

void applyStepFinished(const TimelineEntry &entry, Incident &incident)
{
    StepMark mark;
    mark.state = textOf(entry.payload, "state"_L1);
    mark.reason = textOf(entry.payload, "reason"_L1);
    mark.at = entry.happenedAt;
    mark.entryId = entry.id;
    if (mark.state != "todo"_L1 && incident.onStepSince.isValid())
        mark.tookMs = std::max<qint64>(0, incident.onStepSince.msecsTo(entry.happenedAt)); // a clock may be set back
    incident.onStepSince = entry.happenedAt;
    incident.steps.insert(textOf(entry.payload, "step"_L1), mark);
}

int finishedIn(const QHash<QString, StepMark> &steps)
{
    return int(std::count_if(steps.begin(), steps.end(), [](const StepMark &mark) { return mark.state != "todo"_L1; }));
}

RunbookJudgement judgementIn(const TimelineEntry &entry)
{
    const QJsonObject &said = entry.payload;
    return { textOf(said, "root"_L1),  textOf(said, "path"_L1),    textOf(said, "anchor"_L1),
             textOf(said, "title"_L1), textOf(said, "verdict"_L1) == "right"_L1, entry.happenedAt };
}

} // namespace

int FollowedRunbook::finishedSteps() const
{
    return finishedIn(steps);
}

int Incident::finishedSteps() const
{
    return finishedIn(steps);
}

QList<FollowedRunbook> Incident::runbooks() const
{
    QList<FollowedRunbook> all = setAside;
    if (!runbook.isEmpty())
        all.append({ runbook, steps, outputs });
    std::sort(all.begin(), all.end(), [](const FollowedRunbook &a, const FollowedRunbook &b) { return a.opened.place < b.opened.place; });
    return all;
}

const FollowedRunbook *Incident::cameFrom() const
{
    const RunbookOrigin &origin = runbook.origin;
    const auto from = std::find_if(setAside.begin(), setAside.end(), [&origin](const FollowedRunbook &other) {
        return other.opened.root == origin.root && other.opened.path == origin.path && other.opened.anchor == origin.anchor;
    });
    return origin.isEmpty() || from == setAside.end() ? nullptr : &*from;
}

void apply(const TimelineEntry &entry, Incident &incident)
{
    if (incident.id.isEmpty())
        incident.id = entry.incidentId;
    incident.entries.append(entry);

    switch (entry.kind) {
    case TimelineEntry::Kind::Started:
        return applyStarted(entry, incident);
    case TimelineEntry::Kind::AlertAdded:
        incident.addedAlerts.append(entry.payload.value("alert"_L1).toObject());
        return;
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
    case TimelineEntry::Kind::RoleTaken:
        incident.roles.insert(entry.payload.value("role"_L1).toString(), entry.actor);
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
    for (const StepMark &mark : incident.steps) {
        summary.doneSteps += mark.state == "done"_L1;
        summary.failedSteps += mark.state == "failed"_L1;
    }
    summary.currentStep = incident.runbook.isEmpty() ? 0 : 1;
    summary.alertName = incident.alert.value("name"_L1).toString();
    summary.fingerprint = incident.alert.value("fingerprint"_L1).toString();
    summary.addedAlerts = incident.addedAlerts;
    summary.runbookRoot = incident.runbook.root;
    summary.runbookPath = incident.runbook.path;
    summary.runbookAnchor = incident.runbook.anchor;
    summary.judgements = incident.judgements;
    return summary;
}

} // namespace Handrail
