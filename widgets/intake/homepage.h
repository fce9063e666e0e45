// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/listmodels.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace Handrail {

class ChoiceList;
class PasteBox;
class Workbench;

/** The first thing one sees: a box to paste into, what is open, and where one was. */
class HomePage : public QWidget
{
    Q_OBJECT
public:
    HomePage(Workbench &workbench, QAction *fromClipboard, QWidget *parent = nullptr);

    void refreshIncidents();
    void focusBox();
    int openIncidents() const { return m_incidents->rowCount(); }

Q_SIGNALS:
    void pasted();
    void incidentChosen(const QString &incidentId);
    void runbookChosen(const Handrail::RunbookRef &ref, const QString &anchor);
    void serviceChosen(const QString &service);
    void libraryWanted();
    void allIncidentsWanted();
    void openIncidentsChanged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLists();
    QWidget *makeResults();
    QWidget *makeBlock(QLabel *head, QPushButton *link, QWidget *list);
    void refreshRunbooks();
    void refreshServices();
    void fitLists();
    void search(const QString &text);
    void showHits(const QString &text, const QList<SearchHit> &hits);
    void askNearest(const QString &text);
    void openFirstHit();

    Workbench &m_workbench;
    PasteBox *m_box;
    QStackedWidget *m_stack;
    IncidentListModel *m_incidents;
    RunbookListModel *m_recent;
    ServiceListModel *m_services;
    SearchHitModel *m_hits;
    ChoiceList *m_incidentView = nullptr;
    ChoiceList *m_recentView = nullptr;
    ChoiceList *m_serviceView = nullptr;
    ChoiceList *m_hitView = nullptr;
    QLabel *m_incidentHead = nullptr;
    QLabel *m_noIncidents = nullptr;
    QLabel *m_recentHead = nullptr;
    QLabel *m_serviceHead = nullptr;
    QLabel *m_hitHead = nullptr;
    QPushButton *m_nearest = nullptr; ///< the search that was perhaps meant
    QString m_nearestSearch;
    QLabel *m_noRunbooks = nullptr;
    int m_runbookCount = 0;
    QPushButton *m_allRunbooks = nullptr;
    QWidget *m_recentBlock = nullptr;
    QWidget *m_serviceBlock = nullptr;
    QGridLayout *m_columns = nullptr;
    QTimer m_minute; ///< the elapsed times in the list go on
    bool m_twoColumns = true;
};

} // namespace Handrail
