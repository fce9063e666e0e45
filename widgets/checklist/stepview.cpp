// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/stepview.h"

#include "base/linkpolicy.h"
#include "base/oddcharacters.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/checklist/choicesbox.h"
#include "widgets/checklist/commandcard.h"
#include "widgets/checklist/elidedlabel.h"
#include "widgets/checklist/stepparts.h"
#include "widgets/common/icons.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"
#include "widgets/common/sentences.h"
#include "widgets/incident/noteedit.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QGridLayout>
#include <QRegularExpression>
#include <QScrollBar>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int measure = 720; ///< px of the column's text
constexpr int wideMargin = 24;
constexpr int narrowMargin = 16;
constexpr int narrowBelow = 600;
constexpr int mostLinks = 8;
constexpr int blockGap = 14;
constexpr qsizetype shownOutputs = 2; ///< the latest; the others are in the timeline
constexpr qsizetype shownOutputLines = 6;

QString endTitle(const Progress &progress)
{
    QString title = StepView::tr("All %1 steps done").arg(progress.stepIds().size());
    if (const int failed = progress.count(StepState::Failed); failed > 0)
        title += StepView::tr(", %1 failed").arg(failed);
    if (const int skipped = progress.count(StepState::Skipped); skipped > 0)
        title += StepView::tr(", %1 skipped").arg(skipped);
    return title + u'.';
}

} // namespace

StepView::StepView(const Workbench &workbench, const IncidentSession &session, const IncidentActions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_workbench(workbench)
    , m_session(session)
    , m_actions(actions)
    , m_column(new QWidget(this))
    , m_columnLayout(new QVBoxLayout(m_column))
{
    setObjectName(u"stepView"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    m_column->setMaximumWidth(measure + 2 * wideMargin);
    m_columnLayout->setSpacing(0);
    m_columnLayout->addWidget(makeFirstTime());
    m_columnLayout->addSpacing(8);
    m_columnLayout->addWidget(makeFlash());
    m_columnLayout->addStretch();
    setSideMargins();
    setWidget(m_column);
}

QWidget *StepView::makeFlash()
{
    m_flash = new QWidget(m_column);
    m_flash->setObjectName(u"flashLine"_s);
    m_flashIcon = new QLabel(m_flash);
    m_flashText = new ElidedLabel(TextStyle::Small, "muted", m_flash);
    m_flashText->setObjectName(u"flashText"_s);
    QPushButton *undo = makeLinkButton(tr("Undo"), {}, m_flash);
    undo->setObjectName(u"flashUndo"_s);
    undo->setAccessibleName(tr("Undo the last tick"));
    connect(undo, &QPushButton::clicked, m_actions.undo, &QAction::trigger);
    m_undo = undo;
    connect(m_actions.undo, &QAction::changed, undo, [this] { m_undo->setVisible(m_cameFrom.isEmpty() && m_actions.undo->isEnabled()); });
    m_back = makeLinkButton(tr("Go back"), {}, m_flash);
    m_back->setObjectName(u"choiceBack"_s);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_flash->hide();
        Q_EMIT stepWanted(std::exchange(m_cameFrom, {}));
    });
    auto *line = new QHBoxLayout;
    setMargins(line, 0, 0, 6);
    line->addWidget(m_flashIcon);
    line->addWidget(m_flashText);
    line->addWidget(undo);
    line->addWidget(m_back);
    line->addStretch(1);

    m_afterFailure = makeFrame("warnSoft", "card", m_flash);
    m_afterFailure->setObjectName(u"afterFailure"_s);
    m_failureText = makeLabel({}, TextStyle::Body, nullptr, m_afterFailure);
    m_failureText->setWordWrap(true);
    QPushButton *help = makeLinkButton(tr("Ask for help"), u"help"_s, m_afterFailure);
    connect(help, &QPushButton::clicked, m_actions.askForHelp, &QAction::trigger);
    QPushButton *note = makeLinkButton(tr("Write a note"), u"note"_s, m_afterFailure);
    connect(note, &QPushButton::clicked, m_actions.note, &QAction::trigger);
    m_escalate = makeLinkButton(tr("Go to Escalation"), u"arrow-right"_s, m_afterFailure);
    m_escalate->setObjectName(u"goToEscalation"_s);
    connect(m_escalate, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(firstEscalation()); });
    auto *ways = new QHBoxLayout;
    setMargins(ways, 0, 0, 16);
    for (QPushButton *way : { help, note, m_escalate })
        ways->addWidget(way);
    ways->addStretch();
    auto *failure = new QVBoxLayout(m_afterFailure);
    setMargins(failure, 12, 8, 4);
    failure->addWidget(m_failureText);
    failure->addLayout(ways);

    auto *layout = new QVBoxLayout(m_flash);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_afterFailure);
    m_flash->hide();
    return m_flash;
}

