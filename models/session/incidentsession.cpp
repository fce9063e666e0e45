// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/incidentsession.h"

#include "alerts/alertjson.h"
#include "base/uuid7.h"
#include "base/whenanswered.h"
#include "checklist/checklist.h"
#include "checklist/expectation.h"
#include "session/triage.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList stepIdsOf(const Procedure &procedure)
{
    QStringList ids;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps)
            ids.append(step.id);
    }
    return ids;
}

/** The text an incident was opened with, read again: the same bytes, the same steps. */
Runbook runbookOf(const OpenedRunbook &opened)
{
    Runbook runbook = runbookFromBytes({ opened.root, opened.path }, opened.text.toUtf8(), {});
    runbook.sha256 = opened.sha256;
    return runbook;
}

OpenedRunbook openedOf(const Runbook &runbook, const QString &anchor, int stepCount)
{
    return { runbook.ref.root, runbook.ref.path, anchor, runbook.title, runbook.sha256, runbook.text, stepCount };
}

/** The steps of @p before that @p after still has, wherever they stand now: an id ends in what the step says. */
QHash<QString, QString> renamedSteps(const QStringList &before, const QStringList &after)
{
    QHash<QString, QStringList> left;
    for (const QString &id : after)
        left[id.section(u'-', 1)].append(id);
    QHash<QString, QString> renamed;
    for (const QString &id : before) {
        if (QStringList &same = left[id.section(u'-', 1)]; !same.isEmpty())
            renamed.insert(id, same.takeFirst());
    }
    return renamed;
}

constexpr int newestRead = 2000; ///< entries an incident is opened with at least: more than one scrolls through
constexpr int pageRead = 10000; ///< entries: a page keeps a note that is to be written waiting for a tenth of a second

} // namespace

