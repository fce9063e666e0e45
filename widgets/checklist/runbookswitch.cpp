// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/runbookswitch.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 180; ///< px

}

RunbookSwitch::RunbookSwitch(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"runbookSwitch"_s);
    m_layout->setContentsMargins(16, 0, 12, 8);
    m_layout->setSpacing(0);
    hide();
}

void RunbookSwitch::show(const Incident &incident)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<FollowedRunbook> runbooks = incident.runbooks();
    setVisible(runbooks.size() > 1);
    for (const FollowedRunbook &each : runbooks) {
        const OpenedRunbook &opened = each.opened;
        const bool isCurrent = opened.isSameAs(incident.runbook);
        const QString title = madeVisible(opened.title.simplified());
        QPushButton *button = makeLinkButton(tr("%1  %2 of %3")
                                                 .arg(fontMetrics().elidedText(title, Qt::ElideRight, titleWidth))
                                                 .arg(each.finishedSteps())
                                                 .arg(opened.stepCount),
                                             isCurrent ? u"play"_s : u"runbook"_s, this);
        button->setObjectName(u"followedRunbook"_s);
        button->setToolTip(isCurrent ? tr("%1: you are here").arg(title) : tr("Go to %1").arg(title));
        button->setAccessibleName(button->toolTip());
        button->setEnabled(!isCurrent && incident.isOpen());
        connect(button, &QPushButton::clicked, this, [this, opened] { Q_EMIT chosen(opened); });
        m_layout->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace Handrail
