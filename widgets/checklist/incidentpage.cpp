// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/incidentpage.h"

#include "base/whenanswered.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/checklist/actionbar.h"
#include "widgets/checklist/helpdialog.h"
#include "widgets/checklist/incidenttopbar.h"
#include "widgets/checklist/stepspane.h"
#include "widgets/checklist/stepview.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/parts.h"
#include "widgets/incident/notebox.h"
#include "widgets/incident/savedlabel.h"
#include "widgets/incident/timelinepane.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QMimeDatabase>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool allFinished(const Progress &progress)
{
    return !progress.stepIds().isEmpty() && progress.allFinished();
}

} // namespace

IncidentPage::IncidentPage(Workbench &workbench, IncidentSession &session, IncidentActions actions, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_session(session)
    , m_actions(actions)
    , m_topBar(new IncidentTopBar(actions, this))
    , m_panes(new FoldingPanes(u"incidentPanes"_s, this))
    , m_steps(new StepsPane(actions.showRunbook, this))
    , m_stepPane(new QWidget(this))
    , m_step(new StepView(workbench, session, actions, m_stepPane))
    , m_actionBar(new ActionBar(actions, m_stepPane))
    , m_saved(new SavedLabel(this))
    , m_noteBox(new NoteBox(workbench.clock(), actions.noteKinds, this))
    , m_timeline(new TimelinePane(session, actions, m_noteBox, this))
{
    setObjectName(u"incidentPage"_s);
    layOut();
    connectSession();
    connectActions();
    connectParts();
    m_everySecond.setInterval(1s);
    connect(&m_everySecond, &QTimer::timeout, this, &IncidentPage::tick);
    updateActions();
}

void IncidentPage::layOut()
{
    auto *stepLayout = new QVBoxLayout(m_stepPane);
    setMargins(stepLayout, 0, 0, 0);
    stepLayout->addWidget(m_step, 1);
    stepLayout->addWidget(m_actionBar);
    m_panes->addPane(m_steps, tr("Steps"), 280, 200, false);
    m_panes->addPane(m_stepPane, tr("Step"), 636, 400, true);
    m_panes->addPane(m_timeline, tr("Timeline"), 284, 208, false);
    m_panes->setMainPane(1);
    m_saved->setObjectName(u"savedBesideTabs"_s);
    m_panes->setCorner(m_saved);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_panes, 1);
}

void IncidentPage::connectSession()
{
    connect(&m_session, &IncidentSession::opened, this, &IncidentPage::open);
    connect(&m_session, &IncidentSession::changed, this, &IncidentPage::follow);
    connect(&m_session, &IncidentSession::stepSelected, this, &IncidentPage::follow);
    connect(&m_session, &IncidentSession::stepFinished, this, &IncidentPage::stepFinished);
    connect(&m_session, &IncidentSession::entryAppended, m_timeline, &TimelinePane::append);
    connect(&m_session, &IncidentSession::wholeRead, m_timeline, &TimelinePane::follow);
    connect(m_timeline, &TimelinePane::wholeWanted, &m_session, &IncidentSession::readWhole);
    connect(&m_session, &IncidentSession::noteAdded, m_noteBox, &NoteBox::noteAdded);
    connect(&m_session, &IncidentSession::saved, m_noteBox, &NoteBox::showSaved);
    connect(&m_session, &IncidentSession::saveFailed, m_noteBox, [this](const Problem &, TimelineEntry::Kind kind) {
        if (kind == TimelineEntry::Kind::NoteAdded || kind == TimelineEntry::Kind::NoteCorrected)
            m_noteBox->notSaved();
    });
    connect(&m_session, &IncidentSession::savingIsSlow, m_noteBox, &NoteBox::savingIsSlow);
    connect(&m_session, &IncidentSession::savingIsSlow, m_saved, &SavedLabel::savingIsSlow);
    connect(&m_session, &IncidentSession::saved, m_saved, &SavedLabel::showSaved);
    connect(&m_session, &IncidentSession::saveFailed, m_saved, &SavedLabel::notSaved);
    connect(m_panes, &FoldingPanes::foldedChanged, m_noteBox, [this](bool folded) { m_noteBox->setSavedShown(!folded); });
    connect(&m_workbench, &Workbench::catalogChanged, this, &IncidentPage::follow);
}

