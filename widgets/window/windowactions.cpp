// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/windowactions.h"

#include "widgets/common/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WindowActions", text);
}

QAction *make(QWidget *window, const char *name, const QString &text, const QString &iconName, const QKeySequence &key = {})
{
    auto *action = new QAction(text, window);
    action->setObjectName(QString::fromLatin1(name));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setIconVisibleInMenu(false);
    action->setShortcut(key);
    window->addAction(action); // the key works whether or not a menu shows it
    return action;
}

QAction *makePlace(QWidget *window, const char *name, const QString &text, const QString &iconName, const QKeySequence &key)
{
    QAction *action = make(window, name, text, iconName, key);
    action->setCheckable(true);
    return action;
}

IncidentActions makeIncidentActions(QWidget *window)
{
    IncidentActions actions;
    actions.done = make(window, "stepDone", tr("&Done"), u"check"_s, tr("Ctrl+Return"));
    actions.failed = make(window, "stepFailed", tr("&Failed"), u"cross"_s, tr("Ctrl+Shift+Return"));
    actions.skip = make(window, "stepSkip", tr("&Skip…"), u"skip"_s, tr("Ctrl+."));
    actions.nextStep = make(window, "nextStep", tr("&Next step"), u"arrow-right"_s, tr("Ctrl+J"));
    actions.previousStep = make(window, "previousStep", tr("&Previous step"), u"arrow-left"_s, tr("Ctrl+Shift+J"));
    actions.undo = make(window, "undo", tr("&Undo"), u"undo"_s, QKeySequence::Undo);
    actions.redo = make(window, "redo", tr("&Redo"), u"redo"_s, tr("Ctrl+Shift+Z"));
    actions.copyCommand = make(window, "copyCommand", tr("&Copy command"), u"copy"_s, tr("Ctrl+Shift+C"));
    actions.note = make(window, "note", tr("&Write a note"), u"note"_s, tr("Ctrl+M"));
    actions.correctNote = make(window, "correctNote", tr("C&orrect note"), u"pencil"_s, tr("F2"));
    actions.firstText = make(window, "firstText", tr("Show what the note sai&d first"), {});
    actions.attachFile = make(window, "attachFile", tr("A&ttach a file…"), u"plus"_s);
    actions.claim = make(window, "claim", tr("I'&m on it"), u"person"_s);
    actions.roles[0] = make(window, "leadIncident", tr("I &lead"), u"person"_s);
    actions.roles[0]->setData(u"lead"_s);
    actions.roles[1] = make(window, "keepNotes", tr("I keep the not&es"), u"note"_s);
    actions.roles[1]->setData(u"scribe"_s);
    const QStringList severities = { tr("Severity: &critical"), tr("Severity: &high"), tr("Severity: &warning"),
                                     tr("Severity: &info") };
    const QStringList words = { u"critical"_s, u"high"_s, u"warning"_s, u"info"_s };
    for (int i = 0; i < 4; ++i) {
        actions.severities[size_t(i)] = make(window, "severity", severities.at(i), u"severity-%1"_s.arg(4 - i));
        actions.severities[size_t(i)]->setData(words.at(i));
    }
    actions.exportReport = make(window, "exportReport", tr("Write su&mmary…"), u"export"_s, tr("Ctrl+E"));
    actions.rightRunbook = make(window, "rightRunbook", tr("This is the r&ight runbook"), u"check"_s);
    actions.wrongRunbook = make(window, "wrongRunbookAction", tr("This is the wron&g runbook"), u"cross"_s);
    actions.resolve = make(window, "resolve", tr("R&esolve"), u"flag"_s);
    actions.reopen = make(window, "reopen", tr("Re&open"), u"undo"_s);
    actions.askForHelp = make(window, "askForHelp", tr("Ask for &help…"), u"help"_s, tr("Ctrl+Shift+H"));
    actions.brief = make(window, "brief", tr("Brief s&teps"), {}, tr("Ctrl+D"));
    actions.brief->setCheckable(true);
    actions.showRunbook = make(window, "showRunbook", tr("Show the whole run&book"), u"runbook"_s);
    actions.showRunbook->setCheckable(true);
    const QStringList kinds = { tr("As &note"), tr("As &finding"), tr("As &decision"), tr("As &action"), tr("As &question") };
    const QStringList icons = { u"note"_s, u"finding"_s, u"decision"_s, u"action"_s, u"question"_s };
    for (int i = 0; i < 5; ++i) {
        actions.noteKinds[size_t(i)]
            = make(window, "noteKind", kinds.at(i), icons.at(i), QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)));
    }
    return actions;
}

} // namespace

