// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/actionbar.h"

#include "session/incidentsession.h"
#include "widgets/checklist/elidedlabel.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int doneWidth = 172;
constexpr int roomForNext = 520; ///< px; below it the step list alone says what comes next
constexpr int narrowBelow = 460; ///< px; a narrower bar shows no key

QString nextText(const IncidentSession &session, bool atEnd)
{
    const Progress &progress = session.progress();
    const QString next = atEnd ? QString() : progress.nextToDo(progress.current());
    const Step *step = next.isEmpty() || next == progress.current() ? nullptr : session.procedure().step(next);
    if (!step)
        return {};
    return ActionBar::tr("Next: step %1").arg(progress.stepIds().indexOf(next) + 1) + u'\n' + step->title.simplified();
}

} // namespace

ActionBar::ActionBar(const IncidentActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_done(new ActionButton(actions.done, ActionButton::Size::Big, ActionButton::Role::Primary, this))
    , m_next(new ElidedLabel(TextStyle::Small, "muted", this))
{
    setObjectName(u"actionBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"top"_s);
    m_done->setObjectName(u"doneButton"_s);
    m_done->setMinimumWidth(doneWidth);
    auto *failed = new ActionButton(actions.failed, ActionButton::Size::Big, ActionButton::Role::Outlined, this);
    failed->setObjectName(u"failedButton"_s);
    failed->setKeyShown(false);
    auto *skip = new ActionButton(actions.skip, ActionButton::Size::Big, ActionButton::Role::Outlined, this);
    skip->setObjectName(u"skipButton"_s);
    skip->setKeyShown(false);
    m_next->setObjectName(u"nextStepLabel"_s);
    m_next->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *buttons = new QHBoxLayout;
    setMargins(buttons, 16, 12, 8);
    buttons->addWidget(m_done);
    buttons->addWidget(failed);
    buttons->addWidget(skip);
    buttons->addSpacing(8);
    buttons->addWidget(m_next, 1);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(makeReasonLine());
    layout->addLayout(buttons);

    connect(actions.done, &QAction::triggered, this, [this] { Q_EMIT stepFinished(StepState::Done, {}); });
    connect(actions.failed, &QAction::triggered, this, [this] { askReason(StepState::Failed); });
    connect(actions.skip, &QAction::triggered, this, [this] { askReason(StepState::Skipped); });
}

QWidget *ActionBar::makeReasonLine()
{
    m_reasonLine = makeFrame(nullptr, "bottom", this);
    m_reasonLine->setObjectName(u"reasonLine"_s);
    m_question = makeLabel({}, TextStyle::Strong, nullptr, m_reasonLine);
    m_reason = new QLineEdit(m_reasonLine);
    m_reason->setObjectName(u"reasonEdit"_s);
    m_reason->setPlaceholderText(tr("Optional. Enter goes on."));
    m_goOn = new QPushButton(m_reasonLine);
    m_goOn->setObjectName(u"reasonButton"_s);
    auto *layout = new QHBoxLayout(m_reasonLine);
    setMargins(layout, 16, 8, 8);
    layout->addWidget(m_question);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_goOn);
    m_reasonLine->hide();
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT reasonTyped(m_stepId, text); });
    connect(m_reason, &QLineEdit::returnPressed, this, &ActionBar::submit);
    connect(m_goOn, &QPushButton::clicked, this, &ActionBar::submit);
    return m_reasonLine;
}

void ActionBar::follow(const IncidentSession &session, bool atEnd)
{
    m_next->setFullText(nextText(session, atEnd));
    const QString stepId = session.progress().current();
    const QString draft = session.draft(IncidentSession::DraftKind::Reason, stepId);
    if (stepId != m_stepId || session.incident().id != m_incidentId || atEnd) {
        m_stepId = stepId;
        m_incidentId = session.incident().id;
        closeReason();
    }
    if (m_reason->text() != draft)
        m_reason->setText(draft);
}

void ActionBar::askReason(StepState state)
{
    if (m_reasonLine->isVisible() && m_asked == state) {
        submit(); // the same key again: go on
        return;
    }
    m_asked = state;
    const bool failed = state == StepState::Failed;
    m_question->setText(failed ? tr("What failed?") : tr("Why skip it?"));
    m_reason->setAccessibleName(m_question->text());
    m_goOn->setText(failed ? tr("Mark failed") : tr("Skip step"));
    Q_EMIT reasonAsked();
    m_reasonLine->show();
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void ActionBar::submit()
{
    const QString reason = m_reason->text().simplified();
    Q_EMIT stepFinished(m_asked, reason);
}

void ActionBar::closeReason()
{
    m_reasonLine->hide();
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool narrow = width() < narrowBelow;
    m_done->setKeyShown(!narrow);
    m_done->setMinimumWidth(narrow ? 0 : doneWidth);
    m_next->setVisible(width() >= roomForNext);
}

void ActionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_reasonLine->isVisible()) {
        closeReason();
        m_done->setFocus(Qt::OtherFocusReason);
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace Handrail