QWidget *StepView::makeFirstTime()
{
    m_firstTime = makeFrame("infoSoft", "card", m_column);
    m_firstTime->setObjectName(u"firstTime"_s);
    m_firstTimeText = makeLabel({}, TextStyle::Body, nullptr, m_firstTime);
    m_firstTimeText->setWordWrap(true);
    QPushButton *close = makeLinkButton(tr("Understood"), u"check"_s, m_firstTime);
    close->setObjectName(u"firstTimeUnderstood"_s);
    connect(close, &QPushButton::clicked, m_firstTime, &QWidget::hide);
    auto *layout = new QVBoxLayout(m_firstTime);
    setMargins(layout, 16, 10, 4);
    layout->addWidget(m_firstTimeText);
    layout->addWidget(close, 0, Qt::AlignLeft);
    m_firstTime->hide();
    return m_firstTime;
}

void StepView::setFirstTime(const QString &sentence)
{
    m_firstTimeText->setText(sentence);
    m_firstTime->setVisible(!sentence.isEmpty());
}

void StepView::setBrief(bool brief)
{
    if (std::exchange(m_brief, brief) == brief || m_shown.isEmpty())
        return;
    const bool atEnd = m_shown.endsWith(u"\nend"_s) || m_shown.endsWith(u"\nresolved"_s);
    rebuild(m_session.progress().current(), atEnd);
}

/** The first step of the part that says whom to call; empty when there is none. */
QString StepView::firstEscalation() const
{
    for (const Phase &phase : m_session.procedure().phases) {
        if (phase.kind == Phase::Kind::Escalate && !phase.steps.isEmpty())
            return phase.steps.first().id;
    }
    return {};
}

void StepView::open()
{
    m_flash->hide();
    m_cameFrom.clear();
    m_firstTime->hide();
    m_shown.clear();
}

void StepView::showCameFrom(int number, const QString &stepId)
{
    m_cameFrom = stepId;
    m_flashIcon->setPixmap(icon(u"arrow-right"_s, Token::Muted).pixmap(14, 14));
    m_flashText->setFullText(tr("You came here from step %1.").arg(number));
    m_afterFailure->hide();
    m_undo->hide();
    m_back->show();
    m_flash->show();
}

/** What helps after a step that failed: what comes next, as far as that is known. */
QString StepView::afterFailure() const
{
    const QString next = m_session.progress().current();
    if (m_session.progress().allFinished() || !m_session.risks().contains(next))
        return tr("That is worth knowing. Write down what you saw.");
    switch (m_session.risks().value(next)) {
    case Risk::Read:
        return tr("That is worth knowing. Write down what you saw. The next step only looks and may still help.");
    case Risk::Unknown:
        return tr("That is worth knowing. Write down what you saw. What the next step does is not known: read it, and ask when you are not sure.");
    case Risk::Change:
    case Risk::Destroy:
        break;
    }
    return tr("That is worth knowing. The next step changes things: write down what you saw, and ask before you go on when you are not sure.");
}

void StepView::showFlash(int number, const QString &title, StepState state)
{
    m_cameFrom.clear();
    m_back->hide();
    m_undo->setVisible(m_actions.undo->isEnabled());
    const Sign sign = signOf(state);
    const bool taken = state == StepState::ToDo;
    m_flashIcon->setPixmap(icon(taken ? u"undo"_s : sign.icon, sign.token).pixmap(14, 14));
    const QString word = taken ? tr("taken back") : sign.word.toLower();
    m_flashText->setFullText(tr("Step %1 %2: %3").arg(QString::number(number), word, madeVisible(title.simplified())));
    m_failureText->setText(afterFailure());
    m_afterFailure->setVisible(state == StepState::Failed);
    m_firstTime->hide(); // who has answered a step has read it
    m_escalate->setVisible(!firstEscalation().isEmpty());
    m_flash->show();
}

