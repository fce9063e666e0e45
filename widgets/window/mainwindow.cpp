// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/mainwindow.h"

#include "base/linkpolicy.h"
#include "base/whenanswered.h"
#include "base/wholefile.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/checklist/comparedialog.h"
#include "widgets/checklist/incidentpage.h"
#include "widgets/common/focusring.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/parts.h"
#include "widgets/common/taborder.h"
#include "widgets/common/theme.h"
#include "widgets/incident/incidentspage.h"
#include "widgets/intake/alertpage.h"
#include "widgets/intake/homepage.h"
#include "widgets/intake/pasteintake.h"
#include "widgets/library/librarypage.h"
#include "widgets/library/readingpane.h"
#include "widgets/library/servicepage.h"
#include "widgets/review/reviewpage.h"
#include "widgets/settings/firstrunpage.h"
#include "widgets/settings/helppage.h"
#include "widgets/settings/settingspage.h"
#include "widgets/window/incidentimport.h"
#include "widgets/window/palette.h"
#include "widgets/window/rail.h"
#include "widgets/window/reportexport.h"
#include "widgets/window/runbookwriting.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Handrail {

using namespace Qt::StringLiterals;
using Key = Settings::Key;

namespace {

constexpr int fewFiles = 300; ///< are read before anybody could want them to be stopped
constexpr int statusLineFrom = 640; ///< px of height: below it the line gives its room to the page

QString askedWhenResolved()
{
    return MainWindow::tr("Resolved. Was it the right runbook?");
}

} // namespace

