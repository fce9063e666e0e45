// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checklist/incidentactions.h"

#include <QAction>

class QMenuBar;
class QWidget;

namespace Handrail {

/** Everything a user can do, as actions with words, icons and keys; made once for a window and put into its menus. */
struct WindowActions
{
    QAction *fromClipboard;
    QAction *chooseFolder; ///< the first folder, as the first page calls it
    QAction *addFolder;
    QAction *useSamples;
    QAction *importIncidents;
    QAction *exportNow; ///< the document that is being written
    QAction *backToSteps; ///< from that document
    QAction *quit;

    QAction *find;
    QAction *findEverywhere;

    QAction *back;
    QAction *forward;

    QAction *palette; ///< everything by name
    QAction *quickOpen; ///< places by name

    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *nextPane;
    QAction *previousPane;

    QAction *home;
    QAction *incidentPage;
    QAction *allIncidents;
    QAction *library;
    QAction *settings;

    QAction *startRunbook;
    QAction *followHere; ///< the runbook being read, beside those the open incident follows
    QAction *startWithout;
    QAction *searchAll;
    QAction *writeRunbook; ///< for the alert that is shown
    IncidentActions incident;

    QAction *help;
    QAction *keys;
    QAction *about;
};

WindowActions makeActions(QWidget *window);
void fillMenus(QMenuBar &menus, const WindowActions &actions);

} // namespace Handrail