void StepView::follow(bool atEnd)
{
    const QString stepId = m_session.progress().current();
    const QString wanted = m_session.incident().id + u'\n' + stepId + u'\n' + (atEnd ? m_session.incident().isOpen() ? u"end"_s : u"resolved"_s : QString());
    if (wanted != m_shown) {
        rebuild(stepId, atEnd);
        m_shown = wanted;
        return;
    }
    for (CommandCard *card : std::as_const(m_cards))
        card->setValues(m_session.values());
}

void StepView::rebuild(const QString &stepId, bool atEnd)
{
    m_cards.clear();
    m_kept = nullptr;
    m_seenOf.clear();
    const bool hadFocus = m_body && m_body->isAncestorOf(QApplication::focusWidget());
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget(m_column);
    m_body->setObjectName(u"stepBody"_s);
    m_bodyLayout = new QVBoxLayout(m_body);
    setMargins(m_bodyLayout, 0, 0, 0);
    m_columnLayout->insertWidget(m_columnLayout->indexOf(m_flash) + 1, m_body);
    const Step *step = m_session.procedure().step(stepId);
    addReturn();
    if (atEnd)
        showEnd();
    else if (step)
        showStep(*step);
    else
        showNoStep();
    m_body->show();
    verticalScrollBar()->setValue(0);
    if (hadFocus) // else it would go wherever the tab order begins
        focusTitle();
}

void StepView::addTitle(const QString &above, const QString &title)
{
    if (!above.isEmpty())
        m_bodyLayout->addWidget(makeLabel(above, TextStyle::Strong, "muted", m_body));
    m_title = makeLabel(breakable(madeVisible(title.simplified())), TextStyle::StepTitle, nullptr, m_body);
    m_title->setObjectName(u"stepTitle"_s);
    m_title->setWordWrap(true);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_title->setAccessibleName(above.isEmpty() ? title : above + u": "_s + title);
    m_bodyLayout->addWidget(m_title);
    m_bodyLayout->addSpacing(6);
}

void StepView::addText(const QString &text)
{
    QLabel *label = makeLabel(text, TextStyle::Instruction, nullptr, m_body);
    label->setWordWrap(true);
    m_bodyLayout->addWidget(label);
}

void StepView::showStep(const Step &step)
{
    const int number = int(m_session.progress().stepIds().indexOf(step.id)) + 1;
    addTitle(tr("Step %1").arg(number), step.title);
    const QList<StepPart> parts = partsOf(step);
    bool expectShown = step.expect.isEmpty();
    for (const StepPart &part : parts) {
        if (part.command) {
            if (!expectShown)
                addExpect(step);
            expectShown = true;
            auto *card = new CommandCard(*part.command, m_session.values(), m_session.runbook().replacedBytes > 0, m_body);
            if (m_cards.isEmpty())
                card->showKey(m_actions.copyCommand->shortcut());
            connect(card, &CommandCard::copied, this, &StepView::commandCopied);
            connect(card, &CommandCard::valueTyped, this, &StepView::valueTyped);
            connect(card, &CommandCard::valueDrafted, this, &StepView::valueDrafted);
            card->setDrafts([this](const QString &name) { return m_session.draft(IncidentSession::DraftKind::Value, name); });
            m_cards.append(card);
            m_bodyLayout->addSpacing(blockGap);
            m_bodyLayout->addWidget(card);
            continue;
        }
        const bool isSaidByTitle = !step.title.endsWith(u'…');
        if (m_brief && isSaidByTitle && !saysWarning(part))
            continue;
        auto *text = new MarkdownView(MarkdownView::Height::FitsContent, MarkdownWriter::Size::Instruction, m_body);
        text->setObjectName(u"instruction"_s);
        text->setAccessibleName(tr("What to do"));
        text->showBlocks(part.text, part.withoutCodeAt);
        connect(text, &MarkdownView::linkPressed, this, &StepView::linkPressed);
        m_bodyLayout->addSpacing(m_cards.isEmpty() ? 0 : blockGap);
        m_bodyLayout->addWidget(text);
    }
    if (!expectShown)
        addExpect(step);
    if (!m_cards.isEmpty() || !step.expect.isEmpty())
        addSeen(step);
    addChoices(step);
    QList<DashboardLink> links;
    for (const Inline &link : step.links)
        links.append({ plainText(link.children), link.target });
    addLinks(tr("Links"), links, u"link"_s);
    addLinks(tr("Dashboards"), dashboards(), u"dashboard"_s);
    addBackground(step);
}