void IncidentPage::connectActions()
{
    connect(m_actions.nextStep, &QAction::triggered, this,
            [this] { openStep(m_session.progress().after(m_session.progress().current())); });
    connect(m_actions.previousStep, &QAction::triggered, this,
            [this] { openStep(m_session.progress().before(m_session.progress().current())); });
    connect(m_actions.undo, &QAction::triggered, &m_session, &IncidentSession::undo);
    connect(m_actions.redo, &QAction::triggered, &m_session, &IncidentSession::redo);
    connect(m_actions.copyCommand, &QAction::triggered, m_step, &StepView::copyCommand);
    connect(m_actions.note, &QAction::triggered, this, &IncidentPage::focusNote);
    for (QAction *kind : m_actions.noteKinds)
        connect(kind, &QAction::triggered, this, &IncidentPage::focusNote);
    connect(m_actions.correctNote, &QAction::triggered, this, &IncidentPage::correctNote);
    connect(m_actions.attachFile, &QAction::triggered, this, &IncidentPage::attachFile);
    connect(m_actions.claim, &QAction::triggered, &m_session, &IncidentSession::claim);
    for (QAction *role : m_actions.roles)
        connect(role, &QAction::triggered, this, [this, role] { m_session.takeRole(role->data().toString()); });
    for (QAction *severity : m_actions.severities)
        connect(severity, &QAction::triggered, this, [this, severity] { m_session.setSeverity(severity->data().toString()); });
    connect(m_actions.exportReport, &QAction::triggered, this, &IncidentPage::exportWanted);
    connect(m_actions.rightRunbook, &QAction::triggered, this, [this] { m_session.judgeRunbook(true); });
    connect(m_actions.wrongRunbook, &QAction::triggered, this, [this] { m_session.judgeRunbook(false); });
    connect(m_actions.resolve, &QAction::triggered, &m_session, &IncidentSession::resolve);
    connect(m_actions.reopen, &QAction::triggered, &m_session, &IncidentSession::reopen);
    connect(m_actions.showRunbook, &QAction::triggered, this, [this] { m_panes->showPane(m_timeline); });
    connect(m_actions.askForHelp, &QAction::triggered, this, &IncidentPage::askForHelp);
    m_actions.brief->setChecked(m_workbench.settings().value(Settings::Key::BriefSteps).toBool());
    m_step->setBrief(m_actions.brief->isChecked());
    connect(m_actions.brief, &QAction::toggled, this, [this](bool brief) {
        m_workbench.settings().setValue(Settings::Key::BriefSteps, brief);
        m_step->setBrief(brief);
    });
}

void IncidentPage::correctNote()
{
    const TimelineEntry note = m_timeline->chosenNote();
    if (note.id.isEmpty())
        return;
    m_panes->showPane(m_timeline);
    m_noteBox->correct(note, m_session.draft(IncidentSession::DraftKind::Correction, note.id));
}

