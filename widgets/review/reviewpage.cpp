// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewpage.h"

#include "base/whenanswered.h"
#include "exporting/entrytext.h"
#include "exporting/incidentpeople.h"
#include "itemmodels/timelinemodel.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/parts.h"
#include "widgets/incident/timelinefilterbar.h"
#include "widgets/incident/timelinelist.h"
#include "widgets/review/draftpane.h"
#include "widgets/review/exportpane.h"
#include "widgets/review/reviewtopbar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Key = Settings::Key;

namespace {

ExportFormat formatOfSuffix(const QString &suffix)
{
    for (const ExportFormat format : { ExportFormat::WebPage, ExportFormat::Pdf, ExportFormat::JsonLines }) {
        if (suffixOf(format) == suffix)
            return format;
    }
    return ExportFormat::Markdown;
}

/** "- 02:34 UTC · what happened" */
QString lineOf(const TimelineEntry &entry)
{
    const QString said = entry.kind == TimelineEntry::Kind::NoteAdded ? EntryText::note(entry) : EntryText::deed(entry);
    return EntryText::joined(u"- "_s + entry.happenedAt.toUTC().toString(u"HH:mm 'UTC ·'"_s), said);
}

} // namespace

ReviewPage::ReviewPage(Workbench &workbench, IncidentSession &session, QAction *backToIncident, QAction *exportNow,
                       const IncidentActions &actions, const QString &templatesFolder, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_session(session)
    , m_exportNow(exportNow)
    , m_templatesFolder(templatesFolder)
    , m_topBar(new ReviewTopBar(backToIncident, actions, this))
    , m_panes(new FoldingPanes(u"reviewPanes"_s, this))
    , m_evidence(new QWidget(m_panes))
    , m_zone(makeLabel({}, TextStyle::Small, "muted", m_evidence))
    , m_model(new TimelineModel(this))
    , m_filter(new TimelineFilterBar(*m_model, m_evidence))
    , m_timeline(new TimelineList(u"evidenceView"_s, m_model, m_evidence))
    , m_draft(new DraftPane(m_panes))
    , m_export(new ExportPane(exportNow, m_panes))
{
    setObjectName(u"reviewPage"_s);
    layOut();
    connectParts();
    m_afterLastKey.setSingleShot(true);
    m_afterLastKey.setInterval(200ms);
    m_refill.setSingleShot(true);
    m_refill.setInterval(500ms);
    m_export->choose(formatOfSuffix(workbench.settings().value(Key::ExportFormat).toString()),
                     workbench.settings().value(Key::NamesAsRoles).toBool());
}

void ReviewPage::layOut()
{
    m_zone->setContentsMargins(12, 0, 12, 0);
    auto *evidence = new QVBoxLayout(m_evidence);
    setMargins(evidence, 0, 8, 4);
    evidence->addWidget(m_zone);
    evidence->addWidget(m_filter);
    evidence->addWidget(m_timeline, 1);
    m_panes->addPane(m_evidence, tr("Timeline"), 304, 208, false);
    m_panes->addPane(m_draft, tr("Document"), 596, 400, true);
    m_panes->addPane(m_export, tr("Export"), 300, 240, false);
    m_panes->setMainPane(1);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_panes, 1);
}

void ReviewPage::connectParts()
{
    connect(&m_session, &IncidentSession::changed, this, &ReviewPage::follow);
    connect(&m_session, &IncidentSession::wholeRead, this, [this] {
        follow();
        refillSoon();
    });
    connect(m_filter, &TimelineFilterBar::wholeWanted, &m_session, &IncidentSession::readWhole);
    connect(&m_session, &IncidentSession::entryAppended, this, [this](const TimelineEntry &entry) {
        if (entry.incidentId == m_incidentId) {
            m_model->append(entry);
            m_filter->follow();
            refillSoon();
        }
    });
    connect(m_timeline, &TimelineList::entryChosen, this, &ReviewPage::insert);
    connect(m_timeline, &TimelineList::markPressed, this, [this](const NoteMark &mark) {
        if (mark.kind == NoteMark::Kind::Link)
            Q_EMIT linkPressed(mark.word);
        else
            m_filter->showOnly(filterFor(mark));
    });
    connect(m_draft, &DraftPane::templateChosen, this, [this] {
        m_workbench.settings().setValue(Key::ReviewTemplate, m_draft->chosenTemplate().id);
        showDraft();
    });
    connect(m_draft, &DraftPane::textEdited, this, [this] {
        if (m_draft->text() != m_filled)
            ++m_asked; // what is on its way would write over this
        keepDraft();
        m_afterLastKey.start();
    });
    connect(m_draft, &DraftPane::startOverWanted, this, [this] { fill(true); });
    connect(m_draft, &DraftPane::insertWanted, this, [this] { insert(m_timeline->currentEntry()); });
    connect(m_export, &ExportPane::formatChosen, this,
            [this] { m_workbench.settings().setValue(Key::ExportFormat, suffixOf(m_export->format())); });
    connect(m_export, &ExportPane::namesChosen, this, [this] {
        m_workbench.settings().setValue(Key::NamesAsRoles, m_export->namesAsRoles());
        renewLeaving();
    });
    connect(m_export, &ExportPane::placeChosen, this, [this](const HiddenPlace &place) {
        m_panes->showPane(m_draft);
        m_draft->showPlace(place);
        const auto texts = QtConcurrent::run([place, incident = m_session.incident(), text = m_draft->text()] { return hiddenTexts(place, incident, text); });
        whenAnswered(texts, m_export, [this, place](const QStringList &found) { m_export->showHiddenTexts(place, found); });
    });
    connect(m_export, &ExportPane::copyWanted, this, [this] {
        QGuiApplication::clipboard()->setText(leaving().markdown);
        Q_EMIT copied();
    });
    connect(&m_afterLastKey, &QTimer::timeout, this, &ReviewPage::renewLeaving);
    connect(&m_refill, &QTimer::timeout, this, [this] {
        if (m_draft->text() == m_filled)
            fill(false);
    });
}

