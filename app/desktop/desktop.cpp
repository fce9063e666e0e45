// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/samplelibrary.h"
#include "app/desktop/startrequest.h"
#include "base/whenanswered.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "store/incidentfolder.h"
#include "store/incidentrescue.h"
#include "store/incidentstore.h"
#include "store/indexfile.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int leastThreads = 8;

IndexState stateOf(const IndexProgress &progress, const QDateTime &now)
{
    IndexState state;
    state.reading = !progress.finished;
    state.isStopped = progress.isStopped;
    state.root = progress.root;
    state.done = progress.done;
    state.total = progress.total;
    state.runbooks = progress.runbooks;
    state.skipped = progress.skipped;
    state.problems = progress.problems;
    if (progress.finished)
        state.readAt = now;
    return state;
}

Theme::Appearance appearanceOf(const Settings &settings)
{
    const QString word = settings.value(Settings::Key::Appearance).toString();
    return word == u"dark" ? Theme::Appearance::Dark : word == u"light" ? Theme::Appearance::Light : Theme::Appearance::System;
}

} // namespace

Desktop::Desktop(QApplication &application, const DesktopOptions &options)
    : m_settings(options.settingsFile)
    , m_theme(application)
    , m_options(options)
    , m_indexFile(options.indexFile.isEmpty() ? options.cacheFolder + u'/' + RunbookIndexStore::fileName() : options.indexFile)
    , m_index(m_indexFile)
    , m_log(IncidentStore::openLater(options.dataFolder, m_clock, options.onNetwork))
{
    // Most of what is done aside waits for a disk. A few that wait for a dead network drive must not keep all others waiting.
    QThreadPool::globalInstance()->setMaxThreadCount(std::max(leastThreads, QThread::idealThreadCount()));
    m_theme.setAppearance(appearanceOf(m_settings));
    m_theme.setZoom(m_settings.value(Settings::Key::Zoom).toInt());
    QDir().mkpath(QFileInfo(m_indexFile).path());
    const Result<Done> prepared = m_index.prepare();
    m_workbench = std::make_unique<Workbench>(m_index, *m_log, m_settings, m_clock);
    m_session = std::make_unique<IncidentSession>(*m_log, m_clock);
    m_session->setAttachments(AttachmentFolder(options.dataFolder));
    connect(&m_clockWatch, &ClockWatch::jumped, m_session.get(), &IncidentSession::recordClockJump);
    m_indexer = std::make_unique<Indexer>(m_indexFile);
    for (const QString &folder : options.libraries)
        m_workbench->addLibrary(folder);
    m_window = std::make_unique<MainWindow>(*m_workbench, *m_session, m_theme, m_options.dataFolder);

    connectIndexer();
    connectWatch(application);
    connect(m_window.get(), &MainWindow::samplesWanted, this, &Desktop::addSamples);
    connect(m_window.get(), &MainWindow::restoreWanted, this, &Desktop::restoreLastBackup);
    connect(m_window.get(), &MainWindow::rescueWanted, this, &Desktop::rescueReadable);
    connectIncidents();
    connectBackups();
    if (!prepared)
        m_window->showProblem(prepared.problem().text, tr("Runbooks cannot be searched until there is room for the index."));
    if (options.addSamples)
        addSamples();
    readAgain();
}

Desktop::~Desktop()
{
    closeIncidents();
    (void)endsBy(QDeadlineTimer(QDeadlineTimer::Forever));
}

void Desktop::closeIncidents()
{
    m_log->close().waitForFinished();
}

bool Desktop::endsBy(QDeadlineTimer deadline)
{
    // What was asked still reads the index and the catalogue.
    return m_indexer->stop(deadline) && QThreadPool::globalInstance()->waitForDone(int(deadline.remainingTime()));
}

