// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "catalog/dashboards.h"
#include "incident/incident.h"
#include "search/runbookindex.h"

#include <QWidget>

class QAction;
class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Handrail {

class ChoiceList;
class DependencyPicture;
class IncidentListModel;
class RunbookListModel;
class Workbench;

/** All that is known of one service: whose it is, its runbooks, dashboards, what it needs and what needs it, what happened to it. */
class ServicePage : public QWidget
{
    Q_OBJECT
public:
    ServicePage(Workbench &workbench, QAction *library, QWidget *parent = nullptr);

    void showService(const QString &name);

Q_SIGNALS:
    void runbookChosen(const Handrail::RunbookRef &ref);
    void incidentChosen(const QString &id);
    void linkPressed(const QString &target);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead(QAction *library);
    QWidget *makeWho();
    QWidget *makeContradictions();
    QWidget *makeBlock(QLabel *head, QWidget *content, QLabel *none);
    QWidget *makeLeft();
    QWidget *makeRight();
    void refresh();
    void showWho(const Service &service);
    void showContradictions(const Service &service);
    void showDashboards(const QList<Dashboard> &dashboards);
    void showRunbooks(const QList<RunbookEntry> &runbooks);
    void showIncidents(const QList<IncidentSummary> &incidents);
    void showAlerts(const QList<RunbookEntry> &runbooks);

    Workbench &m_workbench;
    QString m_name;
    RunbookListModel *m_runbooks;
    IncidentListModel *m_incidents;
    QPushButton *m_back = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_description = nullptr;
    QLabel *m_owner = nullptr;
    QLabel *m_contact = nullptr;
    QLabel *m_onCall = nullptr;
    QLabel *m_saidBy = nullptr;
    QFrame *m_contradictionCard = nullptr;
    QLabel *m_contradictions = nullptr;
    QLabel *m_runbookHead = nullptr;
    QLabel *m_noRunbooks = nullptr;
    ChoiceList *m_runbookView = nullptr;
    QLabel *m_noDashboards = nullptr;
    QWidget *m_dashboardCard = nullptr;
    QVBoxLayout *m_dashboards = nullptr;
    DependencyPicture *m_picture = nullptr;
    QLabel *m_alerts = nullptr;
    QLabel *m_incidentHead = nullptr;
    QLabel *m_noIncidents = nullptr;
    ChoiceList *m_incidentView = nullptr;
    QGridLayout *m_columns = nullptr;
    QWidget *m_right = nullptr;
    bool m_twoColumns = true;
};

} // namespace Handrail
