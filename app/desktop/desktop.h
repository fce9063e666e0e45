// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/settings.h"
#include "session/clockwatch.h"
#include "session/librarywatch.h"
#include "store/incidentbackup.h"
#include "store/indexer.h"
#include "store/runbookindexstore.h"
#include "widgets/common/theme.h"

#include <QDeadlineTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QApplication;

namespace Handrail {

class IncidentSession;
class IncidentStore;
class MainWindow;
class Workbench;

struct StartRequest;

struct DesktopOptions
{
    QStringList libraries; ///< to be added to those of the settings
    bool addSamples = false;
    QString settingsFile;
    QString dataFolder; ///< incidents.sqlite lies here
    QString cacheFolder; ///< the index lies here, unless indexFile says otherwise
    QString indexFile;
    bool onNetwork = false; ///< the data folder may be on a network drive
};

/**
 * The composition root: opens the databases, makes the objects, ties the indexer to the folders and to the workbench, shows the
 * window.
 */
class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication &application, const DesktopOptions &options);
    ~Desktop() override;

    void show();
    void closeIncidents(); ///< when what is to be written is written; the next Handrail may have them, the window is gone
    /**
     * Waits until nothing is read any more. Not by @p deadline: something is read from a drive that does not answer, and this
     * object cannot be destroyed.
     */
    bool endsBy(QDeadlineTimer deadline);
    void takeUp(const StartRequest &request); ///< what a second start was asked for; the window comes to the front

Q_SIGNALS:
    void givesWay(); ///< another Handrail is about to be started in its place

private:
    void connectIncidents();
    void connectBackups();
    void tellNotOpened(const Problem &problem);
    void startAgain(const QString &dataFolder, bool onNetwork);
    void connectIndexer();
    void connectWatch(const QApplication &application);
    void addSamples();
    void restoreLastBackup();
    void rescueReadable();
    void readAgain(); ///< saying so
    void lookAgain(); ///< nothing is said unless something changed
    void announceReading();
    void mendIndex(); ///< which an answer could not be read from: a damaged one is a cache that is made anew

    SystemClock m_clock;
    ClockWatch m_clockWatch { m_clock };
    Settings m_settings;
    Theme m_theme;
    DesktopOptions m_options;
    QString m_indexFile;
    RunbookIndexStore m_index;
    std::shared_ptr<IncidentStore> m_log;
    QFutureWatcher<Problem> m_failedBackups;
    std::optional<IncidentBackup> m_backup; ///< that was offered
    std::unique_ptr<Indexer> m_indexer;
    LibraryWatch m_watch;
    QDeadlineTimer m_mendAgain; ///< on a disk that damages each one, it is not made anew without end
    bool m_mayRead = true; ///< until the user stops the reading, and again when he reads on
    QByteArray m_catalogues; ///< digest of the files that the catalogue was read from
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<IncidentSession> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Handrail
