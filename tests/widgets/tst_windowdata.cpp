// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** What the window offers when the incidents cannot be read or written, and how they come from elsewhere. */
class TestWindowData : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
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

    void anotherFolderCanBeChosenInTheSettings()
    {
        openWithSamples();
        window()->findChild<QAction *>(u"Settings"_s)->trigger();
        QTRY_VERIFY(isShown("settingsChooseData"));
        QCOMPARE(find<QLineEdit>("settingsDataFolder")->text(), QDir::toNativeSeparators(m_home->filePath(u"data"_s)));
        QTest::mouseClick(find<QPushButton>("settingsChooseData"), Qt::LeftButton);
        QTRY_VERIFY(window()->findChild<QFileDialog *>());
        QCOMPARE(window()->findChild<QFileDialog *>()->fileMode(), QFileDialog::Directory);
        QTest::keyClick(window()->findChild<QFileDialog *>(), Qt::Key_Escape);
        QVERIFY(isShown("settingsPage"));
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
};

QTEST_MAIN(TestWindowData)
#include "tst_windowdata.moc"
