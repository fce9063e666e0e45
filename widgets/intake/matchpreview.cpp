// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/matchpreview.h"

#include "checklist/checklist.h"
#include "itemmodels/steplistmodel.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"
#include "widgets/intake/matchdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int meaningBlocks = 3; ///< paragraphs of background that are shown

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

QString factsOf(int steps, int looks)
{
    if (steps == 0)
        return MatchPreview::tr("No steps were found in this text; it is shown whole. Nothing runs by itself.");
    const QString counted = steps > 1 ? MatchPreview::tr("%1 steps, %2 of them only look.").arg(steps).arg(looks)
        : looks == 1                  ? MatchPreview::tr("1 step, which only looks.")
                                      : MatchPreview::tr("1 step.");
    return MatchPreview::tr("%1 Nothing runs by itself; you copy each command.").arg(counted);
}

} // namespace

MatchPreview::MatchPreview(QAction *startRunbook, QWidget *parent)
    : QWidget(parent)
    , m_steps(new StepListModel(this))
    , m_head(makeLabel({}, TextStyle::Body, "muted", this))
    , m_title(makeLabel({}, TextStyle::PageHead, nullptr, this))
    , m_read(new QPushButton(tr("Read"), this))
    , m_facts(makeLabel({}, TextStyle::Small, "muted", this))
    , m_wrong(makeLinkButton(tr("This is the wrong one"), u"cross"_s, this))
    , m_body(makeBody())
{
    m_title->setWordWrap(true);
    auto *start = new ActionButton(startRunbook, ActionButton::Size::Big, ActionButton::Role::Primary, this);
    start->setObjectName(u"startRunbook"_s);
    start->setKeyText(tr("Enter"));
    m_read->setProperty("buttonSize", u"big"_s);
    m_read->setAutoDefault(false);
    connect(m_read, &QPushButton::clicked, this, &MatchPreview::readWanted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(start);
    buttons->addWidget(m_read);
    buttons->addStretch();
    m_facts->setWordWrap(true);
    m_wrong->setObjectName(u"wrongRunbook"_s);
    m_wrong->setToolTip(tr("Puts it below the others, also when this alert comes again."));
    connect(m_wrong, &QPushButton::clicked, this, &MatchPreview::rejected);

    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 20, 16, 8);
    layout->addWidget(m_head);
    layout->addWidget(m_title);
    layout->addLayout(buttons);
    layout->addWidget(m_facts);
    layout->addWidget(m_wrong, 0, Qt::AlignLeft);
    layout->addWidget(m_body, 1);
    layout->addStretch();
}

QWidget *MatchPreview::makeBody()
{
    auto *body = new QWidget(this);
    m_meaning = new MarkdownView(MarkdownView::Height::FitsContent, MarkdownWriter::Size::Body, body);
    m_meaning->setAccessibleName(tr("Meaning"));
    connect(m_meaning, &MarkdownView::linkPressed, this, &MatchPreview::linkPressed);
    auto *steps = new ChoiceList(u"previewSteps"_s, tr("Steps"), m_steps, new StepPreviewDelegate, body);
    steps->setSelectionMode(QAbstractItemView::NoSelection);
    steps->setFocusPolicy(Qt::NoFocus);
    steps->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *line = makeFrame(nullptr, "top", body);
    line->setFixedHeight(1);
    auto *layout = new QVBoxLayout(body);
    setMargins(layout, 0, 0, 10);
    layout->addWidget(line);
    layout->addWidget(m_meaning);
    layout->addWidget(steps, 1);
    return body;
}

void MatchPreview::showRunbook(const RunbookPreview &preview, int rank)
{
    const Procedure &procedure = preview.procedure;
    m_steps->setProcedure(procedure, preview.risks, Progress());
    m_head->setText(tr("Preview of %1").arg(rank));
    m_head->show();
    m_title->setText(procedure.title);
    m_facts->setText(factsOf(procedure.stepCount(), lookOnlyCount(procedure)));
    m_meaning->showBlocks(meaningOf(procedure));
    m_body->show();
    m_read->show();
    m_wrong->show();
}

void MatchPreview::showNone(const QString &title, const QString &sentence)
{
    m_head->hide();
    m_title->setText(title);
    m_facts->setText(sentence);
    m_body->hide();
    m_read->hide();
    m_wrong->hide();
}

} // namespace Handrail
