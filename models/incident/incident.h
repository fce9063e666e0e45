// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QHash>

namespace Handrail {

/** The runbook an incident follows, as it was when it was opened: the file may change or vanish, this does not. */
struct OpenedRunbook
{
    QString root;
    QString path;
    QString anchor;
    QString title;
    QByteArray sha256; ///< of the file's bytes, hexadecimal
    QString text;
    int stepCount = 0;

    bool isEmpty() const { return path.isEmpty(); }
    bool operator==(const OpenedRunbook &) const = default;
};

/** What somebody said of a runbook: that it is the right or the wrong one for the incident's alert. */
struct RunbookJudgement
{
    QString root;
    QString path;
    QString anchor;
    QString title;
    bool isRight = false;
    QDateTime at; ///< UTC

    bool operator==(const RunbookJudgement &) const = default;
};

/** What was last said about a step. */
struct StepMark
{
    QString state; ///< todo|done|failed|skipped
    QString reason;
    QDateTime at;
    QString entryId;

    bool operator==(const StepMark &) const = default;
};

/** What was pasted as seen in a step. */
struct KeptOutput
{
    QString text;
    QString verdict; ///< as-expected|not-as-expected|cannot-tell
    QDateTime at; ///< UTC

    bool operator==(const KeptOutput &) const = default;
};

/** Who works on an incident. */
struct Claim
{
    QString by; ///< empty: nobody said so
    QDateTime at; ///< UTC

    bool operator==(const Claim &) const = default;
};

/** An incident as its entries tell it. A value: fold the entries again and it is the same. */
struct Incident
{
    QString id;
    QString title;
    QString service;
    QString severity; ///< critical|high|warning|info|unknown
    QJsonObject alert; ///< ALERT of the command line's contract; empty when it began without one
    QString pasted; ///< the text the alert was read from
    QString startedBy;
    QDateTime startedAt; ///< UTC
    QDateTime resolvedAt; ///< UTC; not valid while open
    OpenedRunbook runbook;
    QHash<QString, StepMark> steps; ///< by step id
    QHash<QString, QList<KeptOutput>> outputs; ///< by step id, in order
    QHash<QString, QString> typedValues; ///< by placeholder name
    QList<RunbookJudgement> judgements;
    Claim claim; ///< the last one: who started it, until somebody else says "I'm on it"
    QHash<QString, TimelineEntry> corrections; ///< the last one of each corrected note, by the note's id
    QList<TimelineEntry> entries; ///< by sequence

    bool isOpen() const { return !resolvedAt.isValid(); }
    int finishedSteps() const;
    bool operator==(const Incident &) const = default;
};

/** Applies one more entry; entries of unknown kind change nothing but the list. */
void apply(const TimelineEntry &entry, Incident &incident);
/** @p note with what its correction says, if there is one. Its id and times stay the note's. */
TimelineEntry asCorrected(TimelineEntry note, const QHash<QString, TimelineEntry> &corrections);
Incident foldIncident(const QList<TimelineEntry> &entries);

/** A row of the incident list: what Home shows without reading a whole incident. */
struct IncidentSummary
{
    QString id;
    QString title;
    QString service;
    QString severity;
    QString startedBy;
    Claim claim; ///< as an incident's
    QDateTime startedAt;
    QDateTime resolvedAt; ///< not valid while open
    int stepCount = 0;
    int finishedSteps = 0;
    int currentStep = 0; ///< 1-based; 0 without a runbook
    QString alertName;
    QString fingerprint; ///< the alert's; empty when its sender gives none
    QString runbookRoot;
    QString runbookPath; ///< empty without a runbook
    QString runbookAnchor;
    QList<RunbookJudgement> judgements;

    bool isOpen() const { return !resolvedAt.isValid(); }
    bool operator==(const IncidentSummary &) const = default;
};

/** The row of @p incident; its entries may lack documents. The current step is the first until somebody says otherwise. */
IncidentSummary summaryOf(const Incident &incident);

} // namespace Handrail
