// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/homepage.h"

#include "base/whenanswered.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/parts.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/intake/incidentdelegate.h"
#include "widgets/intake/pastebox.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pageMargin = 24;
constexpr int columnBreak = 760; ///< narrower than this the two columns stand under each other
constexpr int shownIncidents = 4;
constexpr int shownRows = 5;

ChoiceList *makeList(const QString &name, const QString &accessibleName, QAbstractItemModel *model, QAbstractItemDelegate *delegate,
                     QWidget *parent)
{
    auto *view = new ChoiceList(name, accessibleName, model, delegate, parent);
    view->setProperty("edge", u"card"_s);
    view->setUniformItemSizes(true);
    return view;
}

} // namespace

HomePage::HomePage(Workbench &workbench, QAction *fromClipboard, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_box(new PasteBox(fromClipboard, this))
    , m_stack(new QStackedWidget(this))
    , m_incidents(new IncidentListModel(this))
    , m_recent(new RunbookListModel(this))
    , m_services(new ServiceListModel(this))
    , m_hits(new SearchHitModel(this))
{
    m_stack->addWidget(makeLists());
    m_stack->addWidget(makeResults());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, pageMargin, pageMargin, 0);
    layout->setSpacing(0);
    layout->addWidget(m_box);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_box);

    connect(m_box, &PasteBox::pasted, this, &HomePage::pasted);
    connect(m_box, &PasteBox::searchChanged, this, &HomePage::search);
    connect(m_box, &PasteBox::entered, this, &HomePage::openFirstHit);
    connect(m_box, &PasteBox::downPressed, this, [this] {
        const bool searching = m_stack->currentIndex() == 1;
        QWidget *below = !searching ? static_cast<QWidget *>(m_incidentView) : m_hitView->isVisible() ? static_cast<QWidget *>(m_hitView) : m_nearest;
        if (below->isVisible())
            below->setFocus(Qt::OtherFocusReason);
    });
    connect(&workbench, &Workbench::runbooksChanged, this, &HomePage::refreshRunbooks);
    connect(&workbench, &Workbench::recentChanged, this, &HomePage::refreshRunbooks);
    connect(&workbench, &Workbench::catalogChanged, this, &HomePage::refreshServices);
    connect(&workbench, &Workbench::personChanged, this, &HomePage::refreshServices);
    m_minute.start(30s);
    connect(&m_minute, &QTimer::timeout, m_incidentView->viewport(), qOverload<>(&QWidget::update));
    refreshIncidents();
    refreshRunbooks();
    refreshServices();
}

QWidget *HomePage::makeBlock(QLabel *head, QPushButton *link, QWidget *list)
{
    auto *block = new QWidget(this);
    auto *layout = new QVBoxLayout(block);
    setMargins(layout, 0, 0, 10);
    head->setMinimumHeight(28); // as high as a head with a link beside it
    auto *top = new QHBoxLayout;
    top->addWidget(head);
    top->addStretch();
    if (link)
        top->addWidget(link);
    layout->addLayout(top);
    layout->addWidget(list);
    layout->addStretch();
    return block;
}

