// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QHash>

namespace Handrail {

/** The step of one runbook that led to another. */
struct RunbookOrigin
{
    QString root;
    QString path;
    QString anchor;
    QString stepId;
    int stepNumber = 0; ///< 1-based

    bool isEmpty() const { return stepId.isEmpty(); }
    bool operator==(const RunbookOrigin &) const = default;
};

/** A runbook an incident follows, as it was when it was opened: the file may change or vanish, this does not. */
struct OpenedRunbook
{
    QString root;
    QString path;
    QString anchor;
    QString title;
    QByteArray sha256; ///< of the file's bytes, hexadecimal
    QString text;
    int stepCount = 0;
    int place = 0; ///< among the incident's runbooks, in the order they were first opened, from 0
    RunbookOrigin origin {}; ///< empty when no step led here
    /** Of a newer version: what the steps of the one before are called in it; a step that is not in it any more is not here. */
    QHash<QString, QString> renamedSteps {};

    bool isEmpty() const { return path.isEmpty(); }
    /** Whether it is the same section of the same file, in whatever version. */
    bool isSameAs(const OpenedRunbook &other) const { return root == other.root && path == other.path && anchor == other.anchor; }
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
    qint64 tookMs = -1; ///< since the step before it was finished, or the runbook opened; -1 when it is to do

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

/** A runbook of an incident with what was done in it: step ids are unique within one runbook only. */
struct FollowedRunbook
{
    OpenedRunbook opened;
    QHash<QString, StepMark> steps; ///< by step id
    QHash<QString, QList<KeptOutput>> outputs; ///< by step id, in order

    int finishedSteps() const;
    bool operator==(const FollowedRunbook &) const = default;
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
    QList<QJsonObject> addedAlerts; ///< those that came later, in order
    QString startedBy;
    QDateTime startedAt; ///< UTC
    QDateTime resolvedAt; ///< UTC; not valid while open
    OpenedRunbook runbook; ///< the one being followed
    QDateTime onStepSince; ///< UTC: when the last step was finished, or the runbook opened
    QList<FollowedRunbook> setAside; ///< the others that were followed in it
    QHash<QString, StepMark> steps; ///< by step id
    QHash<QString, QList<KeptOutput>> outputs; ///< by step id, in order
    QHash<QString, QString> typedValues; ///< by placeholder name
    QList<RunbookJudgement> judgements;
    Claim claim; ///< the last one: who started it, until somebody else says "I'm on it"
    QHash<QString, QString> roles; ///< lead|scribe → who took it last
    QHash<QString, TimelineEntry> corrections; ///< the last one of each corrected note, by the note's id
    QList<TimelineEntry> entries; ///< by sequence
    qint64 leftOut = 0; ///< entries that were not read yet; they change nothing of the above

    bool isOpen() const { return !resolvedAt.isValid(); }
    int finishedSteps() const;
    QList<FollowedRunbook> runbooks() const; ///< all, in the order they were first opened; none without a runbook
    const FollowedRunbook *cameFrom() const; ///< the one that led to the one being followed; null when none did
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
    int doneSteps = 0; ///< of those finished
    int failedSteps = 0;
    int currentStep = 0; ///< 1-based; 0 without a runbook
    QString alertName; ///< of the first alert
    QString fingerprint; ///< the first alert's; empty when its sender gives none
    QList<QJsonObject> addedAlerts;
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
