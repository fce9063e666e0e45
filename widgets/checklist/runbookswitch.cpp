// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/runbookswitch.h"

#include "base/oddcharacters.h"
#include "session/incidentsession.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideTitle = 64; ///< px of margins, icon and padding

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

void RunbookSwitch::follow(const IncidentSession &session)
{
    const Incident &incident = session.incident();
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
        QPushButton *button = makeLinkButton({}, isCurrent ? u"play"_s : u"runbook"_s, this);
        button->setProperty("title", title);
        button->setProperty("progress", tr("  %1 of %2").arg(each.finishedSteps()).arg(opened.stepCount));
        button->setObjectName(u"followedRunbook"_s);
        button->setToolTip(isCurrent ? tr("%1: you are here").arg(title) : tr("Go to %1").arg(title));
        button->setAccessibleName(button->toolTip());
        button->setEnabled(!isCurrent && session.mayChange());
        connect(button, &QPushButton::clicked, this, [this, opened] { Q_EMIT chosen(opened); });
        m_layout->addWidget(button, 0, Qt::AlignLeft);
    }
    elide();
}

/** A long title gives way, never how far it is. */
void RunbookSwitch::elide()
{
    const QList<QPushButton *> buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        const QString progress = button->property("progress").toString();
        const int room = width() - besideTitle - button->fontMetrics().horizontalAdvance(progress);
        button->setText(button->fontMetrics().elidedText(button->property("title").toString(), Qt::ElideRight, std::max(60, room)) + progress);
    }
}

void RunbookSwitch::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

} // namespace Handrail