void Desktop::connectIncidents()
{
    whenAnswered(m_log->whenOpened(), this, [this](const Result<QString> &readOnlyReason) {
        // The window opens all the same: reading runbooks at three in the morning must not hang on the log.
        if (readOnlyReason && readOnlyReason->isEmpty())
            return;
        m_session->setReadOnly();
        if (readOnlyReason)
            m_window->showReadOnly(*readOnlyReason, {}); // which says what can be done
        else if (!networkFileSystem(m_options.dataFolder).isEmpty() && !m_options.onNetwork)
            m_window->showOnNetwork(readOnlyReason.problem().text);
        else if (!QFileInfo::exists(incidentFilePath(m_options.dataFolder)))
            m_window->showReadOnly(readOnlyReason.problem().text, tr("You can read runbooks; nothing new is written down."));
        else
            tellNotOpened(readOnlyReason.problem());
    });
    connect(m_window.get(), &MainWindow::dataFolderWanted, this, [this](const QString &folder) {
        if (QFileInfo(folder).canonicalFilePath() == QFileInfo(m_options.dataFolder).canonicalFilePath())
            return; // it is this one
        m_settings.setValue(Settings::Key::DataFolder, folder);
        startAgain(folder, false);
    });
    connect(m_window.get(), &MainWindow::networkFolderWanted, this, [this] { startAgain(m_options.dataFolder, true); });
    connect(m_window.get(), &MainWindow::openingWanted, this, [this] { startAgain(m_options.dataFolder, m_options.onNetwork); });
}

void Desktop::connectBackups()
{
    connect(&m_failedBackups, &QFutureWatcherBase::resultReadyAt, this,
            [this] { m_window->tellBackupFailed(m_options.dataFolder + u"/backups"_s); });
    m_failedBackups.setFuture(m_log->failedBackups());
    connect(m_window.get(), &MainWindow::backupWanted, this, [this] {
        whenAnswered(m_log->backUp(), this, [this](const Result<QString> &made) {
            if (made)
                m_window->backupMade();
        });
    });
}

/** The incidents of one folder live in one process: another folder is another Handrail, which begins as this one ends. */
void Desktop::startAgain(const QString &dataFolder, bool onNetwork)
{
    QStringList arguments { u"--data"_s, dataFolder };
    if (!m_options.indexFile.isEmpty())
        arguments += { u"--index"_s, m_options.indexFile };
    if (onNetwork)
        arguments.append(u"--on-network"_s);
    Q_EMIT givesWay();
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        m_window->close();
    else
        m_window->showProblem(tr("Handrail could not be started again."), tr("Start it with the option --data and the folder."));
}

void Desktop::tellNotOpened(const Problem &problem)
{
    struct Recovery
    {
        std::optional<IncidentBackup> backup;
        bool isDamaged = false; ///< and not only held by another program
    };
    const auto look = [folder = m_options.dataFolder] {
        const auto backup = backupToOffer(folder);
        return Recovery { backup, backup || !checkIncidentFile(incidentFilePath(folder)) };
    };
    // Every page of the file and of its backups is looked at, which takes a while.
    whenAnswered(QtConcurrent::run(look), this, [this, problem](const Recovery &recovery) {
        m_backup = recovery.backup;
        if (recovery.isDamaged)
            m_window->offerRecovery(problem.text, m_backup ? m_backup->at : QDateTime());
        else
            m_window->showNotOpened(problem.text);
    });
}

void Desktop::restoreLastBackup()
{
    if (!m_backup)
        return;
    const auto restore = [folder = m_options.dataFolder, backup = m_backup->path, now = m_clock.now()] { return restoreIncidents(folder, backup, now); };
    whenAnswered(QtConcurrent::run(restore), this, [this](const Result<QString> &aside) {
        if (aside)
            m_window->showRecovered(tr("Restored."), *aside);
        else
            m_window->showProblem(aside.problem().text, tr("The backup is still where it was."));
    });
}

void Desktop::rescueReadable()
{
    m_window->showProblem(tr("Reading what is readable…"), tr("Nothing is changed before it is read."));
    const auto rescue = [folder = m_options.dataFolder, backup = m_backup ? m_backup->path : QString(), this] {
        return rescueIncidents(folder, backup, m_clock);
    };
    whenAnswered(QtConcurrent::run(rescue), this, [this](const Result<RescuedIncidents> &rescued) {
        if (!rescued) {
            m_window->showProblem(rescued.problem().text, tr("The damaged file is still where it was."));
            return;
        }
        QString what = tr("Entries rescued: %1.").arg(rescued->entries);
        if (rescued->missingEntries > 0)
            what += u' ' + tr("Missing: at least %1.").arg(rescued->missingEntries);
        if (rescued->notWhole > 0)
            what += u' ' + tr("Not whole: %1.").arg(rescued->notWhole);
        if (rescued->asInBackup > 0)
            what += u' ' + tr("Incidents that are as the backup has them: %1; newer entries of theirs are in the file moved aside.").arg(rescued->asInBackup);
        m_window->showRecovered(what, rescued->aside);
    });
}

