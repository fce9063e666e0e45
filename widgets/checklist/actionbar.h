// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/progress.h"
#include "widgets/checklist/incidentactions.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Handrail {

class ActionButton;
class ElidedLabel;
class IncidentSession;

/** The three answers to a step, always in sight, and above them a line for the reason when one is asked for. */
class ActionBar : public QFrame
{
    Q_OBJECT
public:
    explicit ActionBar(const IncidentActions &actions, QWidget *parent = nullptr);

    void follow(const IncidentSession &session, bool atEnd);
    void closeReason(); ///< what was typed in it is there again when it is opened again

Q_SIGNALS:
    void stepFinished(Handrail::StepState state, const QString &reason);
    void reasonAsked(); ///< the line is about to show
    void reasonTyped(const QString &stepId, const QString &reason);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeReasonLine();
    void askReason(StepState state);
    void submit();

    StepState m_asked = StepState::Skipped;
    QString m_stepId;
    QString m_incidentId;
    QFrame *m_reasonLine = nullptr;
    QLabel *m_question = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_goOn = nullptr;
    ActionButton *m_done;
    ElidedLabel *m_next;
};

} // namespace Handrail
