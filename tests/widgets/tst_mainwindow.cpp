// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/timelineentry.h"
#include "support/windowtest.h"

#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** The way a responder goes: paste, open, done, note, export, resume. */
class TestMainWindow : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
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
        const auto write = [&folder](const QString &name, const QByteArray &text) { writeFile(folder.filePath(name), text); };
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

    void whatOnlyLooksIsSaidAboveTheFirstStep()
    {
        openWithSamples();
        startFirstIncident();
        auto *list = find<QListView>("stepList");
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(list->model()->index(0, 0))));
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
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
