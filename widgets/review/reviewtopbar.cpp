// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewtopbar.h"

#include "incident/incidentmeasures.h"
#include "widgets/checklist/elidedlabel.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForWaits = 700; ///< px

QString stateText(const Incident &incident, const QDateTime &now)
{
    QStringList facts;
    if (!incident.service.isEmpty())
        facts.append(incident.service);
    facts.append(dayAndTimeWithUtc(incident.startedAt, now));
    const qint64 lasted = incident.startedAt.msecsTo(incident.isOpen() ? now : incident.resolvedAt);
    facts.append(incident.isOpen() ? ReviewTopBar::tr("open for %1").arg(elapsed(lasted)) : elapsed(lasted));
    if (incident.leftOut > 0)
        facts.append(ReviewTopBar::tr("reading all its entries…"));
    const IncidentMeasures measures = measuresOf(incident);
    if (measures.alertToStart)
        facts.append(ReviewTopBar::tr("started %1 after the alert").arg(elapsed(*measures.alertToStart)));
    if (measures.startToFirstStep)
        facts.append(ReviewTopBar::tr("first step after %1").arg(elapsed(*measures.startToFirstStep)));
    return facts.join(u" · "_s);
}

QString stepsText(const Incident &incident)
{
    const IncidentMeasures measures = measuresOf(incident);
    if (measures.steps == 0)
        return {};
    QStringList facts { ReviewTopBar::tr("%1 of %2 steps done").arg(measures.done).arg(measures.steps) };
    if (measures.failed > 0)
        facts.append(ReviewTopBar::tr("%1 failed").arg(measures.failed));
    if (measures.skipped > 0)
        facts.append(ReviewTopBar::tr("%1 skipped").arg(measures.skipped));
    return facts.join(u", "_s);
}

} // namespace

ReviewTopBar::ReviewTopBar(QAction *backToIncident, const IncidentActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_state(new SeverityBadge(this))
    , m_title(new ElidedLabel(TextStyle::SectionHead, nullptr, this))
    , m_facts(new ElidedLabel(TextStyle::Small, "muted", this))
    , m_steps(new ElidedLabel(TextStyle::Strong, nullptr, this))
    , m_back(new ActionButton(backToIncident, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_resolve(new ActionButton(actions.resolve, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_reopen(new ActionButton(actions.reopen, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
{
    setObjectName(u"reviewTopBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"bottom"_s);
    setMinimumHeight(60);
    m_title->setObjectName(u"reviewTitle"_s);
    m_facts->setObjectName(u"reviewFacts"_s);
    m_steps->setObjectName(u"reviewSteps"_s);
    m_steps->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (ActionButton *button : { m_back, m_resolve, m_reopen })
        button->setKeyShown(false);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 10);
    head->addWidget(m_state);
    head->addWidget(m_title, 1);
    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 2);
    words->addStretch();
    words->addLayout(head);
    words->addWidget(m_facts);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    setMargins(layout, 16, 8, 12);
    layout->addLayout(words, 3);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_resolve);
    layout->addWidget(m_reopen);
}

void ReviewTopBar::show(const Incident &incident, const QDateTime &now)
{
    m_isOpen = incident.isOpen();
    m_state->setSign(m_isOpen ? signOf(severityFromName(incident.severity)) : Sign { tr("Resolved"), u"check"_s, Token::Ok });
    m_title->setFullText(incident.title.simplified());
    m_facts->setFullText(stateText(incident, now));
    m_steps->setFullText(stepsText(incident));
    arrange();
}

void ReviewTopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void ReviewTopBar::arrange()
{
    m_steps->setVisible(width() >= roomForWaits);
    m_resolve->setVisible(m_isOpen);
    m_reopen->setVisible(!m_isOpen);
}

} // namespace Handrail
