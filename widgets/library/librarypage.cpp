// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/librarypage.h"

#include "base/whenanswered.h"
#include "session/workbench.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/library/hitlist.h"
#include "widgets/library/readingpane.h"
#include "widgets/library/runbooktree.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <cstdlib>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 100; ///< ms
constexpr int reloadPause = 1000; ///< ms between reads of the list while the folders are being read
constexpr int treeWidth = 320;
constexpr int treeWidthBesideHits = 244;
constexpr int hitsWidth = 336;

enum Page { FullPage, EmptyPage };

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

const QStringList &groupings()
{
    static const QStringList names { u"service"_s, u"folder"_s, u"owner"_s }; // in the order of LibraryTreeModel::Grouping
    return names;
}

} // namespace

LibraryPage::LibraryPage(Workbench &workbench, QAction *startRunbook, QAction *followHere, QAction *addFolder, QAction *useSamples, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_startRunbook(startRunbook)
    , m_search(new QLineEdit(this))
    , m_panes(new FoldingPanes(u"libraryPanes"_s, this))
    , m_tree(new RunbookTree(m_panes))
    , m_hits(new HitList(workbench.clock(), m_panes))
    , m_reading(new ReadingPane(workbench, startRunbook, followHere, m_panes))
    , m_searchTimer(new QTimer(this))
    , m_loadTimer(new QTimer(this))
{
    const qsizetype grouping = groupings().indexOf(m_workbench.settings().value(Settings::Key::LibraryOrder).toString());
    m_tree->setGrouping(LibraryTreeModel::Grouping(std::max<qsizetype>(0, grouping)));
    m_panes->addPane(m_tree, tr("Runbooks"), treeWidth, 228, false);
    m_panes->addPane(m_hits, tr("Found"), hitsWidth, 260, false);
    m_panes->addPane(m_reading, tr("Reading"), 620, 360, true);
    m_panes->setPaneShown(m_hits, false);

    auto *full = new QWidget(this);
    auto *fullLayout = new QVBoxLayout(full);
    setMargins(fullLayout, 0, 0, 0);
    fullLayout->addWidget(makeBar());
    fullLayout->addWidget(makeProblemLine());
    fullLayout->addWidget(m_panes, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(full);
    m_stack->addWidget(makeEmptyPage(addFolder, useSamples));

    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(typingPause);
    m_loadTimer->setSingleShot(true);
    m_loadTimer->setInterval(reloadPause);
    connectParts();
}

QWidget *LibraryPage::makeBar()
{
    m_search->setObjectName(u"librarySearch"_s);
    m_search->setAccessibleName(tr("Search runbooks"));
    m_search->setPlaceholderText(tr("Search runbooks"));
    m_search->setToolTip(tr("\"Words in quotes\" stand together, -word leaves out. service:, owner:, tag:, path: and alert: narrow it down."));
    addClearButton(m_search);
    addSearchIcon(m_search);
    m_search->setMaximumWidth(340);
    m_search->installEventFilter(this);

    auto *bar = makeFrame("surface", "bottom", this);
    bar->setMinimumHeight(52);
    auto *layout = new QHBoxLayout(bar);
    setMargins(layout, 16, 8, 12);
    layout->addWidget(m_search, 1);
    m_showOnly = makeLabel(tr("Show only"), TextStyle::Small, "muted", bar);
    layout->addWidget(m_showOnly);
    m_filters = {
        { new QPushButton(bar), [](const RunbookEntry &runbook, QDate) { return runbook.owners.isEmpty(); }, tr("No owner") },
        { new QPushButton(bar), [](const RunbookEntry &runbook, QDate) { return runbook.services.isEmpty(); }, tr("No service") },
        { new QPushButton(bar),
          [](const RunbookEntry &runbook, QDate today) { return runbook.reviewDue.isValid() && runbook.reviewDue < today; },
          tr("Review due") },
        { new QPushButton(bar), [](const RunbookEntry &runbook, QDate) { return runbook.alerts.isEmpty(); }, tr("No alert") },
        { new QPushButton(bar), [](const RunbookEntry &runbook, QDate) { return !runbook.brokenLinks.isEmpty(); }, tr("Broken links") },
    };
    for (const Filter &filter : std::as_const(m_filters)) {
        filter.button->setObjectName(u"libraryFilter"_s);
        filter.button->setProperty("buttonSize", u"chip"_s);
        filter.button->setCheckable(true);
        filter.button->setAutoDefault(false);
        connect(filter.button, &QPushButton::toggled, this, &LibraryPage::showFiltered);
        layout->addWidget(filter.button);
    }
    layout->addStretch();
    return bar;
}

/** Those that every chosen filter holds for. */
QList<RunbookEntry> LibraryPage::filtered() const
{
    const QDate today = m_workbench.clock().now().toLocalTime().date();
    QList<RunbookEntry> shown = m_runbooks;
    for (const Filter &filter : m_filters) {
        if (filter.button->isChecked())
            shown.removeIf([&](const RunbookEntry &runbook) { return !filter.holds(runbook, today); });
    }
    return shown;
}

/** A filter that would show nothing is not offered; one that is chosen stays, so that it can be taken back. */
void LibraryPage::showFiltered()
{
    const QDate today = m_workbench.clock().now().toLocalTime().date();
    bool any = false;
    for (const Filter &filter : std::as_const(m_filters)) {
        const auto count = std::count_if(m_runbooks.cbegin(), m_runbooks.cend(),
                                         [&](const RunbookEntry &runbook) { return filter.holds(runbook, today); });
        filter.button->setText(tr("%1  %2").arg(filter.word).arg(count));
        filter.button->setVisible(count > 0 || filter.button->isChecked());
        any = any || !filter.button->isHidden();
    }
    m_showOnly->setVisible(any);
    m_tree->setRunbooks(filtered());
}

QWidget *LibraryPage::makeProblemLine()
{
    m_problemLine = makeFrame("warnSoft", "bottom", this);
    m_problem = makeLabel({}, TextStyle::Body, nullptr, m_problemLine);
    m_problem->setObjectName(u"libraryProblem"_s);
    m_problem->setWordWrap(true);
    auto *layout = new QHBoxLayout(m_problemLine);
    setMargins(layout, 16, 6, 8);
    layout->addWidget(m_problem, 1);
    return m_problemLine;
}

QWidget *LibraryPage::makeEmptyPage(QAction *addFolder, QAction *useSamples)
{
    auto *page = new QWidget(this);
    m_emptySentence = makeLabel({}, TextStyle::Body, nullptr, page);
    m_emptySentence->setObjectName(u"libraryEmpty"_s);
    m_emptySentence->setWordWrap(true);
    m_addFolder = new ActionButton(addFolder, ActionButton::Size::Normal, ActionButton::Role::Primary, page);
    m_addFolder->setObjectName(u"libraryAddFolder"_s);
    auto *samples = new ActionButton(useSamples, ActionButton::Size::Normal, ActionButton::Role::Outlined, page);
    samples->setObjectName(u"libraryUseSamples"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_addFolder);
    buttons->addWidget(samples);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(page);
    setMargins(layout, 24, 24, 16);
    layout->addWidget(m_emptySentence);
    layout->addLayout(buttons);
    layout->addStretch();
    return page;
}

void LibraryPage::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::searchLater);
    connect(m_searchTimer, &QTimer::timeout, this, &LibraryPage::search);
    connect(m_tree, &RunbookTree::runbookChosen, this, [this](const RunbookRef &ref) { showRunbook(ref, {}); });
    connect(m_tree, &RunbookTree::groupingChosen, this,
            [this] { m_workbench.settings().setValue(Settings::Key::LibraryOrder, groupings().at(int(m_tree->grouping()))); });
    connect(m_hits, &HitList::hitChosen, this,
            [this](const SearchHit &hit) { showRunbook(hit.runbook.ref, hit.anchor); });
    connect(m_hits, &HitList::startAsked, this, &LibraryPage::start);
    connect(m_hits, &HitList::nearestChosen, this, [this] { focusSearch(m_nearest); });
    connect(m_panes, &FoldingPanes::foldedChanged, this, [this] { setHitsShown(!m_search->text().trimmed().isEmpty()); });
    connect(m_reading, &ReadingPane::linkPressed, this, &LibraryPage::linkPressed);
    connect(m_reading, &ReadingPane::serviceChosen, this, &LibraryPage::serviceChosen);
    connect(m_reading, &ReadingPane::runbookShown, this, [this] {
        m_tree->showCurrent(m_reading->current());
        if (const RunbookEntry *entry = entryOfCurrent())
            m_reading->setEntry(*entry);
        Q_EMIT currentChanged();
        if (std::exchange(m_startWhenShown, false) && !runbook().ref.isEmpty())
            m_startRunbook->trigger();
    });

    connect(m_loadTimer, &QTimer::timeout, this, &LibraryPage::loadRunbooks);
    connect(&m_workbench, &Workbench::indexStateChanged, this, &LibraryPage::followIndex);
    connect(&m_workbench, &Workbench::runbooksChanged, this, &LibraryPage::loadRunbooks);
    connect(&m_workbench, &Workbench::librariesChanged, this, &LibraryPage::showEmptySentence);
    showEmptySentence();
}

