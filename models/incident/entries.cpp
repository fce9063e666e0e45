// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"

namespace Handrail {

using namespace Qt::StringLiterals;

TimelineEntry plainEntry(const EntryContext &context, TimelineEntry::Kind kind)
{
    TimelineEntry entry;
    entry.incidentId = context.incidentId;
    entry.kind = kind;
    entry.kindName = toString(kind);
    entry.actor = context.actor;
    entry.happenedAt = context.now;
    return entry;
}

TimelineEntry startedEntry(const EntryContext &context, const QString &title, const QString &service, const QString &severity,
                           const QJsonObject &alert, const QString &pasted)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::Started);
    entry.payload = { { u"title"_s, title }, { u"service"_s, service }, { u"severity"_s, severity }, { u"alert"_s, alert } };
    entry.document = pasted;
    return entry;
}

TimelineEntry alertAddedEntry(const EntryContext &context, const QJsonObject &alert, const QString &pasted)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::AlertAdded);
    entry.payload = { { u"alert"_s, alert } };
    entry.document = pasted;
    return entry;
}

TimelineEntry runbookOpenedEntry(const EntryContext &context, const OpenedRunbook &runbook)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::RunbookOpened);
    entry.payload = {
        { u"root"_s, runbook.root },
        { u"path"_s, runbook.path },
        { u"anchor"_s, runbook.anchor },
        { u"title"_s, runbook.title },
        { u"sha256"_s, QString::fromLatin1(runbook.sha256) },
        { u"steps"_s, runbook.stepCount },
    };
    if (const RunbookOrigin &origin = runbook.origin; !origin.isEmpty()) {
        entry.payload.insert(u"from"_s, QJsonObject { { u"root"_s, origin.root },
                                                      { u"path"_s, origin.path },
                                                      { u"anchor"_s, origin.anchor },
                                                      { u"step"_s, origin.stepId },
                                                      { u"number"_s, origin.stepNumber } });
    }
    if (!runbook.renamedSteps.isEmpty()) {
        QJsonObject renamed;
        for (auto step = runbook.renamedSteps.cbegin(); step != runbook.renamedSteps.cend(); ++step)
            renamed.insert(step.key(), step.value());
        entry.payload.insert(u"renamed"_s, renamed);
    }
    entry.document = runbook.text;
    return entry;
}

TimelineEntry runbookJudgedEntry(const EntryContext &context, const RunbookJudgement &judgement)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::RunbookJudged);
    entry.payload = {
        { u"root"_s, judgement.root },
        { u"path"_s, judgement.path },
        { u"anchor"_s, judgement.anchor },
        { u"title"_s, judgement.title },
        { u"verdict"_s, judgement.isRight ? u"right"_s : u"wrong"_s },
    };
    return entry;
}

TimelineEntry stepEntry(const EntryContext &context, const QString &stepId, int number, const QString &title,
                        const QString &state, const QString &reason)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::StepFinished);
    entry.payload = {
        { u"step"_s, stepId }, { u"number"_s, number }, { u"title"_s, title }, { u"state"_s, state }, { u"reason"_s, reason },
    };
    return entry;
}

TimelineEntry commandCopiedEntry(const EntryContext &context, const QString &stepId, int number, const QString &command,
                                 const QString &risk)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::CommandCopied);
    entry.payload = { { u"step"_s, stepId }, { u"number"_s, number }, { u"command"_s, command }, { u"risk"_s, risk } };
    return entry;
}

TimelineEntry valueTypedEntry(const EntryContext &context, const QString &name, const QString &value)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::ValueTyped);
    entry.payload = { { u"name"_s, name }, { u"value"_s, value } };
    return entry;
}

TimelineEntry outputKeptEntry(const EntryContext &context, const QString &stepId, int number, const QString &title,
                              const QString &verdict, const QString &seen)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::OutputKept);
    entry.payload = { { u"step"_s, stepId }, { u"number"_s, number }, { u"title"_s, title }, { u"verdict"_s, verdict } };
    entry.document = seen;
    return entry;
}

TimelineEntry noteEntry(const EntryContext &context, NoteKind kind, const QString &text)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::NoteAdded);
    entry.payload = { { u"kind"_s, toString(kind) }, { u"text"_s, text } };
    return entry;
}

TimelineEntry noteCorrectedEntry(const EntryContext &context, const QString &corrects, NoteKind kind, const QString &text)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::NoteCorrected);
    entry.payload = { { u"corrects"_s, corrects }, { u"kind"_s, toString(kind) }, { u"text"_s, text } };
    return entry;
}

TimelineEntry fileAttachedEntry(const EntryContext &context, const Attachment &attachment)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::FileAttached);
    entry.payload = {
        { u"name"_s, attachment.name },
        { u"size"_s, attachment.size },
        { u"sha256"_s, QString::fromLatin1(attachment.sha256) },
        { u"type"_s, attachment.mediaType },
    };
    return entry;
}

TimelineEntry severityChangedEntry(const EntryContext &context, const QString &severity, const QString &before)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::SeverityChanged);
    entry.payload = { { u"severity"_s, severity }, { u"before"_s, before } };
    return entry;
}

TimelineEntry roleTakenEntry(const EntryContext &context, const QString &role)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::RoleTaken);
    entry.payload = { { u"role"_s, role } };
    return entry;
}

TimelineEntry clockJumpedEntry(const EntryContext &context, qint64 milliseconds)
{
    TimelineEntry entry = plainEntry(context, TimelineEntry::Kind::ClockJumped);
    entry.payload = { { u"milliseconds"_s, milliseconds } };
    return entry;
}

} // namespace Handrail
