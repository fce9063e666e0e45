// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/choicesbox.h"

#include "base/oddcharacters.h"
#include "base/whenanswered.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsWidth = 480; ///< px; a longer title is elided

}

ChoicesBox::ChoicesBox(const Workbench &workbench, const IncidentSession &session, const QList<StepChoice> &choices, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"choices"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"card"_s);
    setMargins(m_layout, 16, 10, 4);
    m_layout->addWidget(makeLabel(tr("From here"), TextStyle::SmallStrong, "muted", this));
    hide();
    for (const StepChoice &choice : choices) {
        if (!choice.stepId.isEmpty()) {
            addStep(choice);
        } else if (choice.runbookName.isEmpty()) {
            addRunbook(choice, choice.runbook);
        } else {
            whenAnswered(workbench.runbookNamed(choice.runbookName), this, [this, choice](const RunbookRef &found) {
                if (!found.isEmpty() && found != m_session.runbook().ref)
                    addRunbook(choice, found);
            });
        }
    }
}

void ChoicesBox::addStep(const StepChoice &choice)
{
    const int number = int(m_session.progress().stepIds().indexOf(choice.stepId)) + 1;
    const QString title = madeVisible(m_session.procedure().step(choice.stepId)->title.simplified());
    QPushButton *go = addWay(choice.sentence, tr("Go to step %1: %2").arg(QString::number(number), title));
    connect(go, &QPushButton::clicked, this, [this, choice] { Q_EMIT stepChosen(choice); });
}

void ChoicesBox::addRunbook(const StepChoice &choice, const RunbookRef &runbook)
{
    QPushButton *go = addWay(choice.sentence, tr("Follow %1 here, and come back").arg(madeVisible(runbook.path)));
    go->setEnabled(m_session.mayChange());
    connect(go, &QPushButton::clicked, this, [this, runbook, anchor = choice.anchor] { Q_EMIT runbookChosen(runbook, anchor); });
}

/** The author's sentence with the way it offers below it. */
QPushButton *ChoicesBox::addWay(const QString &sentence, const QString &words)
{
    QLabel *label = makeLabel(breakable(madeVisible(sentence)), TextStyle::Body, nullptr, this);
    label->setWordWrap(true);
    QPushButton *go = makeLinkButton(fontMetrics().elidedText(words, Qt::ElideRight, wordsWidth), u"arrow-right"_s, this);
    go->setObjectName(u"choice"_s);
    go->setEnabled(m_session.incident().isOpen());
    m_layout->addWidget(label);
    m_layout->addWidget(go, 0, Qt::AlignLeft);
    show();
    return go;
}

} // namespace Handrail
