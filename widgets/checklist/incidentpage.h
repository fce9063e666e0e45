// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/progress.h"
#include "incident/timelineentry.h"
#include "widgets/checklist/incidentactions.h"

#include <QTimer>
#include <QWidget>

namespace Handrail {

class ActionBar;
class FoldingPanes;
class IncidentSession;
class IncidentTopBar;
class NoteBox;
class SavedLabel;
class StepsPane;
class StepView;
class TimelinePane;
class Workbench;
struct Problem;
struct RunbookRef;

/** The screen an incident is worked on: the current step large, the checklist and the timeline beside it. */
class IncidentPage : public QWidget
{
    Q_OBJECT
public:
    IncidentPage(Workbench &workbench, IncidentSession &session, IncidentActions actions, QWidget *parent = nullptr);

    void focusFilter(); ///< of the timeline
    /** Whether it is the page on screen: its actions are possible only there. The incident's state can be changed from its
     *  document too, when that @p isReviewed. */
    void setActive(bool active, bool isReviewed = false);

Q_SIGNALS:
    void linkPressed(const QString &target);
    void exportWanted();
    void problemArose(const QString &fact, const QString &data);

private:
    void layOut();
    void connectSession();
    void connectActions();
    void connectParts();

    void open();
    void follow();
    void tick();
    void chooseStep(const QString &stepId);
    void openStep(const QString &stepId); ///< and brings it to the front of a narrow window
    void stepFinished(int number, const QString &title, StepState state);
    void focusNote();
    void correctNote();
    void attachFile();
    void attachText(const QString &text);
    void openAttachment(const TimelineEntry &entry);
    void askForHelp();
    void followRunbook(const RunbookRef &ref, const QString &anchor);
    void returnToOrigin();
    void greetNewcomer();
    void updateActions();

    Workbench &m_workbench;
    IncidentSession &m_session;
    IncidentActions m_actions;
    IncidentTopBar *m_topBar;
    FoldingPanes *m_panes;
    StepsPane *m_steps;
    QWidget *m_stepPane;
    StepView *m_step;
    ActionBar *m_actionBar;
    SavedLabel *m_saved;
    NoteBox *m_noteBox;
    TimelinePane *m_timeline;
    QTimer m_everySecond;
    bool m_active = false;
    bool m_isReviewed = false;
    bool m_atEnd = false; ///< all steps are finished and none was chosen to look at again
};

} // namespace Handrail
