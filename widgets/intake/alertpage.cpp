// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/alertpage.h"

#include "base/oddcharacters.h"
#include "base/whenanswered.h"
#include "checklist/checklist.h"
#include "itemmodels/listmodels.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/parts.h"
#include "widgets/intake/concernband.h"
#include "widgets/intake/matchdelegate.h"
#include "widgets/intake/matchpreview.h"
#include "widgets/intake/understoodpanel.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString deadLinkText(const MatchResult &result)
{
    constexpr qsizetype longest = 160; // characters: three lines where the page is narrowest
    const QString whole = madeVisible(result.deadLink);
    const QString link = breakable(whole.size() > longest ? whole.first(longest / 2) + u'…' + whole.last(longest / 2) : whole);
    const std::optional<Match> &nearest = result.nearestToDeadLink;
    return nearest ? AlertPage::tr("The alert's own runbook link leads to no file here: %1\nThe nearest is %2.")
                         .arg(link, breakable(madeVisible(nearest->runbook.ref.path)))
                   : AlertPage::tr("The alert's own runbook link leads to no file here: %1").arg(link);
}

} // namespace

AlertPage::AlertPage(Workbench &workbench, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_actions(actions)
    , m_understood(new UnderstoodPanel(this))
    , m_matches(new MatchListModel(this))
    , m_band(new ConcernBand(this))
    , m_preview(new MatchPreview(actions.startRunbook, this))
    , m_panes(new FoldingPanes(u"alertPanes"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_band);
    layout->addWidget(m_panes, 1);
    m_panes->addPane(m_understood, tr("Understood"), 320, 256, false);
    m_panes->addPane(makeMatches(), tr("Runbooks"), 376, 270, false);
    m_panes->addPane(m_preview, tr("Preview"), 504, 300, true);
    m_panes->setMainPane(1);

    m_understood->setFormats(workbench.alertFormats());
    connect(m_understood, &UnderstoodPanel::alertChosen, this, &AlertPage::review);
    connect(m_understood, &UnderstoodPanel::alertChosen, this, &AlertPage::match);
    connect(m_understood, &UnderstoodPanel::formatChosen, this, &AlertPage::readAs);
    connect(m_understood, &UnderstoodPanel::linkPressed, this, &AlertPage::linkPressed);
    connect(m_understood, &UnderstoodPanel::alertCorrected, this, [this] {
        m_movesFocus = false;
        matchAgain();
    });
    connect(m_band, &ConcernBand::incidentChosen, this, &AlertPage::incidentChosen);
    connect(m_band, &ConcernBand::addToIncidentWanted, this, &AlertPage::addToIncidentWanted);
    connect(m_preview, &MatchPreview::readWanted, this, [this] {
        if (!runbook().ref.isEmpty()) // the next preview may be on its way
            Q_EMIT readWanted(runbook().ref, m_anchor);
    });
    connect(m_preview, &MatchPreview::rejected, this, &AlertPage::reject);
    connect(m_preview, &MatchPreview::linkPressed, this, &AlertPage::linkPressed);
    connect(&workbench, &Workbench::personChanged, this, &AlertPage::matchAgain);
    connect(&workbench, &Workbench::runbooksChanged, this, &AlertPage::matchAgain);
    connect(&workbench, &Workbench::catalogChanged, this, &AlertPage::offerServices);
    connect(&workbench, &Workbench::catalogChanged, this, &AlertPage::matchAgain);
}

QWidget *AlertPage::makeMatches()
{
    auto *pane = new QWidget(this);
    m_matchHead = makeLabel({}, TextStyle::Strong, nullptr, pane);
    m_noMatch = makeLabel({}, TextStyle::Body, nullptr, pane);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_noMatch->setWordWrap(true);
    m_deadLink = makeLabel({}, TextStyle::Small, "warn", pane);
    m_deadLink->setObjectName(u"deadLink"_s);
    m_deadLink->setWordWrap(true);
    m_deadLink->setMinimumWidth(1);
    m_deadLink->hide();
    m_delegate = new MatchDelegate(pane);
    m_matchView = new ChoiceList(u"matchList"_s, tr("Runbooks for this alert"), m_matches, m_delegate, pane);
    m_matchView->setChoosesOnFocus(false); // one that is not sure is chosen by a person
    connect(m_matchView, &ChoiceList::currentMoved, this, &AlertPage::preview);
    connect(m_matchView, &ChoiceList::returnPressed, m_actions.startRunbook, &QAction::trigger);
    connect(m_matchView, &QListView::doubleClicked, m_actions.startRunbook, &QAction::trigger);

    m_none = makeLabel(tr("None of these?"), TextStyle::Body, "muted", pane);
    m_without = makeLinkButton(m_actions.startWithout->text().remove(u'&'), u"flag"_s, pane);
    m_without->setObjectName(u"startWithout"_s);
    connect(m_without, &QPushButton::clicked, m_actions.startWithout, &QAction::trigger);
    auto *all = makeLinkButton(m_actions.searchAll->text().remove(u'&'), u"search"_s, pane);
    connect(all, &QPushButton::clicked, m_actions.searchAll, &QAction::trigger);
    auto *write = makeLinkButton(m_actions.writeRunbook->text().remove(u'&'), u"pencil"_s, pane);
    write->setObjectName(u"writeRunbookFromAlert"_s);
    connect(write, &QPushButton::clicked, m_actions.writeRunbook, &QAction::trigger);

    auto *layout = new QVBoxLayout(pane);
    setMargins(layout, 16, 12, 8);
    layout->addWidget(m_matchHead);
    layout->addWidget(m_noMatch);
    layout->addWidget(m_deadLink);
    layout->addWidget(m_matchView, 1);
    layout->addWidget(m_none);
    layout->addWidget(m_without, 0, Qt::AlignLeft);
    layout->addWidget(all, 0, Qt::AlignLeft);
    layout->addWidget(write, 0, Qt::AlignLeft);
    layout->addStretch();
    return pane;
}

void AlertPage::showParsed(const ParsedAlerts &parsed)
{
    ++m_askedToRead;
    m_pasted = parsed.text;
    offerServices();
    ParsedAlerts shown = parsed;
    shown.alerts = Triage::alertsToMatch(parsed);
    m_understood->setParsed(shown, m_workbench.clock().now());
    m_movesFocus = true;
    review();
    match();
}

void AlertPage::offerServices()
{
    QStringList services;
    for (const Service &service : m_workbench.catalog().services())
        services.append(service.name);
    m_understood->setServices(services);
}

void AlertPage::readAs(const QString &format)
{
    const int asked = ++m_askedToRead;
    whenAnswered(m_workbench.readAs(format, m_pasted), this, [this, asked](const ParsedAlerts &parsed) {
        if (asked == m_askedToRead)
            showParsed(parsed);
    });
}

void AlertPage::review()
{
    const Alert reviewed = m_understood->alertAsRead();
    whenAnswered(m_workbench.review(reviewed, m_pasted), this, [this, reviewed](const PasteReview &review) {
        if (reviewed == m_understood->alertAsRead())
            m_understood->setReview(review);
    });
}

const Alert &AlertPage::alert() const
{
    return m_understood->alert();
}

QString AlertPage::keyOfAlert() const
{
    const Alert read = m_understood->alertAsRead(); // a name that is corrected makes it no other
    return !read.fingerprint.isEmpty() ? read.fingerprint : read.name.isEmpty() ? m_pasted : read.name;
}

void AlertPage::match()
{
    const int asked = ++m_asked;
    clear(); // nothing of another alert stays until the answer, least of all a runbook to start
    whenAnswered(m_workbench.match(alert(), rejected()), this, [this, asked](const Result<MatchResult> &result) {
        if (asked != m_asked)
            return;
        if (!result) {
            showFailure(result.problem());
            return;
        }
        showMatches(*result);
        if (std::exchange(m_movesFocus, false) && !m_understood->isBeingCorrected())
            focusMatches();
    });
}

void AlertPage::clear()
{
    m_shown.reset();
    m_band->clear(tr("Looking for its owner and its runbooks…"));
    m_matches->setValues({});
    m_matchHead->setText(tr("Runbooks for this alert"));
    m_noMatch->hide();
    m_deadLink->hide();
    showNoRunbook(tr("Looking for runbooks…"), {});
}

void AlertPage::showFailure(const Problem &problem)
{
    clear();
    m_band->clear(tr("Not worked out: the index of the runbooks cannot be read."));
    showNoRunbook(tr("The index of the runbooks cannot be read"), indexFailureSentence(problem));
}

void AlertPage::matchAgain()
{
    if (m_pasted.isEmpty())
        return;
    if (!m_shown) {
        match(); // the answer that is awaited may be older than the change
        return;
    }
    const int asked = m_asked;
    const int again = ++m_askedAgain;
    whenAnswered(m_workbench.match(alert(), rejected()), this, [this, asked, again](const Result<MatchResult> &result) {
        if (asked != m_asked || again != m_askedAgain)
            return;
        if (!result) {
            ++m_asked; // no open incidents of what is no longer there
            showFailure(result.problem());
            return;
        }
        if (*result == m_shown) {
            askOpenIncidents(); // by the name, which may be corrected
            return;
        }
        const QModelIndex current = m_matchView->currentIndex();
        const bool wasPreselected = m_shown->verdict == MatchResult::Verdict::Confident && current.row() == 0;
        const Match chosen = current.isValid() && !wasPreselected ? m_matches->value(current) : Match();
        const bool hadFocus = m_matchView->hasFocus() || m_without->hasFocus();
        ++m_asked; // no open incidents of what is no longer there
        showMatches(*result);
        const auto same = std::find_if(result->matches.begin(), result->matches.end(), [&chosen](const Match &match) {
            return match.runbook.ref == chosen.runbook.ref && match.anchor == chosen.anchor;
        });
        if (same != result->matches.end())
            m_matchView->setCurrentIndex(m_matches->index(int(same - result->matches.begin())));
        if (hadFocus)
            focusMatches();
    });
}

void AlertPage::showMatches(const MatchResult &result)
{
    m_shown = result;
    m_matchView->setCurrentIndex({}); // also when the same one is chosen next: its preview is shown anew
    m_band->setOwnership(result.ownership);
    askOpenIncidents();
    m_deadLink->setText(deadLinkText(result));
    m_deadLink->setVisible(!result.deadLink.isEmpty());
    const bool none = result.matches.isEmpty();
    m_delegate->setVerdict(result.verdict);
    m_delegate->setToday(m_workbench.clock().now().toLocalTime().date());
    m_matches->setValues(result.matches);
    m_matchHead->setText(none ? tr("Runbooks for this alert") : tr("Runbooks for this alert  %1").arg(result.matches.size()));
    m_noMatch->setText(m_workbench.indexState().runbooks == 0
                           ? tr("No runbooks yet. Add a folder of markdown files, or try the samples.")
                           : tr("No runbook matches this alert."));
    m_noMatch->setVisible(none);
    m_matchView->setVisible(!none);
    m_none->setVisible(!none);
    if (none) {
        showNoRunbook(tr("No runbook matches this alert"),
                      tr("Start without a runbook and write down what you do, or search all runbooks."));
        return;
    }
    if (result.verdict == MatchResult::Verdict::Confident) {
        m_matchView->setCurrentIndex(m_matches->index(0));
    } else {
        m_matchView->clearSelection();
        showNoRunbook(tr("None is a sure match"), tr("Choose a runbook to see its steps, or start without one."));
    }
}

void AlertPage::focusMatches()
{
    QWidget *focus = m_shown->matches.isEmpty() ? static_cast<QWidget *>(m_without) : m_matchView;
    focus->setFocus(Qt::OtherFocusReason);
}

/** Whether somebody is on it already. */
void AlertPage::askOpenIncidents()
{
    const int asked = m_asked;
    whenAnswered(m_workbench.openIncidents(alert(), m_shown->ownership.service), this, [this, asked](const QList<IncidentSummary> &incidents) {
        if (asked == m_asked)
            m_band->setOpenIncidents(incidents, m_workbench.personName(), m_workbench.clock().now());
    });
}

void AlertPage::reject()
{
    const RunbookRef ref = runbook().ref;
    if (ref.isEmpty()) // the next preview may be on its way
        return;
    m_movesFocus = true;
    m_rejected[keyOfAlert()].append({ ref.root, ref.path, m_anchor, m_chosen.procedure.title, false, m_workbench.clock().now() });
    match();
}

void AlertPage::preview(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Match match = m_matches->value(index);
    const int asked = ++m_askedPreview;
    const int rank = index.row() + 1;
    forgetRunbook(); // what is current is started, and nothing that was before
    whenAnswered(m_workbench.preview(match.runbook.ref, match.anchor), this, [this, asked, match, rank](const Result<RunbookPreview> &preview) {
        if (asked != m_askedPreview)
            return;
        if (!preview) {
            showNoRunbook(match.title, preview.problem().text);
            return;
        }
        m_chosen = *preview;
        m_anchor = match.anchor;
        m_preview->showRunbook(*preview, rank);
        m_band->setLookSteps(lookOnlyCount(preview->procedure));
        Q_EMIT runbookChanged();
    });
}

void AlertPage::showNoRunbook(const QString &title, const QString &sentence)
{
    ++m_askedPreview;
    m_preview->showNone(title, sentence);
    forgetRunbook();
}

void AlertPage::forgetRunbook()
{
    m_chosen = {};
    m_anchor.clear();
    Q_EMIT runbookChanged();
}

} // namespace Handrail