/** Meaning, impact and what else is no step: unfolded before the first step of a part, where it is read, folded after it. */
void StepView::addBackground(const Step &step)
{
    const QList<Block> blocks = backgroundOf(m_session.procedure(), step.id);
    if (blocks.isEmpty())
        return;
    const auto startsPart = [&step](const Phase &phase) { return !phase.steps.isEmpty() && phase.steps.first().id == step.id; };
    const QList<Phase> &phases = m_session.procedure().phases;
    const bool isOpen = !m_brief && std::any_of(phases.begin(), phases.end(), startsPart);
    QPushButton *fold = makeLinkButton(tr("Background"), isOpen ? u"chevron-down"_s : u"chevron-right"_s, m_body);
    fold->setObjectName(u"backgroundFold"_s);
    fold->setCheckable(true);
    fold->setChecked(isOpen);
    auto *text = new MarkdownView(MarkdownView::Height::FitsContent, MarkdownWriter::Size::Body, m_body);
    text->setObjectName(u"background"_s);
    text->setAccessibleName(tr("Background"));
    text->showBlocks(blocks);
    text->setVisible(isOpen);
    connect(text, &MarkdownView::linkPressed, this, &StepView::linkPressed);
    connect(fold, &QPushButton::toggled, text, [fold, text](bool open) {
        fold->setIcon(icon(open ? u"chevron-down"_s : u"chevron-right"_s, Token::Link));
        text->setVisible(open);
    });
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addWidget(fold, 0, Qt::AlignLeft);
    m_bodyLayout->addWidget(text);
}

void StepView::addExpect(const Step &step)
{
    QFrame *box = makeFrame("surface", "info", m_body);
    box->setObjectName(u"expectBox"_s);
    auto *layout = new QHBoxLayout(box);
    setMargins(layout, 16, 11, 14);
    QLabel *word = makeLabel(tr("Expect"), TextStyle::EmphasisStrong, "info", box);
    layout->addWidget(word, 0, Qt::AlignTop);
    QLabel *text = makeLabel(breakable(madeVisible(expectationOf(step))), TextStyle::Emphasis, nullptr, box);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addWidget(box);
}

void StepView::addChoices(const Step &step)
{
    const QList<StepChoice> choices = choicesIn(step, m_session.procedure(), m_session.runbook());
    if (choices.isEmpty())
        return;
    auto *box = new ChoicesBox(m_workbench, m_session, choices, m_body);
    connect(box, &ChoicesBox::stepChosen, this, &StepView::choiceTaken);
    connect(box, &ChoicesBox::runbookChosen, this, &StepView::runbookWanted);
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addWidget(box);
}

/** A runbook that a step of another one led to says where that was, and leads back. */
void StepView::addReturn()
{
    const FollowedRunbook *from = m_session.incident().cameFrom();
    if (!from)
        return;
    const QString words = tr("Back to step %1 of %2").arg(QString::number(m_session.incident().runbook.origin.stepNumber),
                                                         madeVisible(from->opened.title.simplified()));
    QPushButton *back = makeLinkButton(fontMetrics().elidedText(words, Qt::ElideRight, measure * 2 / 3), u"arrow-left"_s, m_body);
    back->setObjectName(u"backToRunbook"_s);
    back->setEnabled(m_session.mayChange());
    connect(back, &QPushButton::clicked, this, &StepView::returnWanted);
    m_bodyLayout->addWidget(back, 0, Qt::AlignLeft);
    m_bodyLayout->addSpacing(6);
}

