// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "base/clock.h"
#include "checklist/commandrisk.h"
#include "checklist/placeholders.h"
#include "checklist/progress.h"
#include "checklist/stepchoices.h"
#include "incident/entries.h"
#include "incident/incidentlog.h"
#include "library/dashboardurl.h"
#include "library/procedure.h"
#include "session/drafts.h"
#include "session/tickhistory.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Handrail {

/** Where an incident begins: an alert or none, a runbook or none. */
struct IncidentStart
{
    Alert alert;
    QString pasted; ///< the text the alert was read from
    Runbook runbook; ///< an empty ref: none was chosen
    QString anchor; ///< the section to follow; empty for the whole runbook
    QList<RunbookJudgement> judgements {}; ///< said of other runbooks before it began
};

/**
 * The incident somebody is working on. Everything done here is first written to the log and shown only once the disk has it;
 * what could not be written is said through saveFailed() and changes nothing.
 */
class IncidentSession : public QObject
{
    Q_OBJECT
public:
    using DraftKind = Drafts::Kind;

    IncidentSession(IncidentLog &log, const Clock &clock, QObject *parent = nullptr);

    void setAttachments(const AttachmentFolder &folder) { m_attachments = folder; }
    const AttachmentFolder &attachments() const { return m_attachments; }
    void setActor(const QString &name) { m_actor = name; }
    const QString &actor() const { return m_actor; }

    /** From now on: the log cannot be written to, and whatever would write is not to be offered. changed() tells. */
    void setReadOnly();
    bool isReadOnly() const { return m_isReadOnly; }
    bool mayChange() const { return !isEmpty() && m_incident.isOpen() && !m_isReadOnly; } ///< the open incident

    void start(const IncidentStart &start);
    void resume(const QString &incidentId);
    /** Reads the entries that an incident of very many was opened without; wholeRead() comes when all are there. */
    void readWhole();
    /** Another alert of the same trouble: kept in the open incident @p incidentId, which is opened then. */
    void addAlert(const QString &incidentId, const Alert &alert, const QString &pasted);
    /** Follows @p runbook in the open incident: another one beside the first, or the same in a new version. What was done in it
     *  stays ticked. @p fromStep of the runbook being followed led there; empty when none did. */
    void openRunbook(const Runbook &runbook, const QString &anchor, const QString &fromStep = {});
    /** Goes back to one that was followed before, as it was then; to its next step when @p stepId is empty. */
    void returnTo(const OpenedRunbook &opened, const QString &stepId = {});

    bool isEmpty() const { return m_incident.id.isEmpty(); }
    const Incident &incident() const { return m_incident; }
    const Runbook &runbook() const { return m_checklist.runbook; }
    const Procedure &procedure() const { return m_checklist.procedure; }
    const QHash<QString, Risk> &risks() const { return m_checklist.risks; } ///< of each step, by its id
    const Progress &progress() const { return m_progress; }
    const KnownValues &values() const { return m_values; }
    /** A dashboard's address filled from the alert, around its start; around the incident's when the alert names none. */
    FilledUrl filledUrl(const QString &url) const;
    QString noteDraft() const { return draft(DraftKind::Note, {}); }
    QString draft(DraftKind kind, const QString &of) const { return m_drafts.text(kind, of); } ///< what was typed and not handed in yet
    QDateTime lastSaved() const { return m_lastSaved; } ///< UTC; not valid before the first save

    void selectStep(const QString &stepId);
    void finishStep(StepState state, const QString &reason);
    bool canUndo() const { return m_ticks.canUndo(); }
    bool canRedo() const { return m_ticks.canRedo(); }
    void undo(); ///< takes the last tick back; both stay in the timeline
    void redo();

