// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "search/runbookindex.h"

#include <QFrame>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QMenuBar;

namespace Handrail {

class ChoiceList;
class PaletteModel;
class Workbench;

/** Over the window: everything by name. Type, choose with the arrows, Enter goes there or does it, Esc gives the focus back. */
class Palette : public QFrame
{
    Q_OBJECT
public:
    /** Places goes to incidents, runbooks and services; everything also does what the menus of @p menus offer. */
    enum class Scope { Places, Everything };

    Palette(Workbench &workbench, const QMenuBar &menus, QWidget *parent);

    void open(Scope scope);

Q_SIGNALS:
    void incidentChosen(const QString &id);
    void runbookChosen(const Handrail::RunbookRef &ref);
    void serviceChosen(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void collectActions();
    void collectActions(const QAction &menu); ///< those of its own menus, too
    void loadPlaces();
    void showItems();
    void place();
    void filter();
    void choose(const QModelIndex &index);
    void moveBy(int rows);
    void leave();

    Workbench &m_workbench;
    const QMenuBar &m_menus;
    Scope m_scope = Scope::Everything;
    QList<IncidentSummary> m_incidents;
    QList<RunbookEntry> m_runbooks;
    QStringList m_services;
    QList<QAction *> m_actions;
    QStringList m_actionMenus;
    PaletteModel *m_model;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QLabel *m_none;
    QLabel *m_count;
    QPointer<QWidget> m_cameFrom;
};

} // namespace Handrail
