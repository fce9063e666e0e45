// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/placeholders.h"
#include "checklist/progress.h"
#include "widgets/checklist/incidentactions.h"

#include <QPointer>
#include <QScrollArea>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace Handrail {

class CommandCard;
class ElidedLabel;
class IncidentSession;
class NoteEdit;
class Workbench;
struct DashboardLink;
struct RunbookRef;
struct Step;
struct StepChoice;

/** The current step: what to do, what it should show, its commands. The screen is this. */
class StepView : public QScrollArea
{
    Q_OBJECT
public:
    StepView(const Workbench &workbench, const IncidentSession &session, const IncidentActions &actions, QWidget *parent = nullptr);

    void open(); ///< another incident: nothing just happened in it
    void follow(bool atEnd); ///< the current step, or the values of its commands
    void setBrief(bool brief); ///< commands, what to expect and warnings alone; the place is kept
    void setFirstTime(const QString &sentence); ///< said above the step until it is closed; empty for none
    void showCameFrom(int number, const QString &stepId); ///< a way back after a choice
    /** What was kept as seen in the step, when it is the one shown; @p seen was kept just now, and need not stay in the box. */
    void showKept(const QString &stepId, const QString &seen);
    void notKept() { m_keeping.clear(); } ///< it may be tried again
    void showFlash(int number, const QString &title, StepState state);
    void focusTitle(); ///< and has it read out
    bool hasCommand() const { return !m_cards.isEmpty(); }
    void copyCommand(); ///< of the card that has the focus, else of the first

Q_SIGNALS:
    void linkPressed(const QString &target);
    void stepWanted(const QString &stepId);
    void choiceTaken(const Handrail::StepChoice &choice);
    void runbookWanted(const Handrail::RunbookRef &runbook, const QString &anchor); ///< the text of the step leads there
    void returnWanted(); ///< to the step that led to this runbook
    void outputEntered(const QString &seen);
    void outputDrafted(const QString &stepId, const QString &seen);
    void longOutputEntered(const QString &seen); ///< too long for the box
    void commandCopied(const QString &text, Handrail::Risk risk);
    void valueTyped(const QString &name, const QString &value);
    void valueDrafted(const QString &placeholder, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFlash();
    QWidget *makeFirstTime();
    QString firstEscalation() const;
    void rebuild(const QString &stepId, bool atEnd);
    QString afterFailure() const;
    void showStep(const Step &step);
    void showEnd();
    void showNoStep();
    void addTitle(const QString &above, const QString &title);
    void addText(const QString &text);
    void addExpect(const Step &step);
    void addSeen(const Step &step);
    void addChoices(const Step &step);
    void addReturn();
    void addBackground(const Step &step);
    void addLinks(const QString &word, const QList<DashboardLink> &links, const QString &iconName);
    QList<DashboardLink> dashboards() const;
    void setSideMargins();

    const Workbench &m_workbench;
    const IncidentSession &m_session;
    IncidentActions m_actions;
    QWidget *m_column;
    QBoxLayout *m_columnLayout;
    QWidget *m_flash = nullptr;
    QLabel *m_flashIcon = nullptr;
    ElidedLabel *m_flashText = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_back = nullptr; ///< to the step that a choice led away from
    QString m_cameFrom;
    QWidget *m_afterFailure = nullptr; ///< what to do next when a step failed
    QLabel *m_failureText = nullptr;
    QPushButton *m_escalate = nullptr;
    QFrame *m_firstTime = nullptr;
    QLabel *m_firstTimeText = nullptr;
    bool m_brief = false;
    QWidget *m_body = nullptr;
    QBoxLayout *m_bodyLayout = nullptr;
    QPointer<QLabel> m_title;
    QPointer<NoteEdit> m_seen;
    QBoxLayout *m_kept = nullptr; ///< of the step in the body; null when it has none
    QString m_seenOf; ///< the step that these two are for
    QString m_keeping; ///< what is on its way to the disk
    QList<CommandCard *> m_cards;
    QString m_shown; ///< which incident, step and state the body was made for
};

} // namespace Handrail