/** The box for what a command showed, and what was kept of it so far. */
void StepView::addSeen(const Step &step)
{
    m_seenOf = step.id;
    m_kept = new QVBoxLayout;
    m_kept->setContentsMargins(0, 0, 0, 8);
    m_kept->setSpacing(6);
    m_seen = new NoteEdit(m_body);
    m_seen->setObjectName(u"seenEdit"_s);
    m_seen->setAccessibleName(tr("What you saw"));
    m_seen->setPlaceholderText(tr("Paste what you saw. Enter keeps it with this step."));
    m_seen->setPlainText(m_session.draft(IncidentSession::DraftKind::Output, step.id));
    m_seen->setEnabled(!m_session.isReadOnly());
    connect(m_seen, &NoteEdit::longTextPasted, this, &StepView::longOutputEntered);
    connect(m_seen, &NoteEdit::submitted, this, [this] {
        if (!m_session.incident().isOpen())
            return;
        if (const QString seen = m_seen->toPlainText(); seen != m_keeping) { // a second press means the same one
            m_keeping = seen;
            Q_EMIT outputEntered(seen);
        }
    });
    connect(m_seen, &QPlainTextEdit::textChanged, this, [this, id = step.id] { Q_EMIT outputDrafted(id, m_seen->toPlainText()); });
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addLayout(m_kept);
    m_bodyLayout->addWidget(m_seen);
    m_keeping.clear();
    showKept(step.id, {});
}