MainWindow::MainWindow(Workbench &workbench, IncidentSession &session, Theme &theme, const QString &dataFolder)
    : m_workbench(workbench)
    , m_session(session)
    , m_theme(theme)
    , m_actions(makeActions(this))
    , m_rail(new Rail({ m_actions.home, m_actions.incidentPage, m_actions.library }, m_actions.settings, this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_intake(new PasteIntake(workbench, m_notice, this))
    , m_import(new IncidentImport(workbench, m_notice, this))
    , m_export(new ReportExport(workbench.settings(), m_notice, this))
    , m_writing(new RunbookWriting(workbench, m_notice, this))
{
    setWindowTitle(tr("Handrail"));
    setMinimumSize(720, 480);
    setAcceptDrops(true);
    fillMenus(*menuBar(), m_actions);
    QCoreApplication::instance()->installEventFilter(this);
    makePages(dataFolder);
    makeStatusLine();

    auto *centre = new QWidget(this);
    auto *columns = new QHBoxLayout(centre);
    setMargins(columns, 0, 0, 0);
    auto *right = new QVBoxLayout;
    setMargins(right, 0, 0, 0);
    right->addWidget(m_notice);
    right->addWidget(m_stack, 1);
    columns->addWidget(m_rail);
    columns->addLayout(right, 1);
    setCentralWidget(centre);
    new FocusRing(centre);
    m_palette = new Palette(m_workbench, *menuBar(), centre);

    connectActions();
    connectPages();
    connectSession();
    restoreWindow();
    showHome();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages(const QString &dataFolder)
{
    m_firstRun = new FirstRunPage(m_actions.chooseFolder, m_actions.useSamples, m_stack);
    m_home = new HomePage(m_workbench, m_actions.fromClipboard, m_stack);
    m_incidents = new IncidentsPage(m_workbench, m_stack);
    m_alert = new AlertPage(m_workbench, { m_actions.startRunbook, m_actions.startWithout, m_actions.searchAll, m_actions.writeRunbook }, m_stack);
    m_incident = new IncidentPage(m_workbench, m_session, m_actions.incident, m_stack);
    m_review = new ReviewPage(m_workbench, m_session, m_actions.backToSteps, m_actions.exportNow, m_actions.incident,
                              dataFolder + u"/templates"_s, m_stack);
    m_library = new LibraryPage(m_workbench, m_actions.startRunbook, m_actions.followHere, m_actions.addFolder, m_actions.useSamples, m_stack);
    m_service = new ServicePage(m_workbench, m_actions.library, m_stack);
    m_settings = new SettingsPage(m_workbench, dataFolder, m_actions.addFolder, m_theme, m_stack);
    m_help = new HelpPage(m_stack);
    for (QWidget *page : QList<QWidget *> { m_firstRun, m_home, m_incidents, m_alert, m_incident, m_review, m_library, m_service, m_settings, m_help })
        m_stack->addWidget(page);
}

void MainWindow::makeStatusLine()
{
    m_indexLabel = makeLabel({}, TextStyle::Small, "muted", this);
    m_indexLabel->setObjectName(u"indexState"_s);
    m_savedLabel = makeLabel({}, TextStyle::Small, "muted", this);
    m_personLabel = makeLabel({}, TextStyle::Small, "muted", this);
    m_indexLabel->setContentsMargins(12, 0, 0, 0);
    m_personLabel->setContentsMargins(8, 0, 12, 0);
    statusBar()->setSizeGripEnabled(false);
    m_stopReading = makeLinkButton({}, {}, this);
    m_stopReading->setObjectName(u"stopReading"_s);
    connect(m_stopReading, &QPushButton::clicked, this,
            [this] { m_workbench.indexState().isStopped ? m_workbench.readOn() : m_workbench.stopReading(); });
    statusBar()->addWidget(m_indexLabel);
    statusBar()->addWidget(m_stopReading, 1);
    statusBar()->addPermanentWidget(m_savedLabel);
    statusBar()->addPermanentWidget(m_personLabel);
    indexChanged();
}

void MainWindow::connectActions()
{
    const WindowActions &actions = m_actions;
    connect(actions.fromClipboard, &QAction::triggered, m_intake, &PasteIntake::takeClipboard);
    connect(actions.addFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(actions.chooseFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(actions.useSamples, &QAction::triggered, this, &MainWindow::samplesWanted);
    connect(actions.importIncidents, &QAction::triggered, m_import, &IncidentImport::ask);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.home, &QAction::triggered, this, &MainWindow::showHome);
    connect(actions.incidentPage, &QAction::triggered, this, [this] {
        if (m_session.isEmpty())
            m_actions.allIncidents->trigger();
        else
            showPage(m_incident);
    });
    connect(actions.backToSteps, &QAction::triggered, actions.incidentPage, &QAction::trigger);
    connect(actions.allIncidents, &QAction::triggered, this, [this] {
        m_incidents->refresh();
        showPage(m_incidents);
        m_incidents->focusSearch();
    });
    connect(actions.library, &QAction::triggered, this, [this] { showPage(m_library); });
    connect(actions.settings, &QAction::triggered, this, [this] { showPage(m_settings); });
    connect(m_settings, &SettingsPage::dataFolderAsked, this, &MainWindow::askDataFolder);
    connect(actions.findEverywhere, &QAction::triggered, this, [this] {
        showPage(m_library);
        m_library->focusSearch();
    });
    connect(actions.find, &QAction::triggered, this, &MainWindow::findHere);
    connect(actions.back, &QAction::triggered, m_library->reading(), &ReadingPane::goBack);
    connect(actions.forward, &QAction::triggered, m_library->reading(), &ReadingPane::goForward);
    connect(actions.searchAll, &QAction::triggered, this, [this] {
        whenAnswered(m_workbench.searchWords(m_alert->alert()), this, [this](const QString &words) {
            showPage(m_library);
            m_library->focusSearch(words);
        });
    });
    connect(actions.startRunbook, &QAction::triggered, this, &MainWindow::startFromPage);
    connect(actions.followHere, &QAction::triggered, this, [this] { m_session.openRunbook(m_library->runbook(), m_library->anchor()); });
    connect(actions.startWithout, &QAction::triggered, this, &MainWindow::startWithout);
    connect(actions.writeRunbook, &QAction::triggered, this, [this] { m_writing->ask(m_alert->alert()); });
    connect(actions.palette, &QAction::triggered, this, [this] { m_palette->open(Palette::Scope::Everything); });
    connect(actions.quickOpen, &QAction::triggered, this, [this] { m_palette->open(Palette::Scope::Places); });
    connect(actions.zoomIn, &QAction::triggered, this, [this] { zoom(m_theme.zoom() + 1); });
    connect(actions.zoomOut, &QAction::triggered, this, [this] { zoom(m_theme.zoom() - 1); });
    connect(actions.zoomReset, &QAction::triggered, this, [this] { zoom(0); });
    connect(actions.nextPane, &QAction::triggered, this, [this] { moveFocus(1); });
    connect(actions.previousPane, &QAction::triggered, this, [this] { moveFocus(-1); });
    connect(actions.help, &QAction::triggered, this, [this] { showPage(m_help); });
    connect(actions.keys, &QAction::triggered, this, [this] {
        showPage(m_help);
        m_help->showPage(u"keys"_s);
    });
    connect(actions.about, &QAction::triggered, this, [this] {
        m_notice->showNotice(NoticeBar::Tone::Done, tr("Handrail %1").arg(QStringLiteral(HANDRAIL_VERSION)),
                             tr("Free software under the GPL, version 3 or later. Everything stays on this computer."));
    });
}

void MainWindow::connectPages()
{
    connect(m_firstRun, &FirstRunPage::folderDropped, &m_workbench, &Workbench::addLibrary);
    connect(m_home, &HomePage::pasted, m_intake, &PasteIntake::takeClipboard);
    connect(m_home, &HomePage::incidentChosen, &m_session, &IncidentSession::resume);
    connect(m_home, &HomePage::runbookChosen, this, &MainWindow::showRunbook);
    connect(m_home, &HomePage::allIncidentsWanted, m_actions.allIncidents, &QAction::trigger);
    connect(m_incidents, &IncidentsPage::incidentChosen, &m_session, &IncidentSession::resume);
    connect(m_home, &HomePage::libraryWanted, m_actions.library, &QAction::trigger);
    connect(m_home, &HomePage::serviceChosen, this, &MainWindow::showService);
    connect(m_home, &HomePage::openIncidentsChanged, this,
            [this](int count) { m_rail->setCount(m_actions.incidentPage, count); });
    connect(m_intake, &PasteIntake::alertsRead, this, [this](const ParsedAlerts &parsed) {
        m_alert->showParsed(parsed);
        showPage(m_alert);
    });
    connect(m_palette, &Palette::incidentChosen, &m_session, &IncidentSession::resume);
    connect(m_palette, &Palette::runbookChosen, this,
            [this](const RunbookRef &ref) { showRunbook(ref, {}); });
    connect(m_palette, &Palette::serviceChosen, this, &MainWindow::showService);
    connect(m_alert, &AlertPage::runbookChanged, this, &MainWindow::updateActions);
    connect(m_alert, &AlertPage::readWanted, this, &MainWindow::showRunbook);
    connect(m_alert, &AlertPage::linkPressed, this, &MainWindow::openLink);
    connect(m_alert, &AlertPage::incidentChosen, &m_session, &IncidentSession::resume);
    connect(m_alert, &AlertPage::addToIncidentWanted, this,
            [this](const QString &id) { m_session.addAlert(id, m_alert->alert(), m_alert->pasted()); });
    connect(m_writing, &RunbookWriting::written, this, [this](const RunbookRef &ref) { showRunbook(ref, {}); });
    connect(m_incident, &IncidentPage::problemArose, this, &MainWindow::showProblem);
    connect(m_incident, &IncidentPage::linkPressed, this, &MainWindow::openLink);
    connect(m_incident, &IncidentPage::exportWanted, this, [this] {
        m_review->open();
        showPage(m_review);
    });
    connect(m_review, &ReviewPage::problemArose, this, &MainWindow::showProblem);
    connect(m_review, &ReviewPage::linkPressed, this, &MainWindow::openLink);
    connect(m_review, &ReviewPage::copied, this, [this] {
        m_notice->showNotice(NoticeBar::Tone::Done, tr("Copied."), tr("The document is in the clipboard, as others will read it."));
    });
    connect(m_actions.exportNow, &QAction::triggered, this,
            [this] { m_export->ask(m_review->format(), m_session.incident(), m_review->leaving(), m_review->roles()); });
    connect(m_library, &LibraryPage::linkPressed, this, &MainWindow::openLink);
    connect(m_library, &LibraryPage::serviceChosen, this, &MainWindow::showService);
    connect(m_library, &LibraryPage::currentChanged, this, &MainWindow::updateActions);
    connect(m_service, &ServicePage::runbookChosen, this, [this](const RunbookRef &ref) { showRunbook(ref, {}); });
    connect(m_service, &ServicePage::incidentChosen, &m_session, &IncidentSession::resume);
    connect(m_service, &ServicePage::linkPressed, this, &MainWindow::openLink);
    connect(m_help, &HelpPage::linkPressed, this, &MainWindow::openLink);
    connect(m_stack, &QStackedWidget::currentChanged, this, &MainWindow::updateActions);

    connect(&m_workbench, &Workbench::indexStateChanged, this, &MainWindow::indexChanged);
    connect(&m_workbench, &Workbench::personChanged, this, &MainWindow::indexChanged);
    connect(&m_workbench, &Workbench::runbooksChanged, this, [this] {
        if (m_stack->currentWidget() == m_firstRun)
            showHome();
    });
}

void MainWindow::connectSession()
{
    connect(m_import, &IncidentImport::imported, m_home, &HomePage::refreshIncidents);
    connect(m_import, &IncidentImport::imported, m_incidents, &IncidentsPage::refresh);
    m_session.setActor(m_workbench.personName());
    connect(&m_workbench, &Workbench::personChanged, this, [this] { m_session.setActor(m_workbench.personName()); });
    connect(&m_session, &IncidentSession::opened, this, [this] {
        if (!m_session.runbook().ref.isEmpty())
            m_workbench.remember(m_session.runbook().ref);
        m_watch.watch(m_session.runbook().ref, m_session.incident().runbook.sha256);
        if (m_notice->findChild<QPushButton *>(u"judgeRight"_s))
            m_notice->hide(); // it asks about the incident before
        m_home->refreshIncidents();
        showPage(m_incident);
    });
    connect(&m_watch, &RunbookWatch::changedOnDisk, this, &MainWindow::runbookChanged);
    connect(&m_watch, &RunbookWatch::goneFromDisk, this, [this] {
        m_notice->showNotice(NoticeBar::Tone::Warning, tr("The file was moved or deleted."), tr("Your checklist is kept in this incident."));
    });
    connect(&m_watch, &RunbookWatch::asOpened, m_notice, &QWidget::hide);
    connect(&m_session, &IncidentSession::changed, m_home, &HomePage::refreshIncidents);
    connect(&m_session, &IncidentSession::changed, this, &MainWindow::updateActions);
    connect(&m_session, &IncidentSession::entryAppended, this, [this](const TimelineEntry &entry) {
        if (entry.kind == TimelineEntry::Kind::Started && !m_session.incident().alert.isEmpty())
            m_alert->forgetRejected(); // it goes into the incident with the alert
    });
    connect(&m_session, &IncidentSession::changed, this, [this] {
        if (m_session.incident().isOpen() && m_notice->fact() == askedWhenResolved())
            m_notice->hide(); // it was reopened
    });
    connect(&m_session, &IncidentSession::saved, this, [this](const QDateTime &at) {
        m_savedLabel->setText(tr("Saved %1").arg(at.toLocalTime().toString(u"HH:mm:ss"_s) + u' ' + zoneName(at)));
        if (std::exchange(m_saveFailed, false))
            m_notice->hide();
    });
    connect(&m_session, &IncidentSession::saveFailed, this, &MainWindow::saveFailed);
    connect(&m_session, &IncidentSession::resolved, this, &MainWindow::askAboutRunbook);
    connect(&m_session, &IncidentSession::runbookJudged, this, [this](bool isRight) {
        m_notice->showNotice(NoticeBar::Tone::Done, isRight ? tr("Noted: the right runbook.") : tr("Noted: the wrong runbook."),
                             tr("It counts when this alert comes again."));
    });
}

void MainWindow::showPage(QWidget *page)
{
    const bool firstRun = page == m_firstRun;
    m_rail->setVisible(!firstRun);
    m_stack->setCurrentWidget(page);
    QAction *place = page == m_incident || page == m_review || page == m_incidents ? m_actions.incidentPage
        : page == m_library             ? m_actions.library
        : page == m_service             ? m_actions.library
        : page == m_settings            ? m_actions.settings
                                        : m_actions.home;
    place->setChecked(true);
    if (page == m_library)
        m_library->focusSearch();
}

void MainWindow::showHome()
{
    if (m_workbench.libraries().isEmpty()) {
        showPage(m_firstRun);
        return;
    }
    m_home->refreshIncidents();
    showPage(m_home);
    m_home->focusBox();
}

/** In the text that is being read or in the incident's timeline, else everywhere. */
void MainWindow::findHere()
{
    if (m_stack->currentWidget() == m_library && !m_library->runbook().ref.isEmpty())
        m_library->reading()->find();
    else if (m_stack->currentWidget() == m_incidents)
        m_incidents->focusSearch();
    else if (m_stack->currentWidget() == m_incident && !m_session.isEmpty())
        m_incident->focusFilter();
    else if (m_stack->currentWidget() == m_review)
        m_review->focusFilter();
    else
        m_actions.findEverywhere->trigger();
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Where are your runbooks?"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, &m_workbench, &Workbench::addLibrary);
    dialog->open();
}

void MainWindow::startFromPage()
{
    const bool fromLibrary = m_stack->currentWidget() == m_library;
    const Runbook runbook = fromLibrary ? m_library->runbook() : m_alert->runbook();
    if (runbook.ref.isEmpty())
        return;
    if (fromLibrary)
        m_session.start({ Alert(), {}, runbook, m_library->anchor() });
    else
        m_session.start({ m_alert->alert(), m_alert->pasted(), runbook, m_alert->anchor(), m_alert->rejected() });
}

void MainWindow::startWithout()
{
    m_session.start({ m_alert->alert(), m_alert->pasted(), Runbook(), {}, m_alert->rejected() });
}

void MainWindow::showRunbook(const RunbookRef &ref, const QString &anchor)
{
    m_workbench.remember(ref);
    showPage(m_library);
    m_library->showRunbook(ref, anchor);
}

void MainWindow::showService(const QString &name)
{
    showPage(m_service);
    m_service->showService(name);
}

void MainWindow::openLink(const QString &target)
{
    const LinkVerdict verdict = judgeLink(target);
    switch (verdict.kind) {
    case LinkVerdict::Kind::Web:
    case LinkVerdict::Kind::Mail:
        QDesktopServices::openUrl(verdict.url);
        break;
    case LinkVerdict::Kind::Relative:
        if (const Runbook &from = m_session.runbook(); m_stack->currentWidget() == m_incident) {
            const QString path = QDir::cleanPath(QFileInfo(from.ref.path).path() + u'/' + verdict.path);
            if (!path.startsWith(u".."))
                showRunbook({ from.ref.root, path }, verdict.anchor);
        }
        break;
    case LinkVerdict::Kind::Anchor:
    case LinkVerdict::Kind::Refused:
        break;
    }
}

void MainWindow::saveFailed(const Problem &problem, TimelineEntry::Kind kind)
{
    const bool note = kind == TimelineEntry::Kind::NoteAdded;
    if (std::exchange(m_saveFailed, true) && !note)
        return; // said already, perhaps with a note that is to be rescued
    m_notice->showNotice(NoticeBar::Tone::Problem, problem.text,
                         note ? tr("Your last note is not saved yet. It is still in the box.")
                              : tr("The last change is not saved. What was saved before is safe."));
    if (note) {
        connect(m_notice->addButton(tr("Copy note")), &QPushButton::clicked, this,
                [this] { QGuiApplication::clipboard()->setText(m_session.noteDraft()); });
        connect(m_notice->addButton(tr("Save elsewhere…")), &QPushButton::clicked, this, &MainWindow::saveNoteElsewhere);
    }
}

/** Where there is room: the note's text as a file, as it stands in the box. */
void MainWindow::saveNoteElsewhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the note as a file"), QDir::homePath(), tr("Text (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"note.txt"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QByteArray note = m_session.noteDraft().toUtf8();
        whenAnswered(QtConcurrent::run([path, note] { return writeWhole(path, note); }), this, [this, path](const Result<Done> &done) {
            if (done)
                m_notice->showNotice(NoticeBar::Tone::Done, tr("The note is saved as a file."), path);
            else
                showProblem(done.problem().text, tr("The note is still in the box."));
        });
    });
    dialog->open();
}

/** When an incident ends its people know best whether the runbook was the right one. */
void MainWindow::askAboutRunbook()
{
    const Incident &incident = m_session.incident();
    if (incident.runbook.isEmpty() || incident.alert.isEmpty() || !incident.judgements.isEmpty())
        return;
    m_notice->showNotice(NoticeBar::Tone::Done, askedWhenResolved(), incident.runbook.title);
    QPushButton *right = m_notice->addButton(tr("It was right"));
    right->setObjectName(u"judgeRight"_s);
    connect(right, &QPushButton::clicked, m_actions.incident.rightRunbook, &QAction::trigger);
    connect(m_notice->addButton(tr("It was wrong")), &QPushButton::clicked, m_actions.incident.wrongRunbook, &QAction::trigger);
}

void MainWindow::runbookChanged()
{
    m_notice->showNotice(NoticeBar::Tone::Warning, tr("This runbook changed on disk."), tr("You are still on the version you opened."));
    QPushButton *compare = m_notice->addButton(tr("Compare"));
    compare->setObjectName(u"compareRunbook"_s);
    connect(compare, &QPushButton::clicked, this, &MainWindow::compareRunbook);
}

void MainWindow::compareRunbook()
{
    const OpenedRunbook opened = m_session.incident().runbook;
    whenAnswered(m_workbench.compare(opened), this, [this, opened](const Result<RunbookComparison> &comparison) {
        if (!comparison) {
            showProblem(tr("The runbook could not be read: %1").arg(opened.path), comparison.problem().text);
            return;
        }
        auto *dialog = new CompareDialog(opened.title, comparison->lines, this);
        connect(dialog, &QDialog::accepted, this, [this, opened, runbook = comparison->now] {
            m_notice->hide();
            if (m_session.incident().runbook == opened)
                m_session.openRunbook(runbook, opened.anchor);
        });
        dialog->open();
    });
}

void MainWindow::zoom(int steps)
{
    m_theme.setZoom(steps);
    m_workbench.settings().setValue(Settings::Key::Zoom, m_theme.zoom());
}

void MainWindow::showProblem(const QString &fact, const QString &data)
{
    m_notice->showNotice(NoticeBar::Tone::Problem, fact, data);
}

void MainWindow::showReadOnly(const QString &fact, const QString &data)
{
    showProblem(fact, data);
    QPushButton *choose = m_notice->addButton(tr("Choose another folder…"));
    choose->setObjectName(u"chooseDataFolder"_s);
    connect(choose, &QPushButton::clicked, this, &MainWindow::askDataFolder);
}

void MainWindow::askDataFolder()
{
    auto *dialog = new QFileDialog(this, tr("Where should incidents be kept?"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::dataFolderWanted);
    dialog->open();
}

void MainWindow::showOnNetwork(const QString &fact)
{
    showReadOnly(fact, tr("Nothing was opened there."));
    QPushButton *insist = m_notice->addButton(tr("Use it anyway"));
    insist->setObjectName(u"useNetworkFolder"_s);
    connect(insist, &QPushButton::clicked, this, &MainWindow::networkFolderWanted);
}

void MainWindow::showNotOpened(const QString &fact)
{
    showProblem(fact, tr("You can read runbooks; nothing new is written down here until this is solved."));
    QPushButton *again = m_notice->addButton(tr("Try again"));
    again->setObjectName(u"openAgain"_s);
    connect(again, &QPushButton::clicked, this, &MainWindow::openingWanted);
}

void MainWindow::offerRecovery(const QString &fact, const QDateTime &at)
{
    const QString backup = at.isValid() ? tr("There is a backup of %1.").arg(dayAndTimeWithUtc(at, m_workbench.clock().now()))
                                        : tr("There is no backup. You can read runbooks; nothing new is written down until this is solved.");
    m_notice->showNotice(NoticeBar::Tone::Problem, fact, backup + u' ' + tr("What is damaged is moved aside and kept."));
    if (at.isValid()) {
        QPushButton *restore = m_notice->addButton(tr("Restore"));
        restore->setObjectName(u"restoreBackup"_s);
        connect(restore, &QPushButton::clicked, this, &MainWindow::restoreWanted);
    }
    QPushButton *rescue = m_notice->addButton(at.isValid() ? tr("Restore and rescue what is newer") : tr("Rescue what is readable"));
    rescue->setObjectName(u"rescueReadable"_s);
    connect(rescue, &QPushButton::clicked, this, &MainWindow::rescueWanted);
}

void MainWindow::showRecovered(const QString &what, const QString &where)
{
    m_notice->showNotice(NoticeBar::Tone::Done, what + u' ' + tr("Start Handrail again to go on."),
                         where.isEmpty() ? QString() : tr("What was there before is in %1.").arg(where));
    connect(m_notice->addButton(tr("Quit")), &QPushButton::clicked, this, &QWidget::close);
}

void MainWindow::tellBackupFailed(const QString &folder)
{
    m_notice->showNotice(NoticeBar::Tone::Warning, tr("No backup of your incidents could be made."),
                         tr("Everything you wrote is saved. See whether there is room in %1, and that you may write there.").arg(folder));
    QPushButton *again = m_notice->addButton(tr("Try again"));
    again->setObjectName(u"backUpAgain"_s);
    connect(again, &QPushButton::clicked, this, &MainWindow::backupWanted);
}

void MainWindow::backupMade()
{
    if (m_notice->findChild<QPushButton *>(u"backUpAgain"_s)) // not a notice that came since
        m_notice->hide();
}

void MainWindow::indexChanged()
{
    const IndexState &state = m_workbench.indexState();
    m_indexLabel->setText(indexSentence(state));
    m_stopReading->setText(state.isStopped ? tr("Read on") : tr("Stop"));
    m_stopReading->setVisible(state.isStopped || (state.reading && state.total - state.done > fewFiles));
    m_personLabel->setText(m_workbench.personName());
    m_firstRun->setIndexState(state);
}

void MainWindow::updateActions()
{
    const QWidget *page = m_stack->currentWidget();
    const bool writable = !m_session.isReadOnly();
    m_actions.startWithout->setEnabled(page == m_alert && writable);
    m_actions.searchAll->setEnabled(page == m_alert);
    m_actions.writeRunbook->setEnabled(page == m_alert);
    m_actions.startRunbook->setEnabled(writable
                                       && ((page == m_alert && !m_alert->runbook().ref.isEmpty())
                                           || (page == m_library && !m_library->runbook().ref.isEmpty())));
    m_actions.importIncidents->setEnabled(writable);
    m_actions.followHere->setEnabled(writable && page == m_library && !m_library->runbook().ref.isEmpty() && !m_session.isEmpty()
                                     && m_session.incident().isOpen());
    m_actions.back->setEnabled(page == m_library && m_library->reading()->canGoBack());
    m_actions.forward->setEnabled(page == m_library && m_library->reading()->canGoForward());
    m_incident->setActive(page == m_incident, page == m_review);
    m_actions.backToSteps->setEnabled(page == m_review);
    m_review->setActive(page == m_review);
}

void MainWindow::moveFocus(int direction)
{
    if (auto *panes = m_stack->currentWidget()->findChild<FoldingPanes *>())
        panes->focusNeighbour(direction);
}

/** Text fields of X11 and macOS know these as "end of the line" and the like: here they mean the same wherever the focus is. */
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
        for (const QAction *action : { m_actions.incident.exportReport, m_actions.exportNow, m_actions.palette, m_actions.incident.brief }) {
            if (action->shortcut() == pressed && action->isEnabled()) {
                event->ignore();
                return true;
            }
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocusInTabOrder(this, next);
}

void MainWindow::keepPanes()
{
    QVariantMap kept = m_workbench.settings().value(Key::Splitters).toMap();
    const auto all = findChildren<FoldingPanes *>();
    for (const FoldingPanes *panes : all) {
        if (const QByteArray state = panes->saveState(); !state.isEmpty())
            kept.insert(panes->objectName(), state);
    }
    m_workbench.settings().setValue(Key::Splitters, kept);
}

void MainWindow::restoreWindow()
{
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, 40))); // room for a title bar
    restoreGeometry(m_workbench.settings().value(Key::WindowGeometry).toByteArray());
    const QVariantMap kept = m_workbench.settings().value(Key::Splitters).toMap();
    const auto all = findChildren<FoldingPanes *>();
    for (FoldingPanes *panes : all)
        panes->restoreState(kept.value(panes->objectName()).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_session.saveDraftNow();
    keepPanes();
    m_workbench.settings().setValue(Key::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setWindowWidth(width());
    statusBar()->setVisible(height() >= statusLineFrom);
}

} // namespace Handrail
