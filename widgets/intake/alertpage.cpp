// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/alertpage.h"

#include "base/oddcharacters.h"
#include "base/whenanswered.h"
#include "checklist/checklist.h"
#include "itemmodels/listmodels.h"
#include "itemmodels/steplistmodel.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"
#include "widgets/intake/matchdelegate.h"
#include "widgets/intake/understoodpanel.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QScrollArea>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownIncidents = 2; ///< that are open about the same
constexpr int meaningBlocks = 3; ///< paragraphs of background the preview shows

/** The first words of background: what the alert means, without its heading. */
QList<Block> meaningOf(const Procedure &procedure)
{
    for (const Phase &phase : procedure.phases) {
        QList<Block> blocks;
        for (const Block &block : phase.context) {
            if (block.kind == Block::Kind::Paragraph && blocks.size() < meaningBlocks)
                blocks.append(block);
        }
        if (!blocks.isEmpty())
            return blocks;
    }
    return {};
}

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
    , m_steps(new StepListModel(this))
    , m_panes(new FoldingPanes(u"alertPanes"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(makeBand());
    layout->addWidget(m_panes, 1);
    m_panes->addPane(m_understood, tr("Understood"), 320, 240, false);
    m_panes->addPane(makeMatches(), tr("Runbooks"), 376, 270, false);
    m_panes->addPane(makePreview(), tr("Preview"), 504, 300, true);
    m_panes->setMainPane(1);

    m_understood->setFormats(workbench.alertFormats());
    connect(m_understood, &UnderstoodPanel::alertChosen, this, &AlertPage::review);
    connect(m_understood, &UnderstoodPanel::alertChosen, this, &AlertPage::match);
    connect(m_understood, &UnderstoodPanel::formatChosen, this, &AlertPage::readAs);
    connect(m_understood, &UnderstoodPanel::linkPressed, this, &AlertPage::linkPressed);
    connect(m_understood, &UnderstoodPanel::alertCorrected, this, &AlertPage::matchAgain);
    connect(&workbench, &Workbench::personChanged, this, &AlertPage::matchAgain);
    connect(&workbench, &Workbench::runbooksChanged, this, &AlertPage::matchAgain);
    connect(&workbench, &Workbench::catalogChanged, this, &AlertPage::matchAgain);
}

QWidget *AlertPage::makeBand()
{
    m_band = makeFrame("surface", "bottom", this);
    m_band->setObjectName(u"verdictBand"_s);
    m_verdictWord = makeLabel({}, TextStyle::VerdictWord, nullptr, m_band);
    m_verdictRest = makeLabel({}, TextStyle::Verdict, nullptr, m_band);
    m_verdictRest->setWordWrap(true);
    m_verdictReason = makeLabel({}, TextStyle::Small, "muted", m_band);
    m_verdictReason->setWordWrap(true);
    auto *sentence = new QHBoxLayout;
    sentence->setSpacing(6);
    sentence->addWidget(m_verdictWord, 0, Qt::AlignTop);
    sentence->addWidget(m_verdictRest, 1);
    auto *layout = new QVBoxLayout(m_band);
    setMargins(layout, 16, 10, 2);
    layout->addWidget(makeLabel(tr("Does this concern me?"), TextStyle::SmallStrong, "muted", m_band));
    layout->addLayout(sentence);
    layout->addWidget(m_verdictReason);
    m_openIncidents = new QVBoxLayout;
    setMargins(m_openIncidents, 0, 0, 0);
    layout->addLayout(m_openIncidents);
    return m_band;
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

QWidget *AlertPage::makePreview()
{
    auto *pane = new QWidget(this);
    m_previewHead = makeLabel({}, TextStyle::Body, "muted", pane);
    m_previewTitle = makeLabel({}, TextStyle::PageHead, nullptr, pane);
    m_previewTitle->setWordWrap(true);
    auto *start = new ActionButton(m_actions.startRunbook, ActionButton::Size::Big, ActionButton::Role::Primary, pane);
    start->setObjectName(u"startRunbook"_s);
    start->setKeyText(tr("Enter"));
    m_read = new QPushButton(tr("Read"), pane);
    m_read->setProperty("buttonSize", u"big"_s);
    m_read->setAutoDefault(false);
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT readWanted(m_runbook.ref, m_anchor); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(start);
    buttons->addWidget(m_read);
    buttons->addStretch();
    m_previewFacts = makeLabel({}, TextStyle::Small, "muted", pane);
    m_previewFacts->setWordWrap(true);
    m_wrong = makeLinkButton(tr("This is the wrong one"), u"cross"_s, pane);
    m_wrong->setObjectName(u"wrongRunbook"_s);
    m_wrong->setToolTip(tr("Puts it below the others, also when this alert comes again."));
    connect(m_wrong, &QPushButton::clicked, this, &AlertPage::reject);

    m_meaning = new MarkdownView(MarkdownView::Height::FitsContent, MarkdownWriter::Size::Body, pane);
    m_meaning->setAccessibleName(tr("Meaning"));
    connect(m_meaning, &MarkdownView::linkPressed, this, &AlertPage::linkPressed);
    m_stepView = new ChoiceList(u"previewSteps"_s, tr("Steps"), m_steps, new StepPreviewDelegate, pane);
    m_stepView->setSelectionMode(QAbstractItemView::NoSelection);
    m_stepView->setFocusPolicy(Qt::NoFocus);
    m_stepView->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_previewBody = new QWidget(pane);
    auto *body = new QVBoxLayout(m_previewBody);
    setMargins(body, 0, 0, 10);
    auto *line = makeFrame(nullptr, "top", m_previewBody);
    line->setFixedHeight(1);
    body->addWidget(line);
    body->addWidget(m_meaning);
    body->addWidget(m_stepView, 1);

    auto *layout = new QVBoxLayout(pane);
    setMargins(layout, 20, 16, 8);
    layout->addWidget(m_previewHead);
    layout->addWidget(m_previewTitle);
    layout->addLayout(buttons);
    layout->addWidget(m_previewFacts);
    layout->addWidget(m_wrong, 0, Qt::AlignLeft);
    layout->addWidget(m_previewBody, 1);
    layout->addStretch();
    return pane;
}

void AlertPage::showParsed(const ParsedAlerts &parsed)
{
    ++m_askedToRead;
    m_pasted = parsed.text;
    QStringList services;
    for (const Service &service : m_workbench.catalog().services())
        services.append(service.name);
    m_understood->setServices(services);
    ParsedAlerts shown = parsed;
    shown.alerts = Triage::alertsToMatch(parsed);
    m_understood->setParsed(shown, m_workbench.clock().now());
    review();
    match();
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
    m_shown.reset();
    whenAnswered(m_workbench.match(alert(), rejected()), this, [this, asked](const Result<MatchResult> &result) {
        if (asked != m_asked)
            return;
        if (result) {
            showMatches(*result);
            focusMatches();
        } else {
            showNoRunbook(tr("The index cannot be read."), result.problem().text);
        }
    });
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
        if (asked != m_asked || again != m_askedAgain || !result || *result == m_shown)
            return;
        const bool wasPreselected = m_shown->verdict == MatchResult::Verdict::Confident
            && m_shown->matches.first().runbook.ref == m_runbook.ref && m_shown->matches.first().anchor == m_anchor;
        const RunbookRef chosen = wasPreselected ? RunbookRef() : m_runbook.ref;
        const QString anchor = m_anchor;
        const bool hadFocus = m_matchView->hasFocus() || m_without->hasFocus();
        ++m_asked; // no preview of what is no longer there
        showMatches(*result);
        const auto same = std::find_if(result->matches.begin(), result->matches.end(), [&chosen, &anchor](const Match &match) {
            return match.runbook.ref == chosen && match.anchor == anchor;
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
    m_ownership = result.ownership;
    showVerdict(0);
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

void AlertPage::showVerdict(int lookSteps)
{
    const Verdict verdict = verdictOf(m_ownership, lookSteps);
    m_verdictWord->setText(verdict.word);
    m_verdictRest->setText(verdict.rest);
    m_verdictReason->setText(verdict.reason);
    m_verdictReason->setVisible(!verdict.reason.isEmpty());
    setStyleProperty(m_band, "ground", verdict.ground);
    m_band->setAccessibleName(verdict.word + u' ' + verdict.rest);
}

/** Whether somebody is on it already. */
void AlertPage::askOpenIncidents()
{
    const int asked = m_asked;
    whenAnswered(m_workbench.openIncidents(alert(), m_ownership.service), this, [this, asked](const QList<IncidentSummary> &incidents) {
        if (asked == m_asked)
            showOpenIncidents(incidents);
    });
}

void AlertPage::showOpenIncidents(const QList<IncidentSummary> &incidents)
{
    while (QLayoutItem *item = m_openIncidents->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const IncidentSummary &incident : incidents.first(std::min<qsizetype>(incidents.size(), shownIncidents))) {
        const QString who = incident.claim.by == m_workbench.personName() ? tr("you") : incident.claim.by;
        const QString since = dayAndTime(incident.claim.at, m_workbench.clock().now());
        auto *button = makeLinkButton(madeVisible(tr("Open already: %1 — %2, since %3").arg(incident.title, who, since)),
                                      u"incident"_s, m_band);
        button->setObjectName(u"openIncident"_s);
        connect(button, &QPushButton::clicked, this, [this, id = incident.id] { Q_EMIT incidentChosen(id); });
        auto *add = makeLinkButton(tr("Add this alert to it"), u"bell"_s, m_band);
        add->setObjectName(u"addToIncident"_s);
        add->setAccessibleName(madeVisible(tr("Add this alert to %1").arg(incident.title)));
        connect(add, &QPushButton::clicked, this, [this, id = incident.id] { Q_EMIT addToIncidentWanted(id); });
        auto *row = new QWidget(m_band);
        auto *line = new QHBoxLayout(row);
        setMargins(line, 0, 0, 12);
        line->addWidget(button);
        line->addWidget(add);
        line->addStretch();
        m_openIncidents->addWidget(row);
    }
    if (incidents.size() > shownIncidents) {
        m_openIncidents->addWidget(
            makeLabel(tr("and %1 more open incidents").arg(incidents.size() - shownIncidents), TextStyle::Small, "muted", m_band));
    }
}

void AlertPage::reject()
{
    const RunbookRef &ref = m_runbook.ref;
    m_rejected[keyOfAlert()].append({ ref.root, ref.path, m_anchor, m_previewTitle->text(), false, m_workbench.clock().now() });
    match();
}

void AlertPage::preview(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Match match = m_matches->value(index);
    const int asked = m_asked;
    m_previewHead->setText(tr("Preview of %1").arg(index.row() + 1));
    whenAnswered(m_workbench.preview(match.runbook.ref, match.anchor), this, [this, asked, match](const Result<RunbookPreview> &preview) {
        if (asked != m_asked)
            return;
        if (!preview) {
            showNoRunbook(match.title, preview.problem().text);
            return;
        }
        m_anchor = match.anchor;
        showRunbook(*preview);
    });
}

void AlertPage::showRunbook(const RunbookPreview &preview)
{
    m_runbook = preview.runbook;
    const Procedure &procedure = preview.procedure;
    m_steps->setProcedure(procedure, preview.risks, Progress());
    m_previewHead->show();
    m_previewTitle->setText(procedure.title);
    const int steps = procedure.stepCount();
    m_previewFacts->setText(steps == 0 ? tr("No steps were found in this text; it is shown whole. Nothing runs by itself.")
                                       : tr("%1 steps, %2 of them only look. Nothing runs by itself; you copy each command.")
                                             .arg(steps)
                                             .arg(lookOnlyCount(procedure)));
    m_meaning->showBlocks(meaningOf(procedure));
    m_previewBody->show();
    m_read->show();
    m_wrong->show();
    showVerdict(lookOnlyCount(procedure));
    Q_EMIT runbookChanged();
}

void AlertPage::showNoRunbook(const QString &title, const QString &sentence)
{
    m_runbook = {};
    m_anchor.clear();
    m_previewHead->hide();
    m_previewTitle->setText(title);
    m_previewFacts->setText(sentence);
    m_previewBody->hide();
    m_read->hide();
    m_wrong->hide();
    Q_EMIT runbookChanged();
}

} // namespace Handrail
