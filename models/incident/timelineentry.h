// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Handrail {

/** What a person wrote. */
enum class NoteKind { Note, Finding, Decision, Action, Question };

QString toString(NoteKind kind); ///< note|finding|decision|action|question: the event log's words
NoteKind noteKindFromString(QStringView word);

/**
 * One event of an incident. Written once and never changed: a correction is a new entry that names the old one. An entry of a
 * kind this version does not know is kept and shown as text.
 */
struct TimelineEntry
{
    enum class Kind {
        Unknown,
        Started, ///< payload: title, service, severity, alert; document: the pasted text
        AlertAdded, ///< another alert of the same trouble; payload: alert; document: the pasted text
        RunbookJudged, ///< payload: root, path, anchor, title, verdict (right|wrong): whether it is the one for this alert
        RunbookOpened, ///< payload: root, path, anchor, title, sha256, steps (count), from (root, path, anchor, step, number: what
                       ///< led there), renamed (step id → id, of a newer version); document: the runbook's text
        StepFinished, ///< payload: step, number, title, state (todo undoes it), reason, undoes or redoes (entry ids)
        CommandCopied, ///< payload: step, number, command, risk
        ValueTyped, ///< payload: name, value
        ChoiceTaken, ///< payload: step, number, to (step id), toNumber, text: the author's sentence that led there
        OutputKept, ///< payload: step, number, title, verdict (as-expected|not-as-expected|cannot-tell); document: what was seen
        NoteAdded, ///< payload: kind, text; its happenedAt may be long before its recordedAt
        NoteCorrected, ///< payload: corrects (id of the NoteAdded entry), kind, text: what that note says from now on
        FileAttached, ///< payload: name, size (bytes), sha256, type; the bytes are a file of the data folder
        SeverityChanged, ///< payload: severity, before
        Claimed, ///< the actor works on it
        RoleTaken, ///< payload: role (lead|scribe); the actor has it from now on
        ClockJumped, ///< payload: milliseconds the wall clock went ahead of time that passed; negative: back
        Resolved,
        Reopened
    };

    QString id; ///< UUIDv7
    QString incidentId; ///< UUIDv7
    qint64 sequence = 0; ///< the order of the log; given by the log
    Kind kind = Kind::Unknown;
    QString kindName; ///< as stored: tells what an Unknown entry is
    QString actor;
    QDateTime happenedAt; ///< UTC, ms
    QDateTime recordedAt; ///< UTC, ms; given by the log
    QString zone; ///< where it was recorded: an IANA name, as in Europe/Berlin; given by the log
    int utcOffsetMinutes = 0; ///< of that zone at happenedAt; given by the log
    QJsonObject payload;
    QString document; ///< a long text kept with the entry, stored once however often it is used

    bool operator==(const TimelineEntry &) const = default;
};

/** A note of something that happened a minute or more before it was written down. */
bool isBackdated(const TimelineEntry &entry);

QString toString(TimelineEntry::Kind kind); ///< started, runbook-opened, ...: the event log's words
TimelineEntry::Kind entryKindFromString(QStringView word);

} // namespace Handrail