void LibraryPage::showRunbook(const RunbookRef &ref, const QString &anchor)
{
    m_startWhenShown = false;
    m_panes->showPane(m_reading);
    m_reading->showRunbook(ref, anchor);
}

void LibraryPage::focusSearch(const QString &text)
{
    if (m_stack->currentIndex() == EmptyPage) {
        m_addFolder->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    if (text.isEmpty())
        m_search->selectAll();
    else
        m_search->setText(text);
}

RunbookRef LibraryPage::current() const
{
    return m_reading->current();
}

const Runbook &LibraryPage::runbook() const
{
    return m_reading->runbook();
}

QString LibraryPage::anchor() const
{
    return m_reading->anchor();
}

void LibraryPage::start(const SearchHit &hit)
{
    m_panes->showPane(m_reading);
    m_startWhenShown = true;
    m_reading->showRunbook(hit.runbook.ref, hit.anchor);
}

void LibraryPage::followIndex()
{
    m_stale = true;
    if (m_workbench.indexState().reading && isVisible() && !m_loadTimer->isActive())
        m_loadTimer->start();
    showEmptySentence();
}

void LibraryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        loadRunbooks();
}

void LibraryPage::loadRunbooks()
{
    m_stale = true;
    if (!isVisible())
        return; // asked again when the page is shown
    m_stale = false;
    m_loadTimer->stop();
    const int request = ++m_loadRequest;
    whenAnswered(m_workbench.runbooks(), this, [this, request](const Result<QList<RunbookEntry>> &runbooks) {
        if (request != m_loadRequest)
            return;
        m_loaded = true;
        if (runbooks)
            setRunbooks(*runbooks);
        else
            showLoadProblem(indexFailureSentence(runbooks.problem()));
    });
}