WindowActions makeActions(QWidget *window)
{
    WindowActions actions;
    actions.fromClipboard = make(window, "fromClipboard", tr("&Alert from clipboard"), u"bell"_s, tr("Ctrl+Shift+N"));
    actions.chooseFolder = make(window, "chooseFolder", tr("&Choose folder…"), u"folder"_s);
    actions.addFolder = make(window, "addFolder", tr("Add &folder…"), u"folder"_s, tr("Ctrl+O"));
    actions.useSamples = make(window, "useSamples", tr("&Try with sample runbooks"), u"runbook"_s);
    actions.importIncidents = make(window, "importIncidents", tr("&Import incidents…"), u"incident"_s);
    actions.exportNow = make(window, "exportNow", tr("&Export…"), u"export"_s, tr("Ctrl+E"));
    actions.backToSteps = make(window, "backToSteps", tr("Back to the s&teps"), u"arrow-left"_s);
    actions.quit = make(window, "quit", tr("&Quit"), {}, QKeySequence::Quit);

    actions.find = make(window, "find", tr("&Find here"), u"search"_s, QKeySequence::Find);
    actions.findEverywhere = make(window, "findEverywhere", tr("Find &everywhere"), u"search"_s, tr("Ctrl+Shift+F"));

    actions.back = make(window, "back", tr("&Back"), u"arrow-left"_s, tr("Alt+Left"));
    actions.forward = make(window, "forward", tr("For&ward"), u"arrow-right"_s, tr("Alt+Right"));
    actions.palette = make(window, "palette", tr("Do &anything…"), u"search"_s);
    actions.palette->setShortcuts({ QKeySequence(tr("Ctrl+K")), QKeySequence(tr("Ctrl+Shift+P")) });
    actions.quickOpen = make(window, "quickOpen", tr("Go to &runbook, service or incident…"), u"search"_s, tr("Ctrl+P"));

    actions.zoomIn = make(window, "zoomIn", tr("Zoom &in"), {});
    actions.zoomIn->setShortcuts({ QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+=")) });
    actions.zoomOut = make(window, "zoomOut", tr("Zoom &out"), {}, QKeySequence::ZoomOut);
    actions.zoomReset = make(window, "zoomReset", tr("&Usual size"), {}, tr("Ctrl+0"));
    actions.nextPane = make(window, "nextPane", tr("&Next pane"), {}, tr("F6"));
    actions.previousPane = make(window, "previousPane", tr("&Previous pane"), {}, tr("Shift+F6"));

    actions.home = makePlace(window, "Home", tr("&Home"), u"home"_s, tr("Ctrl+1"));
    actions.incidentPage = makePlace(window, "Incident", tr("&Incident"), u"incident"_s, tr("Ctrl+2"));
    actions.allIncidents = make(window, "allIncidents", tr("All i&ncidents"), u"incident"_s, tr("Ctrl+Shift+I"));
    actions.library = makePlace(window, "Library", tr("&Library"), u"library"_s, tr("Ctrl+3"));
    actions.settings = makePlace(window, "Settings", tr("&Settings"), u"settings"_s, tr("Ctrl+5"));

    actions.startRunbook = make(window, "startRunbook", tr("&Start this runbook"), u"play"_s, tr("Ctrl+Return"));
    actions.followHere = make(window, "followHere", tr("&Follow it in the open incident"), u"incident"_s);
    actions.startWithout = make(window, "startWithout", tr("Start &without a runbook"), u"flag"_s);
    actions.searchAll = make(window, "searchAll", tr("Search &all runbooks"), u"search"_s);
    actions.writeRunbook = make(window, "writeRunbook", tr("&Write one from this alert…"), u"pencil"_s);
    actions.incident = makeIncidentActions(window);

    actions.help = make(window, "help", tr("&Help"), u"help"_s, QKeySequence::HelpContents);
    actions.keys = make(window, "keys", tr("&Keys"), {}, tr("Ctrl+/"));
    actions.about = make(window, "about", tr("&About Handrail"), {});
    return actions;
}

void fillMenus(QMenuBar &menus, const WindowActions &actions)
{
    QMenu *file = menus.addMenu(tr("&File"));
    file->addActions({ actions.fromClipboard, actions.addFolder, actions.useSamples });
    file->addSeparator();
    file->addActions({ actions.incident.exportReport, actions.exportNow, actions.importIncidents });
    file->addSeparator();
    file->addAction(actions.quit);

    QMenu *edit = menus.addMenu(tr("&Edit"));
    edit->addActions({ actions.incident.undo, actions.incident.redo });
    edit->addSeparator();
    edit->addActions({ actions.find, actions.findEverywhere });

    QMenu *view = menus.addMenu(tr("&View"));
    view->addActions({ actions.incident.brief, actions.incident.showRunbook, actions.nextPane, actions.previousPane });
    view->addSeparator();
    view->addActions({ actions.zoomIn, actions.zoomOut, actions.zoomReset });

    QMenu *incident = menus.addMenu(tr("&Incident"));
    const IncidentActions &steps = actions.incident;
    incident->addActions({ actions.startRunbook, actions.followHere, actions.startWithout, actions.searchAll, actions.writeRunbook });
    incident->addSeparator();
    incident->addActions({ steps.done, steps.failed, steps.skip, steps.nextStep, steps.previousStep, steps.copyCommand });
    incident->addSeparator();
    incident->addAction(steps.askForHelp);
    incident->addAction(steps.note);
    for (QAction *kind : steps.noteKinds)
        incident->addAction(kind);
    incident->addActions({ steps.correctNote, steps.firstText, steps.attachFile });
    incident->addSeparator();
    incident->addActions({ steps.claim, steps.roles[0], steps.roles[1] });
    QMenu *severity = incident->addMenu(tr("Se&verity"));
    for (QAction *each : steps.severities)
        severity->addAction(each);
    incident->addSeparator();
    incident->addActions({ steps.rightRunbook, steps.wrongRunbook });
    incident->addSeparator();
    incident->addActions({ steps.resolve, steps.reopen });

    QMenu *go = menus.addMenu(tr("&Go"));
    go->addActions({ actions.home, actions.incidentPage, actions.allIncidents, actions.library, actions.settings });
    go->addSeparator();
    go->addActions({ actions.back, actions.forward, actions.backToSteps });
    go->addSeparator();
    go->addActions({ actions.quickOpen, actions.palette });

    QMenu *help = menus.addMenu(tr("&Help"));
    help->addActions({ actions.help, actions.keys, actions.about });
}

} // namespace Handrail