void ReviewPage::open()
{
    if (m_session.isEmpty())
        return;
    const Incident &incident = m_session.incident();
    if (incident.id != m_incidentId)
        m_filter->showOnly({});
    m_incidentId = incident.id;
    readTemplates();
    follow();
    showDraft();
    m_session.readWhole(); // a document tells of all of it
    m_draft->focusText();
}

void ReviewPage::setActive(bool active)
{
    m_active = active;
    if (!active)
        m_refill.stop();
    m_exportNow->setEnabled(active && !m_session.isEmpty() && m_session.incident().leftOut == 0);
}

void ReviewPage::focusFilter()
{
    m_panes->showPane(m_evidence);
    m_filter->focusText();
}

void ReviewPage::follow()
{
    const Incident &incident = m_session.incident();
    if (incident.id.isEmpty() || incident.id != m_incidentId)
        return;
    m_topBar->show(incident, m_workbench.clock().now());
    m_zone->setText(tr("times in %1").arg(zoneName(incident.startedAt)));
    m_model->setValues(incident.entries, incident.leftOut);
    m_filter->follow();
    setActive(m_active);
}

void ReviewPage::readTemplates()
{
    QList<Problem> problems;
    m_draft->setTemplates(documentTemplates(m_templatesFolder, problems),
                          m_workbench.settings().value(Key::ReviewTemplate).toString());
    if (!problems.isEmpty())
        Q_EMIT problemArose(tr("A template could not be read."), problems.first().text);
}

void ReviewPage::showDraft()
{
    m_templateId = m_draft->chosenTemplate().id;
    m_filled.clear();
    ++m_asked; // an answer for the document before is not for this one
    const QString kept = m_session.draft(IncidentSession::DraftKind::Document, m_templateId);
    m_draft->setEdited(!kept.isEmpty());
    m_draft->setText(kept);
    m_draft->setWritable(!kept.isEmpty() && !m_session.isReadOnly());
    renewLeaving();
    if (kept.isEmpty())
        fill(false);
}

/** Entries come one by one, and a document of many takes a while: it follows when they pause, and only while it is looked at. */
void ReviewPage::refillSoon()
{
    if (m_active && m_session.incident().id == m_incidentId && m_draft->text() == m_filled && !m_refill.isActive())
        m_refill.start();
}

void ReviewPage::fill(bool anew)
{
    const int asked = ++m_asked;
    whenAnswered(m_workbench.documentDraft(m_session.incident(), m_draft->chosenTemplate()), this,
                 [this, asked, anew, id = m_incidentId](const QString &text) {
                     if (asked != m_asked || id != m_session.incident().id)
                         return;
                     anew ? m_draft->setFilledAnew(text) : m_draft->setText(text);
                     m_filled = m_draft->text(); // as the editor has it: line ends and blanks of others become its own
                     m_draft->setWritable(m_session.incident().leftOut == 0 && !m_session.isReadOnly()); // else the rest is on its way
                     keepDraft();
                     renewLeaving();
                 });
}

/** What the template can make again is not kept: it would be out of date with the next entry. */
void ReviewPage::keepDraft()
{
    if (m_session.incident().id != m_incidentId)
        return;
    const QString text = m_draft->text();
    const bool edited = text != m_filled;
    m_draft->setEdited(edited);
    m_session.setDraft(IncidentSession::DraftKind::Document, m_templateId, edited ? text : QString());
}

void ReviewPage::renewLeaving()
{
    const int asked = ++m_askedToLeave;
    const QString draft = m_draft->text();
    whenAnswered(QtConcurrent::run([draft, roles = roles()] { return leavingDocument(draft, roles); }), this,
                 [this, asked](const LeavingDocument &leaving) {
                     if (asked != m_askedToLeave)
                         return;
                     m_draft->showLeaving(leaving);
                     m_export->showLeaving(leaving);
                 });
}

void ReviewPage::insert(const TimelineEntry &entry)
{
    if (entry.id.isEmpty())
        return;
    m_panes->showPane(m_draft);
    m_draft->insertLine(lineOf(asCorrected(entry, m_session.incident().corrections)));
}

QHash<QString, QString> ReviewPage::roles() const
{
    return m_export->namesAsRoles() ? roleNamesOf(m_session.incident()) : QHash<QString, QString>();
}

ExportFormat ReviewPage::format() const
{
    return m_export->format();
}

LeavingDocument ReviewPage::leaving() const
{
    return leavingDocument(m_draft->text(), roles());
}

} // namespace Handrail