void LibraryPage::showLoadProblem(const QString &sentence)
{
    showEmptySentence();
    m_emptySentence->setText(sentence);
}

void LibraryPage::setRunbooks(const QList<RunbookEntry> &runbooks)
{
    m_runbooks = runbooks;
    showFiltered();
    showEmptySentence();
    if (const RunbookEntry *entry = entryOfCurrent()) {
        m_reading->setEntry(*entry);
        m_reading->reloadIfChanged(entry->modifiedAt);
    }
    if (!m_search->text().trimmed().isEmpty())
        search();
}

/** What the list knows of the runbook being read; null when it is in none. */
const RunbookEntry *LibraryPage::entryOfCurrent() const
{
    const auto shown = std::find_if(m_runbooks.cbegin(), m_runbooks.cend(),
                                    [this](const RunbookEntry &entry) { return entry.ref == m_reading->current(); });
    return shown == m_runbooks.cend() ? nullptr : &*shown;
}

void LibraryPage::showEmptySentence()
{
    const IndexState &state = m_workbench.indexState();
    const QStringList folders = m_workbench.libraries();
    if (folders.isEmpty()) {
        m_emptySentence->setText(tr("No runbooks yet. Add a folder of markdown files, or try the samples."));
    } else if (state.reading) {
        m_emptySentence->setText(indexSentence(state));
    } else if (!state.readAt.isValid() && state.problems.isEmpty()) {
        m_emptySentence->setText(tr("The folders have not been read yet."));
    } else if (!state.problems.isEmpty()) {
        m_emptySentence->setText(state.problems.first().text);
    } else {
        QStringList names;
        for (const QString &folder : folders)
            names.append(QDir(folder).dirName());
        m_emptySentence->setText(tr("No markdown files in %1.").arg(names.join(u", "_s)));
    }
    // What is being read stays on the screen when its folder has just become empty.
    const bool isEmpty = m_runbooks.isEmpty() && (m_loaded || folders.isEmpty());
    m_stack->setCurrentIndex(isEmpty && current().isEmpty() ? EmptyPage : FullPage);
    m_problem->setText(state.problems.isEmpty() ? QString() : state.problems.first().text);
    m_problemLine->setVisible(!state.reading && !state.problems.isEmpty());
}

