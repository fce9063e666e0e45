// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/attachmentfolder.h"
#include "incident/incident.h"

namespace Handrail {

/** Who writes, in which incident, and when: what every new entry begins with. */
struct EntryContext
{
    QString incidentId;
    QString actor;
    QDateTime now; ///< UTC
};

TimelineEntry startedEntry(const EntryContext &context, const QString &title, const QString &service, const QString &severity,
                           const QJsonObject &alert, const QString &pasted);
TimelineEntry alertAddedEntry(const EntryContext &context, const QJsonObject &alert, const QString &pasted);
TimelineEntry runbookOpenedEntry(const EntryContext &context, const OpenedRunbook &runbook);
TimelineEntry runbookJudgedEntry(const EntryContext &context, const RunbookJudgement &judgement); ///< its time is the context's
TimelineEntry stepEntry(const EntryContext &context, const QString &stepId, int number, const QString &title,
                        const QString &state, const QString &reason);
TimelineEntry commandCopiedEntry(const EntryContext &context, const QString &stepId, int number, const QString &command,
                                 const QString &risk);
TimelineEntry valueTypedEntry(const EntryContext &context, const QString &name, const QString &value);
/** What was seen in a step; @p verdict in the words of toString(Expectation). */
TimelineEntry outputKeptEntry(const EntryContext &context, const QString &stepId, int number, const QString &title,
                              const QString &verdict, const QString &seen);
TimelineEntry noteEntry(const EntryContext &context, NoteKind kind, const QString &text);
/** What the note @p corrects says from now on; that note stays in the log as it was written. */
TimelineEntry noteCorrectedEntry(const EntryContext &context, const QString &corrects, NoteKind kind, const QString &text);
TimelineEntry fileAttachedEntry(const EntryContext &context, const Attachment &attachment);
TimelineEntry severityChangedEntry(const EntryContext &context, const QString &severity, const QString &before);
TimelineEntry roleTakenEntry(const EntryContext &context, const QString &role); ///< lead|scribe
TimelineEntry clockJumpedEntry(const EntryContext &context, qint64 milliseconds);
TimelineEntry plainEntry(const EntryContext &context, TimelineEntry::Kind kind); ///< Claimed, Resolved, Reopened

} // namespace Handrail