    /** @p happenedAt, UTC, is kept beside the time of writing; not valid, before 2000 or still to come means now. */
    void addNote(NoteKind kind, const QString &text, const QDateTime &happenedAt = {});
    void askForHelp(const QString &text); ///< a question of the timeline; the draft of a note stays
    void correctNote(const QString &noteId, NoteKind kind, const QString &text); ///< by a new entry; the note stays as it was
    void attachFile(const QString &filePath); ///< a copy of it
    void attach(const QByteArray &bytes, const QString &name);
    void setSeverity(const QString &severity); ///< critical|high|warning|info
    void claim(); ///< "I'm on it", when somebody else was
    void takeRole(const QString &role); ///< lead|scribe
    void recordClockJump(qint64 milliseconds); ///< in the open incident, if there is one
    void setNoteDraft(const QString &text) { setDraft(DraftKind::Note, {}, text); }
    void setDraft(DraftKind kind, const QString &of, const QString &text) { m_drafts.set(kind, of, text); }
    void saveDraftNow() { m_drafts.saveNow(); }
    void takeChoice(const StepChoice &choice); ///< goes to its step, and says in the timeline why
    void keepOutput(const QString &seen); ///< what was seen in the current step, and whether it is what was expected
    void commandCopied(const QString &command, Risk risk);
    void typeValue(const QString &placeholder, const QString &value);
    void judgeRunbook(bool isRight); ///< the open one; counts when the same alert comes again
    void resolve();
    void reopen();

Q_SIGNALS:
    void opened(); ///< another incident is the one being worked on; everything is to be read anew
    void wholeRead(); ///< no entry of the incident is left out any more
    void stepSelected();
    void changed(); ///< progress, values or state
    void entryAppended(const Handrail::TimelineEntry &entry);
    void stepFinished(int number, const QString &title, Handrail::StepState state);
    void noteAdded();
    void outputKept(const QString &stepId, const QString &seen);
    void choiceTaken(const QString &from); ///< the step that was left
    void runbookJudged(bool isRight);
    void resolved();
    void attachFailed(const Handrail::Problem &problem);
    void saved(const QDateTime &at);
    void savingIsSlow(); ///< nothing was said to be on the disk for three seconds, and something should
    void saveFailed(const Handrail::Problem &problem, Handrail::TimelineEntry::Kind kind);

private:
    /** What takes a while to make of a runbook's text, and is made off the calling thread. */
    struct Checklist
    {
        Runbook runbook; ///< an empty ref: none
        Procedure procedure;
        QHash<QString, Risk> risks;
    };
    static Checklist checklistOf(const Runbook &runbook, const QString &anchor);

    EntryContext context() const;
    void append(const TimelineEntry &entry, const std::function<void(const TimelineEntry &)> &then = {});
    void appendTick(const QString &stepId, const StepMark &mark, TickHistory::Way way);
    void accept(const TimelineEntry &entry);
    void readOn(qint64 sequence, int request);
    void stopReadingWhole();
    void readOpened();
    void begin(const TimelineEntry &started, const IncidentStart &start, const Checklist &checklist);
    void reopenChecklist(const Incident &incident, const QList<Draft> &drafts, int request);
    void openChecklist(const Checklist &checklist, const QString &currentStep);
    void follow(const OpenedRunbook &target, const Runbook &runbook, const QString &stepId);
    void takeUp(const OpenedRunbook &runbook, const Checklist &checklist, const QString &stepId);
    void refreshProgress();
    void saveCurrentStep();
    void appendAttached(const QFuture<Result<Attachment>> &kept);
    int numberOf(const QString &stepId) const { return int(m_progress.stepIds().indexOf(stepId)) + 1; }

    IncidentLog &m_log;
    const Clock &m_clock;
    AttachmentFolder m_attachments;
    QString m_actor;
    bool m_isReadOnly = false;
    Incident m_incident;
    Checklist m_checklist;
    int m_opening = 0; ///< which incident was asked for last: an earlier one that is ready later is not shown
    Progress m_progress;
    KnownValues m_values;
    QList<TimelineEntry> m_whole; ///< of the incident, as far as it was read; its pages come one by one
    bool m_isReadingWhole = false;
    int m_wholeRequest = 0; ///< pages of an earlier one are dropped
    QDateTime m_alertStart; ///< not valid when the alert names none
    TickHistory m_ticks;
    bool m_ticking = false; ///< a tick is on its way to the disk: a second press means the same one
    Drafts m_drafts;
    QDateTime m_lastSaved;
    int m_onTheWay = 0; ///< entries the log has not answered for
    QTimer *m_slow;
};

} // namespace Handrail
