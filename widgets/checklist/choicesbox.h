// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/stepchoices.h"

#include <QFrame>

class QBoxLayout;
class QPushButton;

namespace Handrail {

class IncidentSession;
class Workbench;

/**
 * The ways that a step's text offers, "If the pods are down, skip to step 4": each is pressed to go there. A runbook that the text
 * only names is a way when one here is called so, which is looked up; until there is a way the box is hidden.
 */
class ChoicesBox : public QFrame
{
    Q_OBJECT
public:
    ChoicesBox(const Workbench &workbench, const IncidentSession &session, const QList<StepChoice> &choices, QWidget *parent = nullptr);

Q_SIGNALS:
    void stepChosen(const Handrail::StepChoice &choice);
    void runbookChosen(const Handrail::RunbookRef &runbook, const QString &anchor);

private:
    void addStep(const StepChoice &choice);
    void addRunbook(const StepChoice &choice, const RunbookRef &runbook);
    QPushButton *addWay(const QString &sentence, const QString &words);

    const IncidentSession &m_session;
    QBoxLayout *m_layout;
};

} // namespace Handrail