QWidget *HomePage::makeLists()
{
    auto *page = new QWidget;
    page->setProperty("ground", u"bg"_s);
    m_incidentHead = makeLabel({}, TextStyle::EmphasisStrong, nullptr, page);
    m_noIncidents = makeLabel(tr("No open incidents. Paste an alert to start one."), TextStyle::Body, "muted", page);
    m_noIncidents->hide(); // until the log was asked
    m_recentHead = makeLabel({}, TextStyle::EmphasisStrong, nullptr, page);
    m_noRunbooks = makeLabel(tr("No runbooks yet. Add a folder of markdown files."), TextStyle::Body, "muted", page);
    m_noRunbooks->setObjectName(u"homeNoRunbooks"_s);
    m_noRunbooks->setWordWrap(true);
    m_noRunbooks->hide();
    m_serviceHead = makeLabel(tr("Services"), TextStyle::EmphasisStrong, nullptr, page);
    m_incidentView = makeList(u"incidentList"_s, tr("Open incidents"), m_incidents,
                              new IncidentDelegate(m_workbench.clock(), page), page);
    m_recentView = makeList(u"recentRunbooks"_s, tr("Runbooks"), m_recent, new RunbookDelegate(page), page);
    m_serviceView = makeList(u"serviceList"_s, tr("Services"), m_services, new ServiceDelegate(page), page);
    m_allRunbooks = makeLinkButton({}, {}, page);

    connect(m_incidentView, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT incidentChosen(m_incidents->value(index).id); });
    connect(m_recentView, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT runbookChosen(m_recent->value(index).ref, {}); });
    connect(m_serviceView, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT serviceChosen(m_services->value(index).service.name); });
    connect(m_allRunbooks, &QPushButton::clicked, this, &HomePage::libraryWanted);

    m_recentBlock = makeBlock(m_recentHead, m_allRunbooks, m_recentView);
    qobject_cast<QVBoxLayout *>(m_recentBlock->layout())->insertWidget(1, m_noRunbooks);
    m_serviceBlock = makeBlock(m_serviceHead, nullptr, m_serviceView);
    m_columns = new QGridLayout;
    m_columns->setSpacing(24);
    m_columns->addWidget(m_recentBlock, 0, 0);
    m_columns->addWidget(m_serviceBlock, 0, 1);
    m_columns->setColumnStretch(0, 1);
    m_columns->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, pageMargin, 0, pageMargin);
    layout->setSpacing(10);
    QPushButton *allIncidents = makeLinkButton(tr("All incidents"), {}, page);
    allIncidents->setObjectName(u"homeAllIncidents"_s);
    connect(allIncidents, &QPushButton::clicked, this, &HomePage::allIncidentsWanted);
    auto *incidentTop = new QHBoxLayout;
    incidentTop->addWidget(m_incidentHead);
    incidentTop->addStretch();
    incidentTop->addWidget(allIncidents);
    layout->addLayout(incidentTop);
    layout->addWidget(m_noIncidents);
    layout->addWidget(m_incidentView);
    layout->addSpacing(14);
    layout->addLayout(m_columns);
    layout->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *HomePage::makeResults()
{
    auto *page = new QWidget;
    m_hitHead = makeLabel({}, TextStyle::EmphasisStrong, nullptr, page);
    m_nearest = makeLinkButton({}, {}, page);
    m_nearest->setObjectName(u"homeNearest"_s);
    connect(m_nearest, &QPushButton::clicked, this, [this] {
        if (m_nearestSearch.isEmpty())
            Q_EMIT libraryWanted();
        else
            m_box->setText(m_nearestSearch);
    });
    m_hitView = makeList(u"homeHits"_s, tr("Runbooks found"), m_hits, new SearchHitDelegate(m_workbench.clock(), page), page);
    const auto open = [this](const QModelIndex &index) {
        Q_EMIT runbookChosen(m_hits->value(index).runbook.ref, m_hits->value(index).anchor);
    };
    connect(m_hitView, &ChoiceList::chosen, this, open);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, pageMargin, 0, pageMargin);
    layout->setSpacing(10);
    layout->addWidget(m_hitHead);
    layout->addWidget(m_nearest, 0, Qt::AlignLeft);
    layout->addWidget(m_hitView, 1);
    layout->addStretch();
    return page;
}

void HomePage::refreshIncidents()
{
    whenAnswered(m_workbench.incidents(), this, [this](const Result<QList<IncidentSummary>> &incidents) {
        QList<IncidentSummary> open;
        if (incidents)
            std::copy_if(incidents->begin(), incidents->end(), std::back_inserter(open), std::mem_fn(&IncidentSummary::isOpen));
        m_incidents->setValues(open);
        m_incidentHead->setText(open.isEmpty() ? tr("Open incidents") : tr("Open incidents  %1").arg(open.size()));
        m_noIncidents->setText(incidents ? tr("No open incidents. Paste an alert to start one.") : incidents.problem().text);
        m_noIncidents->setVisible(open.isEmpty());
        refreshServices();
        fitLists();
        Q_EMIT openIncidentsChanged(int(open.size()));
    });
}