IncidentSession::IncidentSession(IncidentLog &log, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_drafts(log)
    , m_slow(new QTimer(this))
{
    m_slow->setObjectName(u"slow"_s);
    m_slow->setInterval(3s);
    connect(m_slow, &QTimer::timeout, this, &IncidentSession::savingIsSlow);
    connect(&m_drafts, &Drafts::savedAgain, this, [this] { Q_EMIT saved(m_clock.now()); });
    connect(&m_drafts, &Drafts::refused, this,
            [this](const Problem &problem) { Q_EMIT saveFailed(problem, TimelineEntry::Kind::Unknown); });
}

EntryContext IncidentSession::context() const
{
    return { m_incident.id, m_actor, m_clock.now() };
}

void IncidentSession::setReadOnly()
{
    m_isReadOnly = true;
    m_drafts.setReadOnly();
    Q_EMIT changed();
}

void IncidentSession::start(const IncidentStart &start)
{
    saveDraftNow();
    const QString id = newUuid7(m_clock.now());
    const EntryContext context { id, m_actor, m_clock.now() };
    const bool hasAlert = start.alert != Alert();
    const QString title = hasAlert ? titleOf(start.alert) : start.runbook.title;
    const TimelineEntry started
        = startedEntry(context, title.isEmpty() ? u"Untitled incident"_s : title, start.alert.service,
                       toString(start.alert.severityNormalised), hasAlert ? toJson(start.alert) : QJsonObject(), start.pasted);

    const int request = ++m_opening;
    whenAnswered(QtConcurrent::run(&IncidentSession::checklistOf, start.runbook, start.anchor), this,
                 [this, request, started, start](const Checklist &checklist) {
                     if (request == m_opening)
                         begin(started, start, checklist);
                 });
}

void IncidentSession::begin(const TimelineEntry &started, const IncidentStart &start, const Checklist &checklist)
{
    const QString id = started.incidentId;
    append(started, [this, id, start, checklist](const TimelineEntry &) {
        openChecklist({}, {});
        for (const RunbookJudgement &judgement : start.judgements)
            append(runbookJudgedEntry({ id, m_actor, m_clock.now() }, judgement));
        if (start.runbook.ref.isEmpty()) {
            Q_EMIT opened();
            return;
        }
        append(runbookOpenedEntry({ id, m_actor, m_clock.now() }, openedOf(start.runbook, start.anchor, checklist.procedure.stepCount())),
               [this, id, checklist](const TimelineEntry &) {
                   if (id != m_incident.id)
                       return;
                   openChecklist(checklist, {});
                   saveCurrentStep();
                   Q_EMIT opened();
               });
    });
}

void IncidentSession::resume(const QString &incidentId)
{
    saveDraftNow();
    const int request = ++m_opening;
    whenAnswered(m_log.opening(incidentId, newestRead), this, [this, incidentId, request](const Result<IncidentOpening> &opening) {
        if (!opening) {
            Q_EMIT saveFailed(opening.problem(), TimelineEntry::Kind::Unknown);
            return;
        }
        Incident incident = foldIncident(opening->entries);
        incident.leftOut = opening->leftOut;
        whenAnswered(m_log.drafts(incidentId), this, [this, incident, request](const Result<QList<Draft>> &drafts) {
            reopenChecklist(incident, drafts ? *drafts : QList<Draft>(), request);
        });
    });
}

void IncidentSession::readWhole()
{
    if (isEmpty() || m_incident.leftOut == 0 || m_isReadingWhole)
        return;
    m_isReadingWhole = true;
    m_whole.clear();
    readOn(0, ++m_wholeRequest);
}

void IncidentSession::stopReadingWhole()
{
    m_isReadingWhole = false;
    ++m_wholeRequest; // what is on its way is of the incident before
}

void IncidentSession::readOn(qint64 sequence, int request)
{
    const auto page = m_log.entriesAfter(m_incident.id, sequence, pageRead);
    whenAnswered(page, this, [this, request](const Result<QList<TimelineEntry>> &page) {
        if (request != m_wholeRequest)
            return;
        if (!page) {
            stopReadingWhole();
            Q_EMIT saveFailed(page.problem(), TimelineEntry::Kind::Unknown);
            return;
        }
        m_whole += *page;
        if (page->size() == pageRead) {
            readOn(page->last().sequence, request);
            return;
        }
        for (const TimelineEntry &entry : std::as_const(m_incident.entries)) { // that came since the last page was asked for
            if (m_whole.isEmpty() || entry.sequence > m_whole.last().sequence)
                m_whole.append(entry);
        }
        m_incident.entries = std::exchange(m_whole, {});
        m_incident.leftOut = 0;
        m_isReadingWhole = false;
        Q_EMIT wholeRead();
    });
}

void IncidentSession::addAlert(const QString &incidentId, const Alert &alert, const QString &pasted)
{
    if (m_isReadOnly)
        return resume(incidentId);
    EntryContext where = context();
    where.incidentId = incidentId;
    append(alertAddedEntry(where, toJson(alert), pasted), [this, incidentId](const TimelineEntry &) { resume(incidentId); });
}

void IncidentSession::openRunbook(const Runbook &runbook, const QString &anchor, const QString &fromStep)
{
    if (!mayChange() || runbook.ref.isEmpty())
        return;
    OpenedRunbook opened = openedOf(runbook, anchor, 0);
    if (const OpenedRunbook &from = m_incident.runbook; !fromStep.isEmpty() && !from.isSameAs(opened))
        opened.origin = { from.root, from.path, from.anchor, fromStep, numberOf(fromStep) };
    follow(opened, runbook, opened.isSameAs(m_incident.runbook) ? m_progress.current() : QString());
}

void IncidentSession::returnTo(const OpenedRunbook &opened, const QString &stepId)
{
    if (!mayChange() || opened.isEmpty())
        return;
    follow(opened, runbookOf(opened), stepId);
}

void IncidentSession::follow(const OpenedRunbook &target, const Runbook &runbook, const QString &stepId)
{
    saveDraftNow();
    const int request = ++m_opening;
    const QList<FollowedRunbook> all = m_incident.runbooks();
    const auto known = std::find_if(all.begin(), all.end(), [&target](const FollowedRunbook &each) { return each.opened.isSameAs(target); });
    const auto prepare = [runbook, target, before = known == all.end() ? OpenedRunbook() : known->opened] {
        const Checklist checklist = checklistOf(runbook, target.anchor);
        OpenedRunbook opened = target;
        opened.stepCount = checklist.procedure.stepCount();
        if (!before.isEmpty() && before.sha256 != target.sha256)
            opened.renamedSteps = renamedSteps(stepIdsOf(readProcedure(runbookOf(before), before.anchor)), stepIdsOf(checklist.procedure));
        return std::pair(opened, checklist);
    };
    whenAnswered(QtConcurrent::run(prepare), this, [this, request, stepId](const std::pair<OpenedRunbook, Checklist> &prepared) {
        if (request == m_opening)
            takeUp(prepared.first, prepared.second, stepId);
    });
}

void IncidentSession::takeUp(const OpenedRunbook &runbook, const Checklist &checklist, const QString &stepId)
{
    const QString wanted = runbook.renamedSteps.value(stepId, stepId);
    append(runbookOpenedEntry(context(), runbook), [this, id = m_incident.id, checklist, wanted](const TimelineEntry &) {
        if (id != m_incident.id)
            return;
        m_drafts.renameSteps(m_incident.runbook.renamedSteps);
        openChecklist(checklist, wanted);
        if (!checklist.procedure.step(wanted))
            m_progress.setCurrent(m_progress.nextToDo({}));
        m_ticks = TickHistory::of(m_incident.entries);
        saveCurrentStep();
        Q_EMIT opened();
    });
}

void IncidentSession::reopenChecklist(const Incident &incident, const QList<Draft> &drafts, int request)
{
    const auto prepare = [opened = incident.runbook] {
        return checklistOf(opened.isEmpty() ? Runbook() : runbookOf(opened), opened.anchor);
    };
    whenAnswered(QtConcurrent::run(prepare), this, [this, incident, drafts, request](const Checklist &checklist) {
        if (request != m_opening)
            return;
        stopReadingWhole();
        m_incident = incident;
        m_drafts.open(incident.id, drafts);
        readOpened();
        openChecklist(checklist, m_drafts.currentStep());
        m_ticks = TickHistory::of(m_incident.entries);
        Q_EMIT opened();
    });
}

void IncidentSession::readOpened()
{
    const Alert alert = alertFromJson(m_incident.alert);
    m_alertStart = alert.startsAt;
    m_values = Triage::valuesOf(alert);
    for (auto value = m_incident.typedValues.cbegin(); value != m_incident.typedValues.cend(); ++value)
        m_values.typed.insert(value.key(), value.value());
}

FilledUrl IncidentSession::filledUrl(const QString &url) const
{
    const QDateTime start = m_alertStart.isValid() ? m_alertStart : m_incident.startedAt;
    return fillDashboardUrl(url, m_values.labels, windowAround(start, m_clock.now()));
}

IncidentSession::Checklist IncidentSession::checklistOf(const Runbook &runbook, const QString &anchor)
{
    if (runbook.ref.isEmpty())
        return {};
    const Procedure procedure = readProcedure(runbook, anchor);
    return { runbook, procedure, risksOf(procedure) };
}

void IncidentSession::openChecklist(const Checklist &checklist, const QString &currentStep)
{
    m_checklist = checklist;
    refreshProgress();
    m_progress.setCurrent(currentStep);
    m_ticks.clear();
}

void IncidentSession::refreshProgress()
{
    const QString current = m_progress.current();
    m_progress = Progress(stepIdsOf(procedure()));
    for (auto mark = m_incident.steps.cbegin(); mark != m_incident.steps.cend(); ++mark)
        m_progress.setResult(mark.key(), { stepStateFromString(mark->state), mark->reason, mark->at, mark->tookMs });
    m_progress.setCurrent(current);
}

void IncidentSession::append(const TimelineEntry &entry, const std::function<void(const TimelineEntry &)> &then)
{
    if (++m_onTheWay == 1)
        m_slow->start();
    whenAnswered(m_log.append(entry), this, [this, then, kind = entry.kind](const Result<TimelineEntry> &written) {
        --m_onTheWay == 0 ? m_slow->stop() : m_slow->start();
        if (kind == TimelineEntry::Kind::StepFinished)
            m_ticking = false;
        if (!written) {
            Q_EMIT saveFailed(written.problem(), kind);
            return;
        }
        accept(*written);
        if (then)
            then(*written);
    });
}

void IncidentSession::accept(const TimelineEntry &entry)
{
    if (entry.kind == TimelineEntry::Kind::Started) {
        stopReadingWhole();
        m_incident = {};
        m_drafts.open(entry.incidentId, {});
    } else if (entry.incidentId != m_incident.id) {
        return; // another incident was opened while the disk was busy; its log has the entry
    }
    apply(entry, m_incident);
    if (entry.kind == TimelineEntry::Kind::Started)
        readOpened();
    m_lastSaved = entry.recordedAt;
    Q_EMIT entryAppended(entry);
    Q_EMIT saved(m_lastSaved);
}

void IncidentSession::selectStep(const QString &stepId)
{
    if (stepId == m_progress.current() || !m_progress.stepIds().contains(stepId))
        return;
    m_progress.setCurrent(stepId);
    saveCurrentStep();
    Q_EMIT stepSelected();
}

void IncidentSession::finishStep(StepState state, const QString &reason)
{
    const QString stepId = m_progress.current();
    if (stepId.isEmpty() || m_ticking)
        return;
    appendTick(stepId, { toString(state), reason, m_clock.now(), {} }, TickHistory::Way::Forth);
}

void IncidentSession::undo()
{
    if (canUndo() && !m_ticking)
        appendTick(m_ticks.toUndo().stepId, m_ticks.toUndo().before, TickHistory::Way::Back);
}

void IncidentSession::redo()
{
    if (canRedo() && !m_ticking)
        appendTick(m_ticks.toRedo().stepId, m_ticks.toRedo().after, TickHistory::Way::Again);
}

void IncidentSession::appendTick(const QString &stepId, const StepMark &mark, TickHistory::Way way)
{
    const Step *step = procedure().step(stepId);
    if (!step)
        return;
    const QString state = mark.state.isEmpty() ? toString(StepState::ToDo) : mark.state;
    TimelineEntry entry = stepEntry(context(), stepId, numberOf(stepId), step->title, state, mark.reason);
    m_ticks.tell(way, entry);
    const StepMark before = m_incident.steps.value(stepId);
    m_ticking = true;

    append(entry, [this, stepId, before, way](const TimelineEntry &written) {
        const StepMark after = m_incident.steps.value(stepId);
        m_ticks.accept({ stepId, before, after }, way);
        if (way != TickHistory::Way::Back)
            m_drafts.drop(DraftKind::Reason, stepId);
        refreshProgress();
        const QString next = way == TickHistory::Way::Back ? stepId : m_progress.nextToDo(stepId);
        if (!next.isEmpty())
            m_progress.setCurrent(next);
        saveCurrentStep();
        Q_EMIT stepFinished(numberOf(stepId), written.payload.value(u"title"_s).toString(), stepStateFromString(after.state));
        Q_EMIT changed();
        Q_EMIT stepSelected();
    });
}

void IncidentSession::addNote(NoteKind kind, const QString &text, const QDateTime &happenedAt)
{
    if (text.trimmed().isEmpty() || isEmpty())
        return;
    TimelineEntry entry = noteEntry(context(), kind, text);
    if (happenedAt.isValid() && happenedAt < entry.happenedAt && happenedAt.date().year() >= 2000)
        entry.happenedAt = happenedAt;
    append(entry, [this](const TimelineEntry &) {
        m_drafts.drop(DraftKind::Note, {});
        Q_EMIT noteAdded();
    });
}

void IncidentSession::askForHelp(const QString &text)
{
    if (!isEmpty())
        append(noteEntry(context(), NoteKind::Question, text), [this](const TimelineEntry &) { m_drafts.drop(DraftKind::Question, {}); });
}

void IncidentSession::correctNote(const QString &noteId, NoteKind kind, const QString &text)
{
    if (text.trimmed().isEmpty() || noteId.isEmpty() || isEmpty())
        return;
    append(noteCorrectedEntry(context(), noteId, kind, text), [this, noteId](const TimelineEntry &) {
        m_drafts.drop(DraftKind::Correction, noteId);
        Q_EMIT noteAdded();
    });
}

void IncidentSession::attachFile(const QString &filePath)
{
    if (!isEmpty())
        appendAttached(QtConcurrent::run([folder = m_attachments, filePath] { return folder.keepFile(filePath); }));
}

void IncidentSession::attach(const QByteArray &bytes, const QString &name)
{
    if (!isEmpty())
        appendAttached(QtConcurrent::run([folder = m_attachments, bytes, name] { return folder.keep(bytes, name); }));
}

/** The event comes after its bytes are on disk: one that names a file which was never written would be a lie. */
void IncidentSession::appendAttached(const QFuture<Result<Attachment>> &kept)
{
    whenAnswered(kept, this, [this, context = context()](const Result<Attachment> &attachment) {
        if (attachment)
            append(fileAttachedEntry(context, *attachment));
        else
            Q_EMIT attachFailed(attachment.problem());
    });
}

void IncidentSession::setSeverity(const QString &severity)
{
    if (isEmpty() || severity == m_incident.severity)
        return;
    append(severityChangedEntry(context(), severity, m_incident.severity), [this](const TimelineEntry &) { Q_EMIT changed(); });
}

void IncidentSession::claim()
{
    if (!isEmpty() && m_incident.claim.by != m_actor)
        append(plainEntry(context(), TimelineEntry::Kind::Claimed), [this](const TimelineEntry &) { Q_EMIT changed(); });
}

void IncidentSession::takeRole(const QString &role)
{
    if (!isEmpty() && m_incident.roles.value(role) != m_actor)
        append(roleTakenEntry(context(), role), [this](const TimelineEntry &) { Q_EMIT changed(); });
}

void IncidentSession::recordClockJump(qint64 milliseconds)
{
    if (!isEmpty() && m_incident.isOpen() && !m_isReadOnly)
        append(clockJumpedEntry(context(), milliseconds));
}

void IncidentSession::saveCurrentStep()
{
    const QString current = m_progress.current();
    if (!current.isEmpty())
        m_drafts.setCurrentStep(numberOf(current), current);
}

void IncidentSession::takeChoice(const StepChoice &choice)
{
    const QString from = m_progress.current();
    if (m_isReadOnly) {
        selectStep(choice.stepId);
        Q_EMIT choiceTaken(from);
        return;
    }
    TimelineEntry entry = plainEntry(context(), TimelineEntry::Kind::ChoiceTaken);
    entry.payload = { { u"step"_s, from },
                      { u"number"_s, numberOf(from) },
                      { u"to"_s, choice.stepId },
                      { u"toNumber"_s, numberOf(choice.stepId) },
                      { u"text"_s, choice.sentence } };
    append(entry, [this, from, choice](const TimelineEntry &) {
        selectStep(choice.stepId);
        Q_EMIT choiceTaken(from);
    });
}

void IncidentSession::keepOutput(const QString &seen)
{
    const QString stepId = m_progress.current();
    const Step *step = m_checklist.procedure.step(stepId);
    if (!step || seen.trimmed().isEmpty())
        return;
    const QString verdict = toString(compared(step->expect, seen));
    append(outputKeptEntry(context(), stepId, numberOf(stepId), step->title, verdict, seen), [this, stepId, seen](const TimelineEntry &) {
        if (draft(DraftKind::Output, stepId) == seen)
            m_drafts.drop(DraftKind::Output, stepId); // else more was typed meanwhile
        Q_EMIT outputKept(stepId, seen);
    });
}

void IncidentSession::commandCopied(const QString &command, Risk risk)
{
    if (m_isReadOnly)
        return;
    const QString stepId = m_progress.current();
    append(commandCopiedEntry(context(), stepId, numberOf(stepId), command, toString(risk)));
}

void IncidentSession::typeValue(const QString &placeholder, const QString &value)
{
    if (m_isReadOnly) { // it fills the commands all the same
        m_values.typed.insert(placeholderKey(placeholder), value);
        Q_EMIT changed();
        return;
    }
    append(valueTypedEntry(context(), placeholderKey(placeholder), value), [this, placeholder](const TimelineEntry &) {
        m_drafts.drop(DraftKind::Value, placeholder);
        readOpened();
        Q_EMIT changed();
    });
}

void IncidentSession::judgeRunbook(bool isRight)
{
    const OpenedRunbook &opened = m_incident.runbook;
    if (opened.isEmpty())
        return;
    append(runbookJudgedEntry(context(), { opened.root, opened.path, opened.anchor, opened.title, isRight, {} }),
           [this, isRight](const TimelineEntry &) {
               Q_EMIT runbookJudged(isRight);
               Q_EMIT changed();
           });
}

void IncidentSession::resolve()
{
    if (isEmpty() || !m_incident.isOpen())
        return;
    append(plainEntry(context(), TimelineEntry::Kind::Resolved), [this](const TimelineEntry &) {
        Q_EMIT changed();
        Q_EMIT resolved();
    });
}

void IncidentSession::reopen()
{
    if (!isEmpty() && !m_incident.isOpen())
        append(plainEntry(context(), TimelineEntry::Kind::Reopened), [this](const TimelineEntry &) { Q_EMIT changed(); });
}

} // namespace Handrail
