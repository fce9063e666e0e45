// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/timelinepane.h"

#include "itemmodels/timelinemodel.h"
#include "session/incidentsession.h"
#include "widgets/checklist/elidedlabel.h"
#include "widgets/checklist/incidentactions.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"
#include "widgets/incident/notebox.h"
#include "widgets/incident/timelinefilterbar.h"
#include "widgets/incident/timelinelist.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QToolButton *makeSegment(const QString &text, const char *place, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setCheckable(true);
    button->setProperty("segment", QString::fromLatin1(place));
    return button;
}

/** The line of the heading @p line stands under; 0 when it stands under none. */
int headingAbove(const Runbook &runbook, int line)
{
    int above = 0;
    for (const Section &section : runbook.sections) {
        if (section.firstLine <= line)
            above = std::max(above, section.firstLine);
    }
    return above;
}

} // namespace

TimelinePane::TimelinePane(const IncidentSession &session, const IncidentActions &actions, NoteBox *noteBox, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_showRunbook(actions.showRunbook)
    , m_model(new TimelineModel(this))
    , m_timelineButton(makeSegment(tr("Timeline"), "first", this))
    , m_runbookButton(makeSegment(tr("Runbook"), "last", this))
    , m_zone(new ElidedLabel(TextStyle::Small, "muted", this))
    , m_stack(new QStackedWidget(this))
    , m_filter(new TimelineFilterBar(*m_model, m_stack))
    , m_view(new TimelineList(u"timelineView"_s, m_model, m_stack))
    , m_document(new MarkdownView(MarkdownView::Height::Scrolls, MarkdownWriter::Size::Body, m_stack))
{
    setObjectName(u"timelinePane"_s);
    m_document->setObjectName(u"wholeRunbook"_s);
    m_document->setAccessibleName(tr("The whole runbook"));

    auto *document = new QWidget(m_stack);
    auto *around = new QVBoxLayout(document);
    around->setContentsMargins(12, 0, 4, 8);
    around->addWidget(m_document);
    auto *timeline = new QWidget(m_stack);
    auto *above = new QVBoxLayout(timeline);
    setMargins(above, 0, 0, 4);
    above->addWidget(m_filter);
    above->addWidget(m_view, 1);
    m_stack->addWidget(timeline);
    m_stack->addWidget(document);

    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    layout->addWidget(noteBox);

    connect(m_showRunbook, &QAction::toggled, this, &TimelinePane::showRunbook);
    connect(m_document, &MarkdownView::linkPressed, this, &TimelinePane::linkPressed);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsAdded(first, last); }, Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelinePane::scrollToEnd, Qt::QueuedConnection);
    keepEnd();
    connect(m_filter, &TimelineFilterBar::wholeWanted, this, &TimelinePane::wholeWanted);
    connectRows(actions);
}

void TimelinePane::keepEnd()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_atEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_atEnd)
            bar->setValue(end);
    });
}

void TimelinePane::connectRows(const IncidentActions &actions)
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({ actions.correctNote, actions.firstText });
    connect(m_view, &TimelineList::entryChosen, this, [this](const TimelineEntry &entry) {
        if (entry.kind == TimelineEntry::Kind::FileAttached)
            Q_EMIT attachmentOpened(entry);
    });
    connect(actions.firstText, &QAction::triggered, this, [this] { m_model->toggleFirstText(chosenNote().id); });
    connect(m_view, &TimelineList::markPressed, this, [this](const NoteMark &mark) {
        if (mark.kind == NoteMark::Kind::Link)
            Q_EMIT linkPressed(mark.word);
        else
            m_filter->showOnly(filterFor(mark));
    });
}

TimelineEntry TimelinePane::chosenNote() const
{
    const TimelineEntry current = m_view->currentEntry();
    if (current.kind == TimelineEntry::Kind::NoteAdded)
        return current;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        const auto entry = m_model->index(row).data(TimelineModel::ValueRole).value<TimelineEntry>();
        if (entry.kind == TimelineEntry::Kind::NoteAdded)
            return entry;
    }
    return {};
}

QWidget *TimelinePane::makeHead()
{
    auto *group = new QButtonGroup(this);
    group->addButton(m_timelineButton);
    group->addButton(m_runbookButton);
    m_timelineButton->setChecked(true);
    m_runbookButton->setObjectName(u"runbookSegment"_s);
    connect(m_runbookButton, &QToolButton::toggled, m_showRunbook, &QAction::setChecked);
    m_zone->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *box = new QWidget(this);
    box->setMinimumHeight(40);
    auto *segments = new QHBoxLayout;
    setMargins(segments, 0, 0, 0);
    segments->addWidget(m_timelineButton);
    segments->addWidget(m_runbookButton);
    auto *head = new QHBoxLayout(box);
    setMargins(head, 12, 4, 8);
    head->addLayout(segments);
    head->addWidget(m_zone, 1);
    return box;
}

void TimelinePane::open()
{
    m_filter->showOnly({}); // the last incident's filter would hide this one's entries
    follow();
    m_zone->setFullText(tr("times in %1").arg(zoneName(m_session.incident().startedAt)));
    m_runbookButton->setEnabled(!m_session.runbook().ref.isEmpty());
    if (m_session.runbook().ref.isEmpty())
        m_showRunbook->setChecked(false);
    else
        showRunbook(m_showRunbook->isChecked());
}

void TimelinePane::follow()
{
    m_model->setValues(m_session.incident().entries, m_session.incident().leftOut);
    m_filter->follow();
}

void TimelinePane::append(const TimelineEntry &entry)
{
    m_model->append(entry);
    m_filter->follow();
}

void TimelinePane::focusFilter()
{
    m_showRunbook->setChecked(false);
    m_filter->focusText();
}

void TimelinePane::showRunbook(bool shown)
{
    (shown ? m_runbookButton : m_timelineButton)->setChecked(true);
    m_stack->setCurrentIndex(shown ? 1 : 0);
    if (!shown)
        return;
    const Runbook &runbook = m_session.runbook();
    const QString wanted = runbook.ref.filePath() + QString::fromLatin1(runbook.sha256);
    if (wanted != m_shown)
        m_document->showBlocks(runbook.document.root.children);
    m_shown = wanted;
    if (const Step *step = m_session.procedure().step(m_session.progress().current()))
        m_document->scrollToLine(headingAbove(runbook, step->line));
}

void TimelinePane::rowsAdded(int first, int last)
{
    const bool atEnd = last + 1 >= m_view->model()->rowCount();
    if (atEnd)
        scrollToEnd();
    else if (first == 0) // earlier ones: what was at the top stays there
        m_view->scrollTo(m_view->model()->index(last + 1, 0), QAbstractItemView::PositionAtTop);
}

void TimelinePane::scrollToEnd()
{
    m_view->scrollToBottom();
}

} // namespace Handrail
