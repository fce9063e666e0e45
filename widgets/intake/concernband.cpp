// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/concernband.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"
#include "widgets/common/sentences.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownIncidents = 2;

} // namespace

ConcernBand::ConcernBand(QWidget *parent)
    : QFrame(parent)
    , m_word(makeLabel({}, TextStyle::VerdictWord, nullptr, this))
    , m_rest(makeLabel({}, TextStyle::Verdict, nullptr, this))
    , m_reason(makeLabel({}, TextStyle::Small, "muted", this))
    , m_openIncidents(new QVBoxLayout)
{
    setObjectName(u"verdictBand"_s);
    setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(this, "ground", u"surface"_s);
    setStyleProperty(this, "edge", u"bottom"_s);
    m_rest->setWordWrap(true);
    m_reason->setWordWrap(true);
    auto *sentence = new QHBoxLayout;
    sentence->setSpacing(6);
    sentence->addWidget(m_word, 0, Qt::AlignTop);
    sentence->addWidget(m_rest, 1);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 16, 10, 2);
    layout->addWidget(makeLabel(tr("Does this concern me?"), TextStyle::SmallStrong, "muted", this));
    layout->addLayout(sentence);
    layout->addWidget(m_reason);
    setMargins(m_openIncidents, 0, 0, 0);
    layout->addLayout(m_openIncidents);
}

void ConcernBand::clear(const QString &sentence)
{
    setOpenIncidents({}, {}, {});
    show({ {}, sentence, {}, u"surface"_s });
}

void ConcernBand::setOwnership(const Ownership &ownership)
{
    m_ownership = ownership;
    setLookSteps(0);
}

void ConcernBand::setLookSteps(int count)
{
    show(verdictOf(m_ownership, count));
}

void ConcernBand::show(const Verdict &verdict)
{
    m_word->setText(verdict.word);
    m_word->setVisible(!verdict.word.isEmpty());
    m_rest->setText(verdict.rest);
    m_reason->setText(verdict.reason);
    m_reason->setVisible(!verdict.reason.isEmpty());
    setStyleProperty(this, "ground", verdict.ground);
    setAccessibleName((verdict.word + u' ' + verdict.rest).trimmed());
}

void ConcernBand::setOpenIncidents(const QList<IncidentSummary> &incidents, const QString &person, const QDateTime &now)
{
    while (QLayoutItem *item = m_openIncidents->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const IncidentSummary &incident : incidents.first(std::min<qsizetype>(incidents.size(), shownIncidents)))
        addOpenIncident(incident, person, now);
    if (const qsizetype more = incidents.size() - shownIncidents; more > 0) {
        const QString sentence = more == 1 ? tr("and 1 more open incident") : tr("and %1 more open incidents").arg(more);
        m_openIncidents->addWidget(makeLabel(sentence, TextStyle::Small, "muted", this));
    }
}

void ConcernBand::addOpenIncident(const IncidentSummary &incident, const QString &person, const QDateTime &now)
{
    const QString who = incident.claim.by == person ? tr("you") : incident.claim.by;
    const QString since = dayAndTime(incident.claim.at, now);
    auto *button = makeLinkButton(madeVisible(tr("Open already: %1 — %2, since %3").arg(incident.title, who, since)), u"incident"_s, this);
    button->setObjectName(u"openIncident"_s);
    connect(button, &QPushButton::clicked, this, [this, id = incident.id] { Q_EMIT incidentChosen(id); });
    auto *add = makeLinkButton(tr("Add this alert to it"), u"bell"_s, this);
    add->setObjectName(u"addToIncident"_s);
    add->setAccessibleName(madeVisible(tr("Add this alert to %1").arg(incident.title)));
    connect(add, &QPushButton::clicked, this, [this, id = incident.id] { Q_EMIT addToIncidentWanted(id); });
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    setMargins(line, 0, 0, 12);
    line->addWidget(button);
    line->addWidget(add);
    line->addStretch();
    m_openIncidents->addWidget(row);
}

} // namespace Handrail
