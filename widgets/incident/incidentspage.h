// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace Handrail {

class ChoiceList;
class IncidentListModel;
class SegmentedSwitch;
class Workbench;

/** All incidents, open and resolved, and a search in everything that was written down in them. */
class IncidentsPage : public QWidget
{
    Q_OBJECT
public:
    explicit IncidentsPage(Workbench &workbench, QWidget *parent = nullptr);

    void refresh();
    void focusSearch();

Q_SIGNALS:
    void incidentChosen(const QString &id);

private:
    void showIncidents(const QList<IncidentSummary> &all);

    Workbench &m_workbench;
    IncidentListModel *m_incidents;
    QLineEdit *m_search;
    SegmentedSwitch *m_state;
    SegmentedSwitch *m_order;
    QLabel *m_head;
    ChoiceList *m_list;
    QTimer m_afterTyping;
    int m_asked = 0; ///< answers to an older question are dropped
};

} // namespace Handrail
