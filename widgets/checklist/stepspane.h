// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;

namespace Handrail {

class ChoiceList;
class IncidentSession;
class RunbookSwitch;
class SpokenRows;
class StepListModel;
struct OpenedRunbook;

/** The checklist at the left: says which step the user chose. */
class StepsPane : public QFrame
{
    Q_OBJECT
public:
    explicit StepsPane(QAction *showRunbook, QWidget *parent = nullptr);

    void open(const IncidentSession &session); ///< another procedure
    void follow(const IncidentSession &session); ///< progress or the current step

Q_SIGNALS:
    void stepChosen(const QString &stepId); ///< by moving through the list
    void stepOpened(const QString &stepId); ///< by click or Enter: the user wants to be there
    void runbookChosen(const Handrail::OpenedRunbook &runbook);

private:
    void choose(const QModelIndex &index);
    void openChosen(const QModelIndex &index);
    void keepInSight();
    void showCurrent(const QString &stepId);

    RunbookSwitch *m_runbooks;
    StepListModel *m_model;
    SpokenRows *m_rows;
    ChoiceList *m_list;
    QLabel *m_none;
    QPushButton *m_openRunbook;
    bool m_following = false; ///< the list moves because the session did
};

} // namespace Handrail