void Desktop::connectIndexer()
{
    connect(m_indexer.get(), &Indexer::progressed, this, [this](const IndexProgress &progress) {
        const bool isSaid = m_workbench->indexState().reading || progress.read > 0 || progress.removed > 0;
        if (!progress.finished && isSaid)
            m_workbench->setIndexState(stateOf(progress, m_clock.now()));
    });
    connect(m_indexer.get(), &Indexer::finished, this, [this](const IndexProgress &progress, const Catalog &catalog) {
        m_watch.readingEnded(progress.folders, progress.isUnsettled);
        if (progress.isStopped) { // half a catalogue would say that services have no owner
            m_workbench->setIndexState(stateOf(progress, m_clock.now()));
            return;
        }
        if (std::exchange(m_catalogues, progress.catalogues) != progress.catalogues)
            m_workbench->setCatalog(catalog);
        if (progress.read > 0 || progress.removed > 0)
            announceReading(); // a look that found something counts as a reading, which ends here
        IndexState state = stateOf(progress, m_clock.now());
        state.unwatched = m_watch.unwatched();
        m_workbench->setIndexState(state);
    });
    connect(m_workbench.get(), &Workbench::librariesChanged, this, &Desktop::readAgain);
    connect(m_workbench.get(), &Workbench::readOnWanted, this, &Desktop::readAgain);
    connect(m_workbench.get(), &Workbench::indexFailed, this, &Desktop::mendIndex);
    connect(m_workbench.get(), &Workbench::stopReadingWanted, this, [this] {
        m_mayRead = false;
        m_indexer->cancel();
    });
}

void Desktop::connectWatch(const QApplication &application)
{
    connect(&m_watch, &LibraryWatch::readingWanted, this, &Desktop::lookAgain);
    connect(&m_watch, &LibraryWatch::unwatchedChanged, this, [this] {
        IndexState state = m_workbench->indexState();
        state.unwatched = m_watch.unwatched();
        m_workbench->setIndexState(state);
    });
    connect(&application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_watch.look();
    });
}

void Desktop::readAgain()
{
    m_mayRead = true;
    announceReading();
    lookAgain();
}

void Desktop::lookAgain()
{
    if (!m_mayRead)
        return;
    m_watch.readingStarted();
    m_indexer->start(m_workbench->libraries()); // also when there are none: what was read from the last one goes
}

void Desktop::announceReading()
{
    IndexState state = m_workbench->indexState();
    if (std::exchange(state.reading, true))
        return;
    m_workbench->setIndexState(state);
}

void Desktop::mendIndex()
{
    if (m_workbench->indexState().reading || !m_mendAgain.hasExpired())
        return;
    m_mendAgain.setRemainingTime(1min);
    whenAnswered(QtConcurrent::run([file = m_indexFile] { return IndexFile::removeUnreadable(file); }), this, [this](bool isRemoved) {
        if (isRemoved)
            readAgain();
    });
}

void Desktop::addSamples()
{
    whenAnswered(QtConcurrent::run(installSamples, m_options.dataFolder + u"/samples"_s), this, [this](const Result<QString> &library) {
        if (library)
            m_workbench->addLibrary(library.value());
        else
            m_window->showProblem(tr("The samples could not be copied."), library.problem().text);
    });
}

void Desktop::takeUp(const StartRequest &request)
{
    for (const QString &folder : request.libraries)
        m_workbench->addLibrary(folder);
    if (request.addSamples)
        addSamples();
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken); // Qt hands it to the compositor with the next activation
    m_window->setWindowState((m_window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::show()
{
    m_window->show();
}

} // namespace Handrail
