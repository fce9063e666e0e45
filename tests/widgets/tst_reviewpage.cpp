// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "store/libraryfolder.h"
#include "support/memorylog.h"
#include "widgets/review/reviewpage.h"
#include "widgets/window/windowactions.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QThreadPool>
#include <QTimeZone>
#include <QToolButton>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** The document about an incident while it is written, with real events, over a log in memory. */
class TestReviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log.log.clear();
        m_log.kept.clear();
        m_session = std::make_unique<IncidentSession>(m_log, m_clock);
        m_session->setActor(u"ada"_s);
        m_actions = makeActions(&m_window);
        QSignalSpy opened(m_session.get(), &IncidentSession::opened);
        IncidentStart start;
        start.alert.name = u"QueueStuck"_s;
        start.alert.service = u"queue"_s;
        m_session->start(start);
        QVERIFY(!opened.isEmpty() || opened.wait());
        m_session->addNote(NoteKind::Finding, u"It was password=hunter2secret99"_s);
        m_session->addNote(NoteKind::Question, u"Who knows @grace?"_s);
        QTRY_COMPARE(m_session->incident().entries.size(), 3);
        m_page = std::make_unique<ReviewPage>(m_workbench, *m_session, m_actions.backToSteps, m_actions.exportNow, m_actions.incident,
                                              m_folder.path());
        m_page->resize(1280, 800);
        m_page->show();
        m_page->open();
        m_page->setActive(true);
        QTRY_VERIFY(edit()->toPlainText().contains(u"# QueueStuck"_s));
        QTRY_COMPARE(places()->model()->rowCount(), 2);
    }

    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        QThreadPool::globalInstance()->waitForDone();
        qDeleteAll(m_window.actions());
        m_workbench.settings().setValue(Settings::Key::ReviewTemplate, u"short"_s);
        m_workbench.settings().setValue(Settings::Key::NamesAsRoles, false);
    }

    void whatIsHiddenIsListedAndCanBeSeen()
    {
        QVERIFY(!m_page->leaving().markdown.contains(u"hunter2"_s));
        QCOMPARE(find<QLabel>("hiddenCount")->text(), u"Hidden in this export: 2"_s);
        QVERIFY(find<QLabel>("hiddenKinds")->text().startsWith(u"password: 2"_s));
        QVERIFY(!find<QLabel>("hiddenText")->isVisible());
        places()->setFocus();
        places()->setCurrentIndex(places()->model()->index(1, 0));
        QTest::keyClick(places(), Qt::Key_Return);
        QTRY_VERIFY2(find<QLabel>("hiddenText")->text().contains(u"hunter2secret99"_s), qPrintable(find<QLabel>("hiddenText")->text()));
        auto *reading = find<QTextBrowser>("draftReading");
        QVERIFY(reading->isVisible());
        QCOMPARE(reading->textCursor().selectedText(), u"[hidden: password, 15 chars]"_s);
        const int second = reading->textCursor().position();
        places()->setCurrentIndex(places()->model()->index(0, 0));
        QTest::keyClick(places(), Qt::Key_Return);
        QVERIFY(reading->textCursor().position() < second);
    }

    void whatIsTypedIsHiddenTooAndKept()
    {
        edit()->setFocus();
        QTest::keyClick(edit(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(edit(), u"Also api_key=abcdefgh12345678ijkl"_s);
        QTRY_COMPARE(places()->model()->rowCount(), 3);
        const QString typed = edit()->toPlainText();
        m_session->saveDraftNow();
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Document, u"short"_s), typed);

        m_page->open(); // as after another page
        QCOMPARE(edit()->toPlainText(), typed);
        QVERIFY(find<QPushButton>("fillAgain")->isEnabled());
        QTest::mouseClick(find<QPushButton>("fillAgain"), Qt::LeftButton);
        QTRY_VERIFY(!edit()->toPlainText().contains(u"Also"_s));
        QVERIFY(m_session->draft(IncidentSession::DraftKind::Document, u"short"_s).isEmpty());
        edit()->undo();
        QCOMPARE(edit()->toPlainText(), typed);
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Document, u"short"_s), typed);
    }

    void everyTemplateHasADraftOfItsOwn()
    {
        edit()->setPlainText(u"mine"_s);
        QTest::keyClick(find<QComboBox>("templateChoice"), Qt::Key_Down); // the detailed one
        QTRY_VERIFY(edit()->toPlainText().startsWith(u"# Postmortem: QueueStuck"_s));
        QVERIFY(edit()->toPlainText().contains(u"<!--"_s));
        QVERIFY(!m_page->leaving().markdown.contains(u"<!--"_s));
        QTest::keyClick(find<QComboBox>("templateChoice"), Qt::Key_Up);
        QTRY_COMPARE(edit()->toPlainText(), u"mine"_s);

        QTest::keyClick(find<QComboBox>("templateChoice"), Qt::Key_Down); // while this one is being filled, back again
        QTest::keyClick(find<QComboBox>("templateChoice"), Qt::Key_Up);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(edit()->toPlainText(), u"mine"_s);
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Document, u"short"_s), u"mine"_s);
    }

    void whatIsTypedWhileItIsFilledStays()
    {
        m_session->addNote(NoteKind::Decision, u"Roll back"_s);
        QTRY_COMPARE(m_session->incident().entries.size(), 4);
        QTest::mouseClick(find<QPushButton>("fillAgain"), Qt::LeftButton); // not possible: nobody wrote in it
        m_page->open(); // fills it
        edit()->setPlainText(u"typed at once"_s);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(edit()->toPlainText(), u"typed at once"_s);
    }

    void aRowOfTheTimelineGoesIntoTheDocument()
    {
        auto *rows = find<QListView>("evidenceView");
        rows->setFocus();
        rows->setCurrentIndex(rows->model()->index(rows->model()->rowCount() - 1, 0));
        edit()->moveCursor(QTextCursor::End);
        QTest::keyClick(rows, Qt::Key_Return);
        QTRY_VERIFY(edit()->toPlainText().endsWith(u"UTC · Who knows @grace?"_s));
        const int before = rows->model()->rowCount();
        m_session->addNote(NoteKind::Note, u"later"_s);
        QTRY_COMPARE(rows->model()->rowCount(), before + 1);
        m_page->focusFilter();
        QTest::keyClicks(find<QLineEdit>("timelineFilterText"), u"later"_s);
        QTRY_COMPARE(rows->model()->rowCount(), 1);
    }

    void whatCouldNotBeKeptIsNotWritten()
    {
        m_session->setReadOnly();
        m_page->open();
        QTRY_VERIFY(edit()->toPlainText().contains(u"# QueueStuck"_s));
        const QString filled = edit()->toPlainText();
        edit()->setFocus();
        QTest::keyClicks(edit(), u"Lost"_s);
        QVERIFY(!find<QPushButton>("insertEntry")->isEnabled());
        auto *rows = find<QListView>("evidenceView");
        rows->setFocus();
        rows->setCurrentIndex(rows->model()->index(0, 0));
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(edit()->toPlainText(), filled);
        QVERIFY(m_page->leaving().markdown.contains(u"# QueueStuck"_s)); // and it can be exported
    }

    void whatNobodyWroteInFollowsTheTimeline()
    {
        m_session->addNote(NoteKind::Decision, u"Roll back"_s);
        QTRY_VERIFY(edit()->toPlainText().contains(u"Roll back"_s));
        edit()->setPlainText(u"mine"_s);
        m_session->addNote(NoteKind::Decision, u"Roll on"_s);
        QTRY_COMPARE(m_session->incident().entries.size(), 5);
        QCOMPARE(edit()->toPlainText(), u"mine"_s);
    }

    void namesBecomeRoles()
    {
        QVERIFY(m_page->leaving().markdown.contains(u"ada"_s));
        QTest::mouseClick(find<QToolButton>("exportNames.1"), Qt::LeftButton);
        QVERIFY(!m_page->leaving().markdown.contains(u"grace"_s));
        QVERIFY(m_page->leaving().markdown.contains(u"responder 1"_s));
        QVERIFY(m_page->leaving().markdown.contains(u"colleague 1"_s));
        QTest::mouseClick(find<QPushButton>("copyDocument"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_page->leaving().markdown);
    }

    void jsonLinesSayThatNothingIsHidden()
    {
        auto *format = find<QComboBox>("exportFormat");
        QVERIFY(!find<QLabel>("wholeExport")->isVisible());
        QTest::keyClick(format, Qt::Key_End);
        QVERIFY(m_page->format() == ExportFormat::JsonLines);
        QVERIFY(find<QLabel>("wholeExport")->isVisible());
        QVERIFY(!places()->isVisible());
        QVERIFY(exported(ExportFormat::JsonLines, m_session->incident(), {}).contains("hunter2secret99"));
        QTest::keyClick(format, Qt::Key_Home);
        QVERIFY(places()->isVisible());
    }

    void aPdfIsOne()
    {
        const QByteArray pdf = exported(ExportFormat::Pdf, m_session->incident(), m_page->leaving());
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.size() > 2000);
        QVERIFY(!pdf.contains("hunter2"));
    }

    void anOwnTemplateIsOfferedAndABrokenOneSaid()
    {
        QFile own(m_folder.filePath(u"Our way.md"_s));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("# {{title}} our way\n") > 0);
        own.close();
        QFile broken(m_folder.filePath(u"broken.md"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("\xff") > 0);
        broken.close();
        QSignalSpy problem(m_page.get(), &ReviewPage::problemArose);
        m_page->open();
        QCOMPARE(problem.size(), 1);
        auto *choice = find<QComboBox>("templateChoice");
        QCOMPARE(choice->itemText(choice->count() - 1), u"Our way"_s);
        QTest::keyClick(choice, Qt::Key_End);
        QTRY_COMPARE(edit()->toPlainText(), u"# QueueStuck our way\n"_s);
        QVERIFY(own.remove() && broken.remove());
    }

private:
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }

    QPlainTextEdit *edit() const { return find<QPlainTextEdit>("draftEdit"); }
    QListView *places() const { return find<QListView>("hiddenPlaces"); }

    QTemporaryDir m_home;
    QTemporaryDir m_folder; ///< of templates
    LibraryFolder m_library;
    RunbookIndexStore m_index { m_library.index() };
    MemoryLog m_log;
    Settings m_settings { m_home.filePath(u"handrail.ini"_s) };
    FixedClock m_clock { QDateTime({ 2026, 3, 1 }, { 12, 0 }, QTimeZone::utc()) };
    Workbench m_workbench { m_index, m_log, m_settings, m_clock };
    QWidget m_window;
    WindowActions m_actions;
    std::unique_ptr<IncidentSession> m_session;
    std::unique_ptr<ReviewPage> m_page;
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
