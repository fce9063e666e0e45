// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/readingpane.h"

#include "base/linkpolicy.h"
#include "base/whenanswered.h"
#include "library/runbooklinks.h"
#include "session/workbench.h"
#include "widgets/common/findbar.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTimer>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMarks = 300;
constexpr int mostServices = 3;
constexpr int mostProblems = 3;
constexpr std::chrono::seconds longestWait(5); ///< before it is said that a runbook's folder does not answer

enum Page { SentencePage, TextPage };

QString dayText(const QDate &day, const QDate &today)
{
    return QLocale().toString(day, day.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QLabel *wrappingLabel(const char *name, TextStyle style, const char *tone, QWidget *parent)
{
    QLabel *label = makeLabel({}, style, tone, parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setMinimumWidth(1); // one long word must not hold the pane open
    label->hide();
    return label;
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/** What the file itself says, for one that the library does not list. */
RunbookEntry entryOf(const Runbook &runbook)
{
    RunbookEntry entry;
    entry.ref = runbook.ref;
    entry.services = runbook.services;
    entry.owners = runbook.owners;
    entry.changedAt = runbook.modifiedAt;
    return entry;
}

} // namespace

ReadingPane::ReadingPane(Workbench &workbench, QAction *startRunbook, QAction *followHere, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(wrappingLabel("readingTitle", TextStyle::PageHead, nullptr, this))
    , m_facts(wrappingLabel("readingFacts", TextStyle::Small, "muted", this))
    , m_noOwner(wrappingLabel("readingNoOwner", TextStyle::SmallStrong, "warn", this))
    , m_due(wrappingLabel("readingReviewDue", TextStyle::SmallStrong, "warn", this))
    , m_problems(wrappingLabel("readingProblems", TextStyle::Small, "muted", this))
    , m_brokenLinks(wrappingLabel("readingBrokenLinks", TextStyle::Small, "warn", this))
    , m_linkNotice(wrappingLabel("readingLinkNotice", TextStyle::Small, "warn", this))
    , m_view(new MarkdownView(MarkdownView::Height::Scrolls, MarkdownWriter::Size::Body, this))
    , m_find(new FindBar(m_view, this))
    , m_sentence(wrappingLabel("readingSentence", TextStyle::Body, nullptr, this))
    , m_consequence(wrappingLabel("readingConsequence", TextStyle::Body, "muted", this))
{
    m_view->setObjectName(u"readingView"_s);
    m_view->setAccessibleName(tr("Runbook"));
    showText(m_sentence, tr("Choose a runbook at the left, or search."));

    auto *text = new QWidget(this);
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins(24, 16, 12, 0);
    textLayout->setSpacing(8);
    textLayout->addWidget(makeHead(startRunbook, followHere));
    textLayout->addWidget(m_find);
    textLayout->addWidget(m_view, 1);

    auto *sentence = new QWidget(this);
    auto *sentenceLayout = new QVBoxLayout(sentence);
    setMargins(sentenceLayout, 24, 16, 8);
    sentenceLayout->addWidget(m_sentence);
    sentenceLayout->addWidget(m_consequence);
    sentenceLayout->addStretch();

    m_stack = new QStackedLayout(this);
    m_stack->insertWidget(SentencePage, sentence);
    m_stack->insertWidget(TextPage, text);
    setFocusProxy(m_view);
    connect(m_view, &MarkdownView::linkPressed, this, &ReadingPane::follow);
    connect(m_find, &FindBar::marksChanged, this, &ReadingPane::markWords);
}

QWidget *ReadingPane::makeHead(QAction *startRunbook, QAction *followHere)
{
    auto *head = new QWidget(this);
    auto *start = new ActionButton(startRunbook, ActionButton::Size::Normal, ActionButton::Role::Primary, head);
    start->setObjectName(u"libraryStart"_s);
    auto *follow = new ActionButton(followHere, ActionButton::Size::Normal, ActionButton::Role::Outlined, head);
    follow->setObjectName(u"libraryFollowHere"_s);
    const auto showFollow = [follow, followHere] { follow->setVisible(followHere->isEnabled()); };
    connect(followHere, &QAction::changed, follow, showFollow);
    showFollow();
    auto *warnings = new QHBoxLayout;
    warnings->setSpacing(16);
    warnings->addWidget(m_noOwner, 1);
    warnings->addWidget(m_due, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 6, 0, 4);
    buttons->setSpacing(12);
    buttons->addWidget(start);
    m_services = new QHBoxLayout;
    m_services->setSpacing(8);
    buttons->addLayout(m_services);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addLayout(warnings);
    layout->addLayout(buttons);
    layout->addWidget(follow, 0, Qt::AlignLeft); // a line of its own: the pane is narrow beside the hits
    layout->addWidget(m_problems);
    layout->addWidget(m_brokenLinks);
    layout->addWidget(m_linkNotice);
    return head;
}

void ReadingPane::showRunbook(const RunbookRef &ref, const QString &anchor)
{
    m_history.visit(ref, anchor, m_view->verticalScrollBar()->value());
    go({ ref, anchor, 0 });
}

void ReadingPane::goBack()
{
    if (canGoBack())
        go(m_history.back(m_view->verticalScrollBar()->value()));
}

void ReadingPane::goForward()
{
    if (canGoForward())
        go(m_history.forward(m_view->verticalScrollBar()->value()));
}

void ReadingPane::find()
{
    if (m_stack->currentIndex() == TextPage)
        m_find->open();
}

void ReadingPane::go(const ReadingHistory::Place &place)
{
    const auto &[ref, anchor, scroll] = place;
    m_anchor = anchor;
    showText(m_linkNotice, {});
    if (ref == m_runbook.ref && ref == m_ref) {
        if (scroll > 0 || anchor.isEmpty())
            m_view->verticalScrollBar()->setValue(scroll);
        else
            goToAnchor();
        Q_EMIT runbookShown();
        return;
    }
    m_ref = ref;
    m_runbook = {}; // until the new one is read, nothing can be started by mistake
    load(scroll);
}

void ReadingPane::reloadIfChanged(const QDateTime &modifiedAt)
{
    if (m_runbook.ref == m_ref && m_runbook.modifiedAt.toMSecsSinceEpoch() != modifiedAt.toMSecsSinceEpoch())
        load(m_view->verticalScrollBar()->value());
}

void ReadingPane::load(int scrollPosition)
{
    const int request = ++m_request;
    whenAnswered(m_workbench.open(m_ref), this, [this, request, scrollPosition](const Result<Runbook> &read) {
        if (request != m_request)
            return;
        m_answered = request;
        showAnswer(read, scrollPosition);
    });
    QTimer::singleShot(longestWait, this, [this, request] {
        if (request == m_request && request != m_answered)
            showNotRead(tr("The folder %1 does not answer.").arg(breakable(m_ref.root))); // if it does later, the runbook is shown then
    });
}

void ReadingPane::showNotRead(const QString &sentence)
{
    m_runbook = {};
    showText(m_sentence, sentence);
    showText(m_consequence, tr("%1 was not opened; nothing was changed.").arg(breakable(m_ref.path)));
    m_stack->setCurrentIndex(SentencePage);
    Q_EMIT runbookShown();
}

void ReadingPane::showAnswer(const Result<Runbook> &read, int scrollPosition)
{
    if (!read) {
        showNotRead(read.problem().text);
        return;
    }
    m_runbook = *read;
    m_workbench.remember(m_ref);
    if (m_entry.ref != m_ref)
        setEntry(entryOf(m_runbook));
    else
        showFacts();
    showProblems();
    showBlocks();
    m_stack->setCurrentIndex(TextPage);
    m_find->findAgain();
    markWords();
    // The text's places are known once the pane has its size.
    QTimer::singleShot(0, this, [this, scrollPosition] {
        if (scrollPosition > 0)
            m_view->verticalScrollBar()->setValue(scrollPosition);
        else
            goToAnchor();
    });
    Q_EMIT runbookShown();
}

void ReadingPane::setEntry(const RunbookEntry &entry)
{
    m_entry = entry;
    showFacts();
    showServices();
    showBrokenLinks();
}

void ReadingPane::showFacts()
{
    const QDate today = m_workbench.clock().now().toLocalTime().date();
    QStringList facts { m_runbook.ref.path };
    if (!m_entry.owners.isEmpty())
        facts.append(tr("owner %1").arg(m_entry.owners.join(u", "_s)));
    if (m_entry.changedAt.isValid())
        facts.append(tr("changed %1").arg(dayText(m_entry.changedAt.toLocalTime().date(), today)));
    if (m_runbook.reviewedOn.isValid())
        facts.append(tr("reviewed %1").arg(dayText(m_runbook.reviewedOn, today)));

    showText(m_title, m_runbook.title);
    m_facts->setAccessibleName(facts.join(u" · "_s));
    facts.first() = breakable(facts.first());
    showText(m_facts, facts.join(u" · "_s));
    showText(m_noOwner, m_entry.owners.isEmpty() ? tr("no owner") : QString());
    const bool isDue = m_runbook.reviewDue.isValid() && m_runbook.reviewDue < today;
    showText(m_due, isDue ? tr("review was due %1").arg(dayText(m_runbook.reviewDue, today)) : QString());
}

/** The services it is for, each leading to its page. */
void ReadingPane::showServices()
{
    while (QLayoutItem *item = m_services->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList &services = m_entry.services;
    for (const QString &name : services.first(std::min<qsizetype>(services.size(), mostServices))) {
        auto *button = makeLinkButton(name, u"service"_s, this);
        button->setToolTip(tr("The page of the service %1").arg(name));
        connect(button, &QPushButton::clicked, this, [this, name] { Q_EMIT serviceChosen(name); });
        m_services->addWidget(button);
    }
}

void ReadingPane::showProblems()
{
    QStringList lines;
    const QList<Problem> &problems = m_runbook.document.problems;
    for (const Problem &problem : problems) {
        if (lines.size() == mostProblems) {
            lines.append(tr("and %1 more").arg(problems.size() - mostProblems));
            break;
        }
        lines.append(problem.line > 0 ? tr("Line %1: %2").arg(QString::number(problem.line), problem.text) : problem.text);
    }
    if (m_runbook.replacedBytes > 0)
        lines.append(tr("%1 bytes are not UTF-8 and are shown as %2.").arg(QString::number(m_runbook.replacedBytes), u"\ufffd"_s));
    showText(m_problems, lines.join(u'\n'));
}

void ReadingPane::showBrokenLinks()
{
    const QStringList &paths = m_entry.brokenLinks;
    const QString shown = breakable(paths.mid(0, mostProblems).join(u", "_s));
    const QString more = paths.size() > mostProblems ? tr(" and %1 more").arg(paths.size() - mostProblems) : QString();
    showText(m_brokenLinks, paths.isEmpty() ? QString() : tr("It links to what is not there: %1%2").arg(shown, more));
}

void ReadingPane::showBlocks()
{
    QList<Block> blocks = m_runbook.document.root.children;
    // The pane's head has the title already.
    if (!blocks.isEmpty() && blocks.first().kind == Block::Kind::Heading && blocks.first().level == 1
        && plainText(blocks.first().inlines).simplified() == m_runbook.title.simplified()) {
        blocks.removeFirst();
    }
    m_view->setExtraSelections({});
    m_view->showBlocks(blocks);
}

void ReadingPane::goToAnchor()
{
    if (m_anchor.isEmpty())
        return;
    for (const Section &section : std::as_const(m_runbook.sections)) {
        if (section.anchor == m_anchor) {
            m_view->scrollToLine(section.firstLine);
            return;
        }
    }
}

void ReadingPane::setMarkedWords(const QStringList &words)
{
    if (words == m_words)
        return;
    m_words = words;
    markWords();
}

void ReadingPane::markWords()
{
    QList<QTextEdit::ExtraSelection> marks = m_find->marks();
    for (const QString &word : std::as_const(m_words)) {
        QTextCursor found = m_view->document()->find(word);
        while (!found.isNull() && marks.size() < mostMarks) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(color(Token::WarnSoft));
            mark.format.setFontUnderline(true); // reads in grey too
            marks.append(mark);
            found = m_view->document()->find(word, found);
        }
    }
    m_view->setExtraSelections(marks);
}

void ReadingPane::follow(const QString &target)
{
    showText(m_linkNotice, {});
    const LinkVerdict verdict = judgeLink(target);
    switch (verdict.kind) {
    case LinkVerdict::Kind::Anchor:
        showRunbook(m_ref, verdict.anchor);
        return;
    case LinkVerdict::Kind::Relative:
        if (const QString path = linkedPath(m_ref, verdict.path); !path.isEmpty())
            showRunbook({ m_ref.root, path }, verdict.anchor);
        else
            showText(m_linkNotice, tr("This link leads out of the library, and is not opened: %1").arg(breakable(target)));
        return;
    case LinkVerdict::Kind::Web:
    case LinkVerdict::Kind::Mail:
        Q_EMIT linkPressed(target);
        return;
    case LinkVerdict::Kind::Refused:
        break;
    }
    showText(m_linkNotice, tr("This link is not opened (%1): %2").arg(verdict.reason, breakable(target)));
}

} // namespace Handrail
