// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/stepspane.h"

#include "itemmodels/steplistmodel.h"
#include "session/incidentsession.h"
#include "widgets/checklist/runbookswitch.h"
#include "widgets/checklist/spokenrows.h"
#include "widgets/checklist/steplistdelegate.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QScrollBar>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsBefore = 2; ///< finished steps that stay in sight above the current one

}

StepsPane::StepsPane(QAction *showRunbook, QWidget *parent)
    : QFrame(parent)
    , m_runbooks(new RunbookSwitch(this))
    , m_model(new StepListModel(this))
    , m_rows(new SpokenRows(m_model, &StepListDelegate::spoken, {}, this))
    , m_list(new ChoiceList(u"stepList"_s, tr("Steps"), m_rows, new StepListDelegate, this))
    , m_none(makeLabel(tr("No runbook. Write down what you do."), TextStyle::Body, "muted", this))
    , m_openRunbook(makeLinkButton(tr("Open runbook"), {}, this))
{
    setObjectName(u"stepsPane"_s);
    m_openRunbook->setObjectName(u"openRunbookButton"_s);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(16, 4, 16, 0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 12, 0);
    head->addWidget(makeLabel(tr("Steps"), TextStyle::Strong, nullptr, this));
    head->addStretch();
    head->addWidget(m_openRunbook);
    auto *headBox = new QWidget(this);
    headBox->setMinimumHeight(40);
    headBox->setLayout(head);

    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(headBox);
    layout->addWidget(m_runbooks);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addStretch();

    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, &StepsPane::keepInSight, Qt::QueuedConnection);
    connect(m_runbooks, &RunbookSwitch::chosen, this, &StepsPane::runbookChosen);
    connect(m_list, &ChoiceList::chosen, this, &StepsPane::openChosen);
    connect(m_list, &ChoiceList::currentMoved, this, &StepsPane::choose);
    connect(m_openRunbook, &QPushButton::clicked, showRunbook, &QAction::trigger);
    connect(showRunbook, &QAction::toggled, this,
            [this](bool shown) { m_openRunbook->setText(shown ? tr("Close runbook") : tr("Open runbook")); });
}

void StepsPane::open(const IncidentSession &session)
{
    m_following = true;
    m_model->setProcedure(session.procedure(), session.risks(), session.progress());
    m_following = false;
    const bool hasSteps = session.procedure().stepCount() > 0;
    const bool hasRunbook = !session.runbook().ref.isEmpty();
    m_none->setText(hasRunbook ? tr("This runbook has no steps to tick. Open it to read.")
                               : tr("No runbook. Write down what you do."));
    m_none->setVisible(!hasSteps);
    m_list->setVisible(hasSteps);
    m_openRunbook->setVisible(hasRunbook);
    m_runbooks->follow(session);
    showCurrent(session.progress().current());
}

void StepsPane::follow(const IncidentSession &session)
{
    m_model->setProgress(session.progress());
    m_runbooks->follow(session);
    showCurrent(session.progress().current());
}

void StepsPane::choose(const QModelIndex &index)
{
    const QString stepId = index.data(StepListModel::StepIdRole).toString();
    if (!m_following && !stepId.isEmpty())
        Q_EMIT stepChosen(stepId);
}

void StepsPane::openChosen(const QModelIndex &index)
{
    if (const QString stepId = index.data(StepListModel::StepIdRole).toString(); !stepId.isEmpty())
        Q_EMIT stepOpened(stepId);
}

void StepsPane::showCurrent(const QString &stepId)
{
    const QModelIndex current = m_rows->mapFromSource(m_model->indexOf(stepId));
    if (!current.isValid())
        return;
    m_following = true;
    m_list->setCurrentIndex(current);
    m_following = false;
    keepInSight();
}

void StepsPane::keepInSight()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    m_list->scrollTo(m_rows->index(std::max(0, current.row() - rowsBefore), 0));
    m_list->scrollTo(current);
}

} // namespace Handrail