void LibraryPage::searchLater()
{
    if (!m_search->text().trimmed().isEmpty()) {
        m_searchTimer->start();
        return;
    }
    m_searchTimer->stop();
    ++m_searchRequest; // an answer under way is not wanted any more
    setHitsShown(false);
    m_reading->setMarkedWords({});
    m_panes->showPane(m_tree);
}

void LibraryPage::search()
{
    m_searchTimer->stop();
    const QString typed = m_search->text().trimmed();
    if (typed.isEmpty())
        return;
    const int request = ++m_searchRequest;
    whenAnswered(m_workbench.search(typed), this, [this, request, typed](const Result<QList<SearchHit>> &hits) {
        if (request != m_searchRequest)
            return;
        setHitsShown(true);
        if (hits)
            showHits(typed, *hits);
        else
            m_hits->showProblem(indexFailureSentence(hits.problem()));
    });
}

void LibraryPage::showHits(const QString &typed, const QList<SearchHit> &hits)
{
    const SearchQuery query = parseQuery(typed);
    m_reading->setMarkedWords(query.words + query.phrases);
    m_hits->showHits(typed, hits, m_workbench.indexState().reading);
    if (m_search->hasFocus())
        m_panes->showPane(m_hits);
    if (hits.isEmpty())
        askNearest(typed);
}

void LibraryPage::askNearest(const QString &typed)
{
    const int request = m_searchRequest;
    whenAnswered(m_workbench.nearestSearch(typed), this, [this, request](const QString &nearest) {
        if (request != m_searchRequest || nearest.isEmpty())
            return;
        m_nearest = nearest;
        m_hits->showNearest(m_nearest);
    });
}

void LibraryPage::setHitsShown(bool shown)
{
    m_panes->setPaneWidth(m_tree, shown ? treeWidthBesideHits : treeWidth);
    m_panes->setPaneShown(m_hits, shown);
}

bool LibraryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool searching = !m_search->text().trimmed().isEmpty();
    const bool starts = isEnter(key) && key.modifiers().testFlag(Qt::ControlModifier) && searching && !m_hits->isEmpty();
    const bool clears = key.key() == Qt::Key_Escape && !m_search->text().isEmpty();
    if (event->type() == QEvent::ShortcutOverride) {
        if (starts || clears)
            event->accept(); // meant for the search, not for the window
        return starts || clears;
    }
    if (clears)
        m_search->clear();
    else if (starts)
        m_hits->startCurrent();
    else if (key.key() == Qt::Key_Down && searching)
        m_hits->takeFocus();
    else if (key.key() == Qt::Key_Down)
        m_tree->setFocus(Qt::ShortcutFocusReason);
    else if (isEnter(key) && m_searchTimer->isActive())
        search();
    else if (isEnter(key) && searching)
        m_hits->readCurrent();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace Handrail
