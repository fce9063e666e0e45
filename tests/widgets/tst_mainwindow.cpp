// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "incident/timelineentry.h"
#include "itemmodels/librarytreemodel.h"
#include "support/testing.h"
#include "widgets/common/focusring.h"
#include "widgets/common/foldingpanes.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** The way a responder goes, with the real window, the real stores and real events: paste, open, done, note, export, resume. */
class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Desktop> m_desktop;

    static QMainWindow *window()
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *found = qobject_cast<QMainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

    template<typename T>
    static T *find(const char *name)
    {
        return window()->findChild<T *>(QString::fromLatin1(name));
    }

    static bool isShown(const char *name)
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }

    void open(const QStringList &libraries = {})
    {
        DesktopOptions options;
        options.libraries = libraries;
        options.settingsFile = m_home->filePath(u"handrail.ini"_s);
        options.dataFolder = m_home->filePath(u"data"_s);
        options.cacheFolder = m_home->filePath(u"cache"_s);
        m_desktop = std::make_unique<Desktop>(*qApp, options);
        m_desktop->show();
        window()->resize(1280, 800); // wider than the offscreen screen, to which it keeps by itself
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }

    void openWithSamples(const QStringList &libraries = {})
    {
        open(libraries);
        auto *samples = find<QAction>("useSamples");
        QVERIFY(samples);
        samples->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isShown("pasteEdit"), 20000);
    }

    static void copyAlert(const QString &name)
    {
        QFile file(u":/samples/alerts/"_s + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QGuiApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
    }

    static void pasteOnHome()
    {
        find<QWidget>("pasteEdit")->setFocus();
        QTest::keyClick(find<QWidget>("pasteEdit"), Qt::Key_V, Qt::ControlModifier);
    }

    static QString notice()
    {
        const auto *bar = find<QWidget>("noticeBar");
        return bar->isVisible() ? bar->accessibleName() : QString();
    }

    void startFirstIncident()
    {
        copyAlert(u"1-alertmanager-webhook.json"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("matchList"));
        QTRY_VERIFY(find<QPushButton>("startRunbook")->isEnabled());
        QTest::keyClick(find<QWidget>("matchList"), Qt::Key_Return);
        QTRY_VERIFY(isShown("stepTitle"));
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        m_desktop.reset();
        m_home.reset();
    }

    void aFurtherAlertGoesToTheOpenIncident()
    {
        openWithSamples();
        startFirstIncident();
        find<QAction>("Home")->trigger();
        copyAlert(u"1-alertmanager-webhook.json"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("addToIncident"));
        QTest::mouseClick(find<QPushButton>("addToIncident"), Qt::LeftButton);
        QTRY_VERIFY(isShown("incidentPage"));
        find<QAction>("allIncidents")->trigger();
        QTRY_COMPARE(find<QLabel>("incidentCount")->text(), u"1 incident"_s);
        QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("incidentSearch")->hasFocus());
    }

    void paletteGoesToAServiceAndDoesWhatMenusOffer()
    {
        openWithSamples();
        QTest::keyClick(window(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("paletteEdit")->hasFocus());
        auto *list = find<QAbstractItemView>("paletteList");
        QTRY_COMPARE(list->model()->rowCount(), 10); // five runbooks and five services to begin with
        QTest::keyClicks(find<QWidget>("paletteEdit"), u"owner routing"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(find<QWidget>("paletteEdit"), Qt::Key_Return);
        QVERIFY(!isShown("palette"));
        QVERIFY(isShown("servicePage"));
        QCOMPARE(find<QLabel>("serviceTitle")->text(), u"dispatch"_s);
        QTRY_VERIFY(find<QAbstractItemView>("serviceRunbooks")->model()->rowCount() > 0);

        QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(find<QWidget>("paletteEdit"), u"settings"_s);
        QTest::keyClick(find<QWidget>("paletteEdit"), Qt::Key_Return);
        QVERIFY(find<QAction>("Settings")->isChecked());

        QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(find<QWidget>("paletteEdit"), u"zebra"_s);
        QCOMPARE(list->model()->rowCount(), 0);
        QTest::keyClick(find<QWidget>("paletteEdit"), Qt::Key_Return); // nothing to choose
        QVERIFY(isShown("palette"));
        QTest::keyClick(find<QWidget>("paletteEdit"), Qt::Key_Escape);
        QVERIFY(!isShown("palette"));
        QVERIFY(find<QAction>("Settings")->isChecked());
    }

    void theLibraryFollowsItsFolder()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(u"disk.md"_s, "# Disk full\n");
        write(u"draft.md"_s, "# Draft\n");
        write(u".handrailignore"_s, "draft*\n");
        open({ folder.path() });
        const auto *state = find<QLabel>("indexState");
        QTRY_VERIFY2(state->text().startsWith(u"Index ready: 1 runbook,"), qPrintable(state->text()));
        QVERIFY(!state->text().contains(u"skipped")); // what the team said is no news
        write(u"kafka.md"_s, "# Kafka lag\n");
        QTRY_VERIFY2(state->text().startsWith(u"Index ready: 2 runbooks"), qPrintable(state->text()));
        QVERIFY(QFile::remove(folder.filePath(u"disk.md"_s)));
        QVERIFY(QFile::remove(folder.filePath(u"kafka.md"_s)));
        write(u"lag.md"_s, "# Lag\n");
        QTRY_VERIFY2(state->text().startsWith(u"Index ready: 1 runbook,"), qPrintable(state->text()));

        find<QAction>("Settings")->trigger();
        const auto *skipped = find<QPlainTextEdit>("settingsSkippedFiles");
        QVERIFY(!skipped->isVisible());
        QTest::mouseClick(find<QPushButton>("settingsShowSkipped"), Qt::LeftButton);
        QVERIFY(skipped->isVisible());
        QCOMPARE(skipped->toPlainText(), QDir::toNativeSeparators(folder.path()) + u"/draft.md: ignored by .handrailignore line 1"_s);
        QCOMPARE(find<QLabel>("settingsSkipped")->text(), u"Your ignore files leave out 1 file or folder."_s);

        QTest::mouseClick(find<QPushButton>("removeLibrary.0"), Qt::LeftButton);
        QTRY_COMPARE(state->text(), u"No runbooks yet"_s); // what was read from it has gone
    }

    void readingCanBeStoppedAndGoneOnWith()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 3000; ++i) {
            QFile file(folder.filePath(u"runbook%1.md"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("# Runbook\n\n" + QByteArray("Many words that take a while to be read. ").repeated(60));
        }
        open({ folder.path() });
        auto *stop = find<QPushButton>("stopReading");
        QTRY_VERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        const auto *state = find<QLabel>("indexState");
        QTRY_VERIFY2(state->text().startsWith(u"Reading stopped at"), qPrintable(state->text()));
        QCOMPARE(stop->text(), u"Read on"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(state->text().startsWith(u"Index ready: 3000 runbooks"), qPrintable(state->text()), 60000);
        QVERIFY(!stop->isVisible());
    }

    void aDamagedLogIsRestoredFromItsBackup()
    {
        open();
        m_desktop.reset(); // the day's backup is made by now
        const QString path = m_home->filePath(u"data/incidents.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database any more");
        file.close();
        open();
        QTRY_VERIFY(isShown("restoreBackup"));
        QTest::mouseClick(find<QPushButton>("restoreBackup"), Qt::LeftButton);
        QTRY_VERIFY(!isShown("restoreBackup"));
        QVERIFY(QFileInfo(path).size() > 1000);
        QCOMPARE(QDir(m_home->filePath(u"data/damaged"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        m_desktop.reset();
        open();
        QTest::qWait(0);
        QVERIFY(!isShown("restoreBackup"));
    }

    void whereNothingCanBeWrittenNothingIsOffered()
    {
        openWithSamples();
        startFirstIncident();
        window()->close();
        m_desktop.reset();
        QFile file(m_home->filePath(u"data/incidents.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60)); // PRAGMA user_version, as SQLite's file format has it
        file.write(QByteArray("\0\0\3\351", 4)); // 1001
        file.close();
        open();
        QTRY_VERIFY(isShown("chooseDataFolder"));
        QVERIFY(notice().contains(u"newer version"_s));
        QTRY_VERIFY(find<QListView>("incidentList")->model()->rowCount() == 1);
        auto *list = find<QListView>("incidentList");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(isShown("stepTitle"));
        for (const char *action : { "stepDone", "stepFailed", "stepSkip", "note", "attachFile", "claim", "resolve", "askForHelp", "importIncidents" })
            QVERIFY2(!find<QAction>(action)->isEnabled(), action);
        QVERIFY(find<QAction>("nextStep")->isEnabled() && find<QAction>("exportReport")->isEnabled());
        QVERIFY(!find<QPlainTextEdit>("noteEdit")->isEnabled());
        QVERIFY(!find<QPlainTextEdit>("noteEdit")->placeholderText().isEmpty());
        find<QAction>("nextStep")->trigger();
        QVERIFY(isShown("chooseDataFolder")); // where one looks cannot be kept either, and nobody is told again

        find<QAction>("Home")->trigger();
        copyAlert(u"1-alertmanager-webhook.json"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("matchList"));
        QVERIFY(!find<QAction>("startRunbook")->isEnabled());
        QVERIFY(!find<QAction>("startWithout")->isEnabled());
    }

    void whatIsReadableIsRescuedWhenThereIsNoBackup()
    {
        openWithSamples();
        startFirstIncident();
        auto *note = find<QPlainTextEdit>("noteEdit");
        note->setFocus();
        QTest::keyClicks(note, u"kept by its page"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(note->toPlainText().isEmpty());
        m_desktop.reset();
        const QString path = m_home->filePath(u"data/incidents.sqlite"_s);
        QVERIFY(QDir(m_home->filePath(u"data/backups"_s)).removeRecursively());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(100, '\0')); // the first page says what the file is
        file.close();
        open();
        QTRY_VERIFY(isShown("rescueReadable"));
        QVERIFY(!isShown("restoreBackup"));
        QTest::mouseClick(find<QPushButton>("rescueReadable"), Qt::LeftButton);
        QTRY_VERIFY(QDir(m_home->filePath(u"data/damaged"_s)).exists());
        QTRY_VERIFY(!isShown("rescueReadable"));
        m_desktop.reset();
        open();
        QTRY_VERIFY(find<QListView>("incidentList")->model()->rowCount() == 1);
        QVERIFY(!isShown("rescueReadable"));
    }

    void incidentsAreExportedAndImported()
    {
        openWithSamples();
        startFirstIncident();
        const QString path = m_home->filePath(u"incident.jsonl"_s);
        QTest::keyClick(window(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(isShown("draftEdit"));
        QTest::keyClick(find<QComboBox>("exportFormat"), Qt::Key_End); // JSON Lines
        QTest::keyClick(window(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(window()->findChild<QFileDialog *>());
        auto *name = window()->findChild<QFileDialog *>()->findChild<QLineEdit *>();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(path));
        m_desktop.reset();
        QVERIFY(QDir(m_home->filePath(u"data"_s)).removeRecursively());
        openWithSamples();
        window()->findChild<QAction *>(u"importIncidents"_s)->trigger();
        QTRY_VERIFY(window()->findChild<QFileDialog *>());
        name = window()->findChild<QFileDialog *>()->findChild<QLineEdit *>();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(find<QListView>("incidentList")->model()->rowCount() == 1);
    }

    void aBackupThatFailsIsSaidAndTriedAgain()
    {
        QVERIFY(QDir().mkpath(m_home->filePath(u"data"_s)));
        const QString place = m_home->filePath(u"data/backups"_s);
        QFile inTheWay(place);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        open();
        QTRY_VERIFY(isShown("backUpAgain"));
        QVERIFY2(notice().contains(u"Everything you wrote is saved."), qPrintable(notice()));
        QVERIFY2(notice().contains(place), qPrintable(notice()));
        QVERIFY(inTheWay.remove());
        QTest::mouseClick(find<QPushButton>("backUpAgain"), Qt::LeftButton);
        QTRY_VERIFY(!isShown("backUpAgain"));
        QCOMPARE(QDir(place).entryList(QDir::Files).size(), 1);
    }

    void firstRunAsksWhereTheRunbooksAre()
    {
        open();
        QVERIFY(find<QAction>("useSamples")->isEnabled());
        QVERIFY(!isShown("pasteEdit"));
    }

    void pasteOpenDoneNoteExportResume()
    {
        openWithSamples();
        startFirstIncident();
        const QString firstTitle = find<QLabel>("stepTitle")->text();
        QVERIFY(!firstTitle.isEmpty());

        QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("stepTitle")->text() != firstTitle);
        const QString secondTitle = find<QLabel>("stepTitle")->text();

        QTest::keyClick(window(), Qt::Key_M, Qt::ControlModifier);
        auto *note = find<QPlainTextEdit>("noteEdit");
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, u"only one depot is late"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(note->toPlainText().isEmpty()); // cleared only once the disk has it
        QTest::keyClicks(note, u"half typed"_s);

        const QString report = m_home->filePath(u"report.md"_s);
        QTest::keyClick(window(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(isShown("draftEdit") && find<QPlainTextEdit>("draftEdit")->toPlainText().contains(u"only one depot is late"));
        QTest::keyClick(window(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(window()->findChild<QFileDialog *>());
        auto *dialog = window()->findChild<QFileDialog *>();
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(report);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(report));
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(u"only one depot is late"));
        QVERIFY(text.contains(u"UTC"));

        window()->close();
        m_desktop.reset();
        open();
        QTRY_VERIFY(find<QListView>("incidentList")->model()->rowCount() == 1);
        QTest::keyClick(find<QWidget>("pasteEdit"), Qt::Key_Escape);
        auto *list = find<QListView>("incidentList");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(isShown("stepTitle"));
        QCOMPARE(find<QLabel>("stepTitle")->text(), secondTitle);
        QCOMPARE(find<QPlainTextEdit>("noteEdit")->toPlainText(), u"half typed"_s);
        QTest::keyClick(find<QPlainTextEdit>("noteEdit"), Qt::Key_Return);
        QTRY_VERIFY(find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
        auto *rows = find<QListView>("timelineView");
        const auto last = rows->model()->index(rows->model()->rowCount() - 1, 0).data(Qt::UserRole).value<TimelineEntry>();
        QVERIFY(!last.actor.isEmpty()); // who resumed it
    }

    void undoTakesATickBack()
    {
        openWithSamples();
        startFirstIncident();
        const QString firstTitle = find<QLabel>("stepTitle")->text();
        QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("stepTitle")->text() != firstTitle);
        QTest::keyClick(window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(find<QLabel>("stepTitle")->text(), firstTitle);
    }

    void aReasonHalfTypedOutlivesAnotherStep()
    {
        openWithSamples();
        startFirstIncident();
        QTest::keyClick(window(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(find<QLineEdit>("reasonEdit")->hasFocus());
        QTest::keyClicks(find<QLineEdit>("reasonEdit"), u"no rollout"_s);
        QTest::keyClick(window(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!isShown("reasonLine"));
        QCOMPARE(find<QLineEdit>("reasonEdit")->text(), QString());
        QTest::keyClick(window(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(window(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(find<QLineEdit>("reasonEdit")->text(), u"no rollout"_s);
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return);
        QTRY_VERIFY(!isShown("reasonLine"));
        QCOMPARE(find<QLineEdit>("reasonEdit")->text(), QString());
    }

    void whatIsAskedForComesForwardWhenPanesAreTabs()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(720, 480);
        QTRY_VERIFY(find<FoldingPanes>("incidentPanes")->isFolded());
        QTest::keyClick(window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(isShown("noteEdit"));
        QVERIFY(!isShown("stepTitle"));
        QVERIFY(!isShown("stepList"));
        QTest::keyClick(window(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(find<QLineEdit>("reasonEdit")->hasFocus());
        QVERIFY(isShown("stepTitle"));
        QTest::keyClick(window(), Qt::Key_F6);
        QTRY_VERIFY(isShown("noteEdit"));
        QTest::keyClick(window(), Qt::Key_F6, Qt::ShiftModifier);
        QTRY_VERIFY(isShown("stepTitle"));
    }

    void aLargeFontFoldsThePanes()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(960, 600);
        QTRY_VERIFY(!find<FoldingPanes>("incidentPanes")->isFolded());
        for (int i = 0; i < 7; ++i)
            find<QAction>("zoomIn")->trigger();
        QTRY_VERIFY(find<FoldingPanes>("incidentPanes")->isFolded());
        QVERIFY(isShown("stepTitle"));
        find<QAction>("zoomReset")->trigger();
        QTRY_VERIFY(!find<FoldingPanes>("incidentPanes")->isFolded());
    }

    void theNextStartLooksAsTheLastOneDid()
    {
        openWithSamples();
        const QFont usual = QApplication::font();
        find<QAction>("zoomIn")->trigger();
        find<QAction>("Library")->trigger();
        QTest::mouseClick(find<QToolButton>("libraryGrouping.2"), Qt::LeftButton);
        const auto isByOwner = [] {
            const QModelIndex first = find<QTreeView>("libraryTree")->model()->index(0, 0);
            return first.data(LibraryTreeModel::KindRole).value<LibraryTreeModel::NodeKind>() == LibraryTreeModel::NodeKind::Owner;
        };
        QTRY_VERIFY(isByOwner());

        m_desktop.reset();
        QApplication::setFont(usual); // as a new process finds it
        open();
        QVERIFY(QApplication::font().pointSizeF() > usual.pointSizeF());
        find<QAction>("zoomReset")->trigger();
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF());
        find<QAction>("Library")->trigger();
        QVERIFY(find<QToolButton>("libraryGrouping.2")->isChecked());
        QTRY_VERIFY(isByOwner());
    }

    void hitsFoldThePanesWhenThereIsNoRoom()
    {
        openWithSamples();
        window()->resize(720, 480);
        QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *search = find<QLineEdit>("librarySearch");
        QTRY_VERIFY(search->hasFocus());
        QVERIFY(!find<FoldingPanes>("libraryPanes")->isFolded());
        QTest::keyClicks(search, u"disk"_s);
        QTRY_VERIFY(isShown("libraryHits"));
        QVERIFY(find<FoldingPanes>("libraryPanes")->isFolded());
        search->clear();
        QVERIFY(!find<FoldingPanes>("libraryPanes")->isFolded());
    }

    void theFocusRingIsAroundTheButton()
    {
        open();
        auto *samples = find<QPushButton>("useSamplesButton");
        samples->setFocus(Qt::TabFocusReason);
        const auto *ring = window()->findChild<FocusRing *>();
        QTRY_VERIFY(ring->isVisible());
        window()->resize(900, 700);
        const auto around = [](const QWidget *widget) { return QRect(widget->mapTo(window(), QPoint()), widget->size()); };
        QTRY_COMPARE(around(ring), around(samples).adjusted(-4, -4, 4, 4));
    }

    void theFocusRingOutlivesTheStepItWasIn()
    {
        openWithSamples();
        startFirstIncident();
        for (int i = 0; i < 3 && !isShown("copyButton"); ++i) {
            const QString title = find<QLabel>("stepTitle")->text();
            QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(find<QLabel>("stepTitle")->text() != title);
        }
        const QString title = find<QLabel>("stepTitle")->text();
        find<QPushButton>("copyButton")->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(window()->findChild<FocusRing *>()->isVisible());
        QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("stepTitle")->text() != title);
        find<QPushButton>("failedButton")->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(window()->findChild<FocusRing *>() && window()->findChild<FocusRing *>()->isVisible());
    }

    void whatOnlyLooksIsSaidAboveTheFirstStep()
    {
        openWithSamples();
        startFirstIncident();
        auto *list = find<QListView>("stepList");
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(list->model()->index(0, 0))));
    }

    void aNarrowWindowShowsSavedOnEveryTab()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(720, 480);
        auto *panes = find<FoldingPanes>("incidentPanes");
        QTRY_VERIFY(panes->isFolded());
        for (const char *pane : { "stepsPane", "stepView", "timelinePane" }) {
            QWidget *shown = find<QWidget>(pane);
            panes->showPane(qstrcmp(pane, "stepView") == 0 ? shown->parentWidget() : shown);
            QTRY_VERIFY(shown->isVisible());
            QVERIFY(isShown("savedBesideTabs"));
            QVERIFY(find<QLabel>("savedBesideTabs")->text().contains(u"Saved"));
        }
        QVERIFY(isShown("incidentMenuButton"));
        QVERIFY(find<QWidget>("incidentTopBar")->height() < 60);
        QVERIFY(isShown("stepOfLabel"));
        QVERIFY(isShown("elapsedLabel"));
    }

    void aWordNobodyWroteGetsTheNearest()
    {
        openWithSamples();
        QTest::keyClicks(find<QWidget>("pasteEdit"), u"parcle"_s);
        QTRY_VERIFY(isShown("homeNearest"));
        QTest::mouseClick(find<QPushButton>("homeNearest"), Qt::LeftButton);
        QTRY_VERIFY(find<QListView>("homeHits")->model()->rowCount() > 0);
        QVERIFY(!isShown("homeNearest"));
    }

    void aFolderWithoutMarkdownIsNamedInTheLibrary_data()
    {
        QTest::addColumn<bool>("alone");
        QTest::newRow("alone") << true;
        QTest::newRow("beside runbooks") << false;
    }

    void aFolderWithoutMarkdownIsNamedInTheLibrary()
    {
        QFETCH(const bool, alone);
        QDir(m_home->path()).mkpath(u"ops"_s);
        if (alone)
            open({ m_home->filePath(u"ops"_s) });
        else
            openWithSamples({ m_home->filePath(u"ops"_s) });
        find<QAction>("Library")->trigger();
        const char *sentence = alone ? "libraryEmpty" : "libraryProblem";
        QTRY_VERIFY(isShown(sentence));
        QTRY_VERIFY(find<QLabel>(sentence)->text().startsWith(u"No markdown files in ops."));
        find<QAction>("Home")->trigger();
        QTRY_COMPARE(isShown("homeNoRunbooks"), alone);
    }

    void helpBeginsAtItsBeginning()
    {
        openWithSamples();
        window()->resize(960, 600);
        find<QAction>("help")->trigger();
        QTRY_VERIFY(isShown("helpView"));
        auto *view = find<QAbstractScrollArea>("helpView");
        view->setFocus(Qt::TabFocusReason);
        QCOMPARE(view->verticalScrollBar()->value(), 0);
    }

    void whatIsNoAlertIsKeptAndNoneIsChosen()
    {
        openWithSamples();
        copyAlert(u"6-something-odd.txt"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("startWithout"));
        QVERIFY(!find<QPushButton>("startRunbook")->isEnabled());
        QVERIFY(!find<QPlainTextEdit>("pastedText")->toPlainText().isEmpty());
        QTest::mouseClick(find<QPushButton>("startWithout"), Qt::LeftButton);
        QTRY_VERIFY(isShown("noteEdit"));
    }

    void aStrangeClipboardGetsASentence_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << u"empty"_s << u"The clipboard is empty."_s;
        QTest::newRow("a picture") << u"picture"_s << u"The clipboard holds a picture, not text."_s;
        QTest::newRow("two megabytes") << u"large"_s << u"2 MB is too large for an alert (limit 1 MB)."_s;
    }

    void aStrangeClipboardGetsASentence()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, sentence);
        openWithSamples();
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (what == u"empty")
            clipboard->clear();
        else if (what == u"picture")
            clipboard->setImage(QImage(4, 4, QImage::Format_RGB32));
        else
            clipboard->setText(QString(2'000'000, u'a'));
        pasteOnHome();
        QTRY_VERIFY2(notice().startsWith(sentence), qPrintable(notice()));
        QVERIFY(isShown("pasteEdit"));
    }

    void aSecondProgramOnTheSameDataSaysSo()
    {
        openWithSamples();
        const auto first = std::move(m_desktop);
        window()->setObjectName(u"first"_s);
        window()->hide();
        DesktopOptions options;
        options.settingsFile = m_home->filePath(u"handrail.ini"_s);
        options.dataFolder = m_home->filePath(u"data"_s);
        options.cacheFolder = m_home->filePath(u"cache2"_s);
        const Desktop second(*qApp, options);
        const QWidgetList widgets = QApplication::topLevelWidgets();
        const auto other = std::find_if(widgets.begin(), widgets.end(), [](QWidget *widget) {
            return qobject_cast<QMainWindow *>(widget) && widget->objectName() != u"first";
        });
        QVERIFY(other != widgets.end());
        const auto *notice = (*other)->findChild<QWidget *>(u"noticeBar"_s);
        QTRY_VERIFY2(notice->accessibleName().contains(u"Already open in another window."), qPrintable(notice->accessibleName()));
        QVERIFY(notice->findChild<QPushButton *>(u"openAgain"_s));
    }
};

static void initialiseResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(theme);
    Q_INIT_RESOURCE(help);
    Q_INIT_RESOURCE(samples);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    initialiseResources();
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mainwindow.moc"