void HomePage::refreshRunbooks()
{
    whenAnswered(m_workbench.runbooks(), this, [this](const Result<QList<RunbookEntry>> &runbooks) {
        if (!runbooks)
            return;
        QList<RunbookEntry> shown;
        const QList<RunbookRef> recent = m_workbench.recentRunbooks();
        for (const RunbookRef &ref : recent) {
            const auto found = std::find_if(runbooks->begin(), runbooks->end(), [&](const auto &entry) { return entry.ref == ref; });
            if (found != runbooks->end())
                shown.append(*found);
        }
        m_recentHead->setText(shown.isEmpty() ? tr("Runbooks") : tr("Recent runbooks"));
        if (shown.isEmpty())
            shown = runbooks->first(std::min<qsizetype>(shownRows, runbooks->size()));
        m_runbookCount = int(runbooks->size());
        m_allRunbooks->setText(shown.isEmpty() ? tr("Add runbooks…") : tr("All %1").arg(m_runbookCount));
        m_noRunbooks->setVisible(shown.isEmpty() && m_workbench.indexState().readAt.isValid());
        m_recent->setValues(shown);
        fitLists();
    });
}

void HomePage::refreshServices()
{
    QHash<QString, int> open;
    for (const IncidentSummary &incident : m_incidents->values())
        ++open[incident.service];
    QList<ServiceRow> rows;
    for (const Service &service : m_workbench.catalog().services())
        rows.append({ service, open.value(service.name) });
    const QStringList mine = m_workbench.teams();
    std::stable_sort(rows.begin(), rows.end(), [&](const ServiceRow &a, const ServiceRow &b) {
        const auto rank = [&](const ServiceRow &row) { return (mine.contains(row.service.owner) ? 0 : 2) + (row.openIncidents > 0 ? 0 : 1); };
        return rank(a) < rank(b);
    });
    m_services->setValues(rows.first(std::min<qsizetype>(rows.size(), shownRows)));
    m_serviceBlock->setVisible(!rows.isEmpty());
    fitLists();
}

void HomePage::fitLists()
{
    m_incidentView->fitRows(shownIncidents);
    m_recentView->fitRows(shownRows);
    m_serviceView->fitRows(shownRows);
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool two = width() >= columnBreak;
    if (two == m_twoColumns)
        return;
    m_twoColumns = two;
    m_columns->removeWidget(m_serviceBlock);
    m_columns->addWidget(m_serviceBlock, two ? 0 : 1, two ? 1 : 0);
    m_columns->setColumnStretch(1, two ? 1 : 0);
}

void HomePage::search(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    whenAnswered(m_workbench.search(text), this, [this, text](const Result<QList<SearchHit>> &hits) {
        if (text == m_box->text() && hits)
            showHits(text, *hits);
    });
}

void HomePage::showHits(const QString &text, const QList<SearchHit> &hits)
{
    m_hits->setValues(hits);
    m_hitHead->setText(hits.isEmpty() ? tr("Nothing matches %1.").arg(text.simplified())
                                      : tr("%1 places say “%2”").arg(hits.size()).arg(text.simplified()));
    m_hitView->setVisible(!hits.isEmpty());
    if (!hits.isEmpty())
        m_hitView->setCurrentIndex(m_hits->index(0));
    m_nearest->hide();
    m_stack->setCurrentIndex(1);
    if (hits.isEmpty())
        askNearest(text);
}

void HomePage::askNearest(const QString &text)
{
    whenAnswered(m_workbench.nearestSearch(text), this, [this, text](const QString &nearest) {
        if (text != m_box->text())
            return;
        m_nearestSearch = nearest;
        const QString question = nearest.isEmpty() ? tr("Show all %1 runbooks").arg(m_runbookCount)
                                                   : tr("Did you mean %1?").arg(nearest.simplified());
        m_nearest->setText(QString(question).replace(u'&', u"&&"_s));
        m_nearest->setAccessibleName(question);
        m_nearest->show();
    });
}

void HomePage::openFirstHit()
{
    if (m_stack->currentIndex() == 1 && m_hits->rowCount() > 0)
        Q_EMIT runbookChosen(m_hits->values().first().runbook.ref, m_hits->values().first().anchor);
}

void HomePage::focusBox()
{
    m_box->clear();
    m_box->focusEdit();
}

} // namespace Handrail