void IncidentPage::attachFile()
{
    auto *dialog = new QFileDialog(this, tr("Attach a file (at most 25 MB)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, m_noteBox, &NoteBox::filesEntered);
    dialog->open();
}

/** What is too long for a note or an output is kept as a file; the timeline says so. */
void IncidentPage::attachText(const QString &text)
{
    m_session.attach(text.toUtf8(), tr("pasted") + u".txt"_s);
}

/** Shown by another program when that only shows it; what may do something is only ever copied to where the user says. */
void IncidentPage::openAttachment(const TimelineEntry &entry)
{
    const QString path = m_session.attachments().pathOf(entry.payload.value("sha256"_L1).toString().toLatin1());
    if (path.isEmpty()) {
        Q_EMIT problemArose(tr("The attached file is missing from the data folder."),
                            tr("The timeline still has its name, size and hash."));
        return;
    }
    // By its content now, whatever the entry says of it.
    if (isOnlyShown(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchContent).name())) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save a copy of the attached file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(harmlessName(entry.payload.value("name"_L1).toString()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString &target) {
        QFile::remove(target); // the dialog asked about it
        if (!QFile::copy(path, target))
            Q_EMIT problemArose(tr("The copy cannot be written there."), tr("The attached file itself is safe."));
    });
    dialog->open();
}

void IncidentPage::askForHelp()
{
    if (m_session.isEmpty())
        return;
    const Ownership ownership = m_workbench.catalog().ownershipOf(m_session.incident().service, m_workbench.teams());
    whenAnswered(m_workbench.onCall(ownership.owner), this, [this, ownership](const OnCall &onCall) {
        Ownership known = ownership;
        known.onCall = onCall;
        auto *dialog = new HelpDialog(m_session, known, this);
        dialog->show();
    });
}

/** From the step whose text leads there; that step is where it comes back to. */
void IncidentPage::followRunbook(const RunbookRef &ref, const QString &anchor)
{
    const QString incident = m_session.incident().id;
    const QString step = m_session.progress().current();
    whenAnswered(m_workbench.open(ref), this, [this, ref, anchor, incident, step](const Result<Runbook> &runbook) {
        if (!runbook)
            Q_EMIT problemArose(tr("The runbook could not be read: %1").arg(ref.path), runbook.problem().text);
        else if (incident == m_session.incident().id)
            m_session.openRunbook(runbook.value(), anchor, step);
    });
}

void IncidentPage::returnToOrigin()
{
    const Incident &incident = m_session.incident();
    if (const FollowedRunbook *from = incident.cameFrom())
        m_session.returnTo(from->opened, incident.runbook.origin.stepId);
}

/** Who is new to a service is told what a colleague would say first. */
void IncidentPage::greetNewcomer()
{
    const QString id = m_session.incident().id;
    whenAnswered(m_workbench.incidents(), this, [this, id](const Result<QList<IncidentSummary>> &incidents) {
        const Incident &incident = m_session.incident();
        if (!incidents || id != incident.id || incident.service.isEmpty() || incident.runbook.isEmpty()
            || !incident.setAside.isEmpty())
            return;
        const bool hasBeenHere = std::any_of(incidents->begin(), incidents->end(), [&](const IncidentSummary &other) {
            return other.id != id && other.service.compare(incident.service, Qt::CaseInsensitive) == 0
                && other.startedBy == incident.startedBy;
        });
        if (hasBeenHere || incident.finishedSteps() > 0)
            return;
        const Ownership ownership = m_workbench.catalog().ownershipOf(incident.service, m_workbench.teams());
        m_step->setFirstTime(firstTimeSentence(incident.service, ownership));
    });
}

void IncidentPage::connectParts()
{
    connect(m_steps, &StepsPane::stepChosen, this, &IncidentPage::chooseStep);
    connect(m_steps, &StepsPane::stepOpened, this, &IncidentPage::openStep);
    connect(m_steps, &StepsPane::runbookChosen, this, [this](const OpenedRunbook &runbook) { m_session.returnTo(runbook); });
    connect(m_step, &StepView::runbookWanted, this, &IncidentPage::followRunbook);
    connect(m_step, &StepView::returnWanted, this, &IncidentPage::returnToOrigin);
    connect(m_step, &StepView::linkPressed, this, &IncidentPage::linkPressed);
    connect(m_step, &StepView::choiceTaken, &m_session, [this](const StepChoice &choice) { m_session.takeChoice(choice); });
    connect(&m_session, &IncidentSession::choiceTaken, this, [this](const QString &from) {
        m_atEnd = false;
        follow();
        m_step->showCameFrom(int(m_session.progress().stepIds().indexOf(from)) + 1, from);
        m_panes->showPane(m_stepPane);
        m_step->focusTitle();
    });
    connect(m_step, &StepView::outputEntered, &m_session, &IncidentSession::keepOutput);
    connect(m_step, &StepView::outputDrafted, &m_session, [this](const QString &stepId, const QString &seen) {
        m_session.setDraft(IncidentSession::DraftKind::Output, stepId, seen);
    });
    connect(m_step, &StepView::longOutputEntered, &m_session, [this](const QString &seen) { attachText(seen); });
    connect(&m_session, &IncidentSession::outputKept, m_step, &StepView::showKept);
    connect(&m_session, &IncidentSession::saveFailed, m_step, &StepView::notKept);
    connect(m_step, &StepView::stepWanted, this, &IncidentPage::openStep);
    connect(m_timeline, &TimelinePane::linkPressed, this, &IncidentPage::linkPressed);
    connect(m_step, &StepView::commandCopied, &m_session, &IncidentSession::commandCopied);
    connect(m_step, &StepView::valueTyped, &m_session, &IncidentSession::typeValue);
    connect(m_step, &StepView::valueDrafted, &m_session, [this](const QString &name, const QString &text) {
        m_session.setDraft(IncidentSession::DraftKind::Value, name, text);
    });
    connect(m_actionBar, &ActionBar::reasonAsked, this, [this] { m_panes->showPane(m_stepPane); });
    connect(m_actionBar, &ActionBar::reasonTyped, &m_session, [this](const QString &stepId, const QString &reason) {
        m_session.setDraft(IncidentSession::DraftKind::Reason, stepId, reason);
    });
    connect(m_actionBar, &ActionBar::stepFinished, &m_session, &IncidentSession::finishStep);
    connect(m_noteBox, &NoteBox::noteEntered, &m_session, &IncidentSession::addNote);
    connect(m_noteBox, &NoteBox::attachWanted, m_actions.attachFile, &QAction::trigger);
    connect(m_noteBox, &NoteBox::filesEntered, &m_session, [this](const QStringList &paths) {
        for (const QString &path : paths)
            m_session.attachFile(path);
    });
    connect(m_noteBox, &NoteBox::longTextEntered, &m_session, [this](const QString &text) { attachText(text); });
    connect(m_noteBox, &NoteBox::imageEntered, &m_session,
            [this](const QByteArray &png) { m_session.attach(png, tr("picture") + u".png"_s); });
    connect(&m_session, &IncidentSession::attachFailed, this,
            [this](const Problem &problem) { Q_EMIT problemArose(problem.text, tr("What was saved before is safe.")); });
    connect(m_timeline, &TimelinePane::attachmentOpened, this, &IncidentPage::openAttachment);
    connect(m_noteBox, &NoteBox::correctionEntered, &m_session, &IncidentSession::correctNote);
    connect(m_noteBox, &NoteBox::correctionDrafted, &m_session, [this](const QString &noteId, const QString &text) {
        m_session.setDraft(IncidentSession::DraftKind::Correction, noteId, text);
    });
    connect(m_noteBox, &NoteBox::draftChanged, &m_session, &IncidentSession::setNoteDraft);
}

void IncidentPage::setActive(bool active, bool isReviewed)
{
    const bool comes = active && !m_active;
    m_active = active;
    m_isReviewed = isReviewed;
    if (comes && !isAncestorOf(QApplication::focusWidget())) // the page that was left may have had no widget with the focus
        m_step->focusTitle();
    if (active) {
        tick();
        m_everySecond.start();
    } else {
        m_everySecond.stop();
    }
    updateActions();
}

void IncidentPage::open()
{
    m_atEnd = allFinished(m_session.progress());
    m_step->open();
    m_steps->open(m_session);
    m_timeline->open();
    m_noteBox->setDraft(m_session.noteDraft());
    const QList<TimelineEntry> &entries = m_session.incident().entries;
    const QDateTime savedAt = entries.isEmpty() ? QDateTime() : entries.last().recordedAt;
    m_noteBox->showSaved(savedAt);
    m_saved->showSaved(savedAt);
    follow();
    greetNewcomer();
    m_panes->showPane(m_stepPane);
    if (m_session.progress().stepIds().isEmpty() && m_session.runbook().ref.isEmpty())
        m_noteBox->focusEdit();
    else
        m_step->focusTitle();
}

void IncidentPage::follow()
{
    if (m_session.isEmpty())
        return;
    m_steps->follow(m_session);
    m_step->follow(m_atEnd);
    m_actionBar->follow(m_session, m_atEnd);
    m_topBar->show(m_session, m_workbench.clock().now());
    updateActions();
}

void IncidentPage::tick()
{
    m_topBar->showElapsed(m_session, m_workbench.clock().now());
}

void IncidentPage::chooseStep(const QString &stepId)
{
    m_atEnd = false;
    m_session.selectStep(stepId);
    follow();
}

void IncidentPage::openStep(const QString &stepId)
{
    chooseStep(stepId);
    m_panes->showPane(m_stepPane);
}

void IncidentPage::stepFinished(int number, const QString &title, StepState state)
{
    m_atEnd = allFinished(m_session.progress());
    m_step->showFlash(number, title, state);
    follow();
    m_panes->showPane(m_stepPane);
    m_step->focusTitle();
}

void IncidentPage::focusNote()
{
    m_panes->showPane(m_timeline);
    m_noteBox->focusEdit();
}

void IncidentPage::focusFilter()
{
    m_panes->showPane(m_timeline);
    m_timeline->focusFilter();
}

void IncidentPage::updateActions()
{
    const bool active = m_active && !m_session.isEmpty();
    const bool writable = !m_session.isReadOnly();
    const bool stateMayChange = (m_active || m_isReviewed) && !m_session.isEmpty() && writable;
    const bool open = active && writable && m_session.incident().isOpen();
    const bool hasSteps = active && !m_session.progress().stepIds().isEmpty();
    for (QAction *answer : { m_actions.done, m_actions.failed, m_actions.skip })
        answer->setEnabled(open && hasSteps && !m_atEnd);
    for (QAction *move : { m_actions.nextStep, m_actions.previousStep })
        move->setEnabled(hasSteps);
    m_actions.undo->setEnabled(open && m_session.canUndo());
    m_actions.redo->setEnabled(open && m_session.canRedo());
    m_actions.copyCommand->setEnabled(active && m_step->hasCommand());
    m_noteBox->setWritable(writable);
    m_actions.note->setEnabled(active && writable);
    for (QAction *kind : m_actions.noteKinds)
        kind->setEnabled(active && writable);
    m_actions.correctNote->setEnabled(active && writable);
    m_actions.firstText->setEnabled(active);
    m_actions.attachFile->setEnabled(active && writable);
    m_actions.claim->setEnabled(open && m_session.incident().claim.by != m_session.actor());
    for (QAction *role : m_actions.roles)
        role->setEnabled(open && m_session.incident().roles.value(role->data().toString()) != m_session.actor());
    for (QAction *severity : m_actions.severities)
        severity->setEnabled(open && severity->data().toString() != m_session.incident().severity);
    m_actions.exportReport->setEnabled(active);
    m_actions.askForHelp->setEnabled(active && writable);
    for (QAction *judge : { m_actions.rightRunbook, m_actions.wrongRunbook })
        judge->setEnabled(active && writable && !m_session.incident().runbook.isEmpty());
    m_actions.resolve->setEnabled(stateMayChange && m_session.incident().isOpen());
    m_actions.reopen->setEnabled(stateMayChange && !m_session.incident().isOpen());
    m_actions.showRunbook->setEnabled(active && !m_session.runbook().ref.isEmpty());
}

} // namespace Handrail