void StepView::showKept(const QString &stepId, const QString &seen)
{
    if (!m_kept || stepId != m_seenOf)
        return;
    while (QLayoutItem *item = m_kept->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<KeptOutput> outputs = m_session.incident().outputs.value(stepId);
    for (const KeptOutput &output : outputs.mid(std::max<qsizetype>(0, outputs.size() - shownOutputs))) {
        const Sign sign = signOfVerdict(output.verdict);
        auto *box = makeFrame("codeBg", "card", m_body);
        box->setObjectName(u"keptOutput"_s);
        auto *head = new QLabel(box);
        head->setPixmap(icon(sign.icon, sign.token).pixmap(14, 14));
        QLabel *word = makeLabel(tr("%1, %2").arg(sign.word, clockTime(output.at) + u' ' + zoneName(output.at)), TextStyle::SmallStrong, nullptr, box);
        static const QRegularExpression blankEnd(u"\\s+$"_s);
        QStringList lines = madeVisible(QString(output.text).remove(blankEnd)).split(u'\n');
        const qsizetype more = lines.size() - shownOutputLines;
        lines = lines.mid(0, shownOutputLines);
        if (more > 0)
            lines.append(tr("and %1 more lines, kept in the timeline").arg(more));
        QLabel *text = makeLabel(lines.join(u'\n'), TextStyle::Mono, nullptr, box);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setMinimumWidth(1);
        auto *line = new QHBoxLayout;
        setMargins(line, 0, 0, 6);
        line->addWidget(head);
        line->addWidget(word);
        line->addStretch();
        auto *layout = new QVBoxLayout(box);
        setMargins(layout, 12, 8, 4);
        layout->addLayout(line);
        layout->addWidget(text);
        m_kept->addWidget(box);
    }
    if (seen.isEmpty() || !m_seen)
        return;
    m_keeping.clear();
    if (const QString text = m_seen->toPlainText(); text.startsWith(seen)) // what was typed since stays
        m_seen->setPlainText(text.sliced(seen.size()));
}

QList<DashboardLink> StepView::dashboards() const
{
    QList<DashboardLink> links = m_session.runbook().dashboards;
    const Service *service = m_workbench.catalog().find(m_session.incident().service);
    if (!service)
        return links;
    for (const DashboardLink &link : service->dashboards) {
        const auto sameTitle = [&link](const DashboardLink &known) { return known.title.compare(link.title, Qt::CaseInsensitive) == 0; };
        if (std::none_of(links.begin(), links.end(), sameTitle))
            links.append(link);
    }
    return links;
}

void StepView::addLinks(const QString &word, const QList<DashboardLink> &links, const QString &iconName)
{
    QList<QPushButton *> buttons;
    for (const DashboardLink &link : links) {
        const FilledUrl filled = m_session.filledUrl(link.url);
        const QString target = filled.url;
        const LinkVerdict verdict = judgeLink(filled.isComplete() ? target : withoutPlaceholders(target));
        if (verdict.kind == LinkVerdict::Kind::Refused || verdict.kind == LinkVerdict::Kind::Anchor || buttons.size() == mostLinks)
            continue;
        const QString title = madeVisible(link.title.isEmpty() ? target : link.title).simplified();
        QPushButton *button = makeLinkButton(fontMetrics().elidedText(title, Qt::ElideMiddle, measure / 2), iconName, m_body);
        button->setAccessibleName(title);
        button->setToolTip(verdict.kind == LinkVerdict::Kind::Web ? verdict.host : target);
        if (!filled.isComplete()) {
            button->setEnabled(false);
            button->setToolTip(madeVisible(filled.refused.isEmpty()
                                               ? tr("The alert has no value for %1.").arg(filled.missing.join(u", "_s))
                                               : tr("An alert does not choose where a link leads: %1 stays open.")
                                                     .arg(filled.refused.join(u", "_s))));
        }
        connect(button, &QPushButton::clicked, this, [this, target] { Q_EMIT linkPressed(target); });
        buttons.append(button);
    }
    if (buttons.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->addWidget(makeLabel(word, TextStyle::Small, "muted", m_body), 0, 0);
    for (int i = 0; i < int(buttons.size()); ++i)
        grid->addWidget(buttons.at(i), i, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addLayout(grid);
}

void StepView::showEnd()
{
    addTitle({}, endTitle(m_session.progress()));
    const bool open = m_session.incident().isOpen();
    addText(open ? tr("If the alert is quiet again, resolve the incident. The notes stay open either way.")
                 : tr("This incident is resolved. Export its report, or reopen it."));
    auto *buttons = new QHBoxLayout;
    setMargins(buttons, 0, 0, 8);
    auto *resolve = new ActionButton(m_actions.resolve, ActionButton::Size::Big, ActionButton::Role::Primary, m_body);
    resolve->setObjectName(u"endResolveButton"_s);
    auto *report = new ActionButton(m_actions.exportReport, ActionButton::Size::Big, ActionButton::Role::Outlined, m_body);
    report->setObjectName(u"endExportButton"_s);
    buttons->addWidget(resolve);
    buttons->addWidget(report);
    buttons->addStretch();
    m_bodyLayout->addSpacing(blockGap);
    m_bodyLayout->addLayout(buttons);
}

void StepView::showNoStep()
{
    const bool hasRunbook = !m_session.runbook().ref.isEmpty();
    addTitle({}, hasRunbook ? m_session.runbook().title : tr("No runbook"));
    addText(hasRunbook ? tr("This runbook has no steps to tick. Read it here, and write down what you do.")
                       : tr("Write down what you do. Enter adds a note, with its time, to the timeline."));
    if (hasRunbook) {
        auto *text = new MarkdownView(MarkdownView::Height::FitsContent, MarkdownWriter::Size::Body, m_body);
        text->setAccessibleName(tr("The whole runbook"));
        text->showBlocks(m_session.runbook().document.root.children);
        connect(text, &MarkdownView::linkPressed, this, &StepView::linkPressed);
        m_bodyLayout->addSpacing(blockGap);
        m_bodyLayout->addWidget(text);
    }
    addLinks(tr("Dashboards"), dashboards(), u"dashboard"_s);
}

void StepView::focusTitle()
{
    if (!m_title)
        return;
    m_title->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(m_title, 0, 0);
    QAccessibleEvent spoken(m_title.data(), QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void StepView::copyCommand()
{
    if (m_cards.isEmpty())
        return;
    CommandCard *meant = m_cards.first();
    for (CommandCard *card : std::as_const(m_cards)) {
        if (card->isAncestorOf(focusWidget()))
            meant = card;
    }
    ensureWidgetVisible(meant, 0, 16);
    meant->copy();
}

void StepView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    setSideMargins();
}

void StepView::setSideMargins()
{
    const int side = width() < narrowBelow ? narrowMargin : wideMargin;
    m_columnLayout->setContentsMargins(side, 12, side, 16);
}

} // namespace Handrail
