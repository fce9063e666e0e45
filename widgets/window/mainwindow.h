// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "incident/timelineentry.h"
#include "library/runbook.h"
#include "session/runbookwatch.h"
#include "widgets/window/windowactions.h"

#include <QMainWindow>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Handrail {

class AlertPage;
class FirstRunPage;
class HelpPage;
class HomePage;
class IncidentImport;
class IncidentsPage;
class IncidentPage;
class IncidentSession;
class LibraryPage;
class NoticeBar;
class Palette;
class PasteIntake;
class Rail;
class ReportExport;
class ReviewPage;
class RunbookWriting;
class ServicePage;
class SettingsPage;
class Theme;
class Workbench;

/** The window: the rail, the pages, the menus and the status line. Takes what the pages say happened to the session. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Workbench &workbench, IncidentSession &session, Theme &theme, const QString &dataFolder);
    ~MainWindow() override;

    /** A thing to know from the start: "Opened for reading only". */
    void showProblem(const QString &fact, const QString &data);
    /** Nothing can be written, for a reason that another data folder solves. */
    void showReadOnly(const QString &fact, const QString &data);
    void showOnNetwork(const QString &fact); ///< the data folder is on a network drive, and nothing was opened
    void showNotOpened(const QString &fact); ///< the incidents, for a reason that may pass: another program has them
    /** The incidents cannot be read; there is a backup of @p at (UTC), or none when that is not valid. */
    void offerRecovery(const QString &fact, const QDateTime &at);
    void showRecovered(const QString &what, const QString &where); ///< what was there before lies in @p where
    void tellBackupFailed(const QString &folder); ///< where none could be made; the incidents themselves are safe
    void backupMade(); ///< after all

Q_SIGNALS:
    void samplesWanted();
    void restoreWanted();
    void rescueWanted();
    void backupWanted();
    void dataFolderWanted(const QString &folder); ///< incidents are to be kept there
    void networkFolderWanted(); ///< all the same
    void openingWanted(); ///< once more

protected:
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePages(const QString &dataFolder);
    void makeStatusLine();
    void connectActions();
    void connectPages();
    void connectSession();

    void showPage(QWidget *page);
    void showHome();
    void findHere();
    void chooseFolder();
    void startFromPage();
    void startWithout();
    void showRunbook(const RunbookRef &ref, const QString &anchor);
    void showService(const QString &name);
    void openLink(const QString &target);
    void saveFailed(const Problem &problem, TimelineEntry::Kind kind);
    void saveNoteElsewhere();
    void askAboutRunbook();
    void runbookChanged();
    void compareRunbook();
    void indexChanged();
    void updateActions();
    void moveFocus(int direction);
    void zoom(int steps);
    void askDataFolder();
    void keepPanes();
    void restoreWindow();

    Workbench &m_workbench;
    IncidentSession &m_session;
    Theme &m_theme;
    RunbookWatch m_watch;
    WindowActions m_actions;
    Rail *m_rail;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    PasteIntake *m_intake;
    IncidentImport *m_import;
    ReportExport *m_export;
    RunbookWriting *m_writing;
    Palette *m_palette = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    IncidentsPage *m_incidents = nullptr;
    HomePage *m_home = nullptr;
    AlertPage *m_alert = nullptr;
    IncidentPage *m_incident = nullptr;
    ReviewPage *m_review = nullptr;
    LibraryPage *m_library = nullptr;
    ServicePage *m_service = nullptr;
    SettingsPage *m_settings = nullptr;
    HelpPage *m_help = nullptr;
    bool m_saveFailed = false; ///< the notice says so, and goes once a save succeeds
    QLabel *m_indexLabel = nullptr;
    QPushButton *m_stopReading = nullptr; ///< or go on with it
    QLabel *m_savedLabel = nullptr;
    QLabel *m_personLabel = nullptr;
};

} // namespace Handrail
