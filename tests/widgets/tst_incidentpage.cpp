// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "store/libraryfolder.h"
#include "support/memorylog.h"
#include "widgets/checklist/helpdialog.h"
#include "widgets/checklist/incidentpage.h"
#include "widgets/window/windowactions.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>
#include <QTimer>
#include <QTimeZone>
#include <QToolButton>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

const char *const queueRunbook = R"(# Queue does not drain

## Meaning

Jobs wait and nobody takes them.

## Diagnosis

1. Look at the pods. They are behind the queue and take its jobs.

   ```sh
   kubectl get pods
   ```

   Expected: Running

## Mitigation

1. Restart the workers. Do not do this twice. If it does not help, skip to Escalation.

   ```sh
   kubectl rollout restart deploy/worker
   ```

## Escalation

1. Call the owner.
)";

} // namespace

/** An incident being worked on, with real events, over a log in memory. */
class TestIncidentPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log.log.clear();
        m_log.kept.clear();
        m_log.full = false;
        m_log.slow = false;
        m_session = std::make_unique<IncidentSession>(m_log, m_clock);
        m_session->setActor(u"ada"_s);
        m_actions = makeActions(&m_window);
        m_page = std::make_unique<IncidentPage>(m_workbench, *m_session, m_actions.incident);
        m_page->resize(1280, 800);
        m_page->show();
        m_page->setActive(true);
        QSignalSpy opened(m_session.get(), &IncidentSession::opened);
        IncidentStart start;
        start.alert.name = u"QueueStuck"_s;
        start.alert.service = u"queue"_s;
        start.runbook = runbookFromBytes({ u"/library"_s, u"queue.md"_s }, queueRunbook, {});
        m_session->start(start);
        QVERIFY(!opened.isEmpty() || opened.wait());
    }

    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        QThreadPool::globalInstance()->waitForDone(); // What was asked still reads the index.
        qDeleteAll(m_window.actions());
    }

    void aQueryIsFilledAndCopiedButNotJudged()
    {
        QSignalSpy opened(m_session.get(), &IncidentSession::opened);
        IncidentStart start;
        start.alert.name = u"QueueStuck"_s;
        start.alert.labels = { { u"namespace"_s, u"shop"_s } };
        start.runbook = runbookFromBytes({ u"/library"_s, u"queue.md"_s },
                                         "# Queue\n\n1. See what waits.\n\n   ```promql\n   waiting{namespace=\"<namespace>\"} > 5\n   ```\n", {});
        m_session->start(start);
        QVERIFY(opened.wait());
        auto *copy = find<QPushButton>("copyButton");
        QVERIFY(copy && copy->isVisible());
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"waiting{namespace=\"shop\"} > 5"_s);
        QTRY_VERIFY(m_log.log.last().kind == TimelineEntry::Kind::CommandCopied);
        QCOMPARE(m_log.log.last().payload.value("risk"_L1).toString(), u"unknown"_s);
    }

    void whatWasSeenIsKeptWithTheStep()
    {
        auto *seen = find<QPlainTextEdit>("seenEdit");
        QVERIFY(seen && seen->isVisible());
        QGuiApplication::clipboard()->setText(u"web-0 1/1\nRunning\n"_s);
        seen->setFocus();
        seen->paste();
        QTest::keyClick(seen, Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("keptOutput"));
        const TimelineEntry entry = m_log.log.last();
        QVERIFY(entry.kind == TimelineEntry::Kind::OutputKept);
        QCOMPARE(entry.document, u"web-0 1/1\nRunning\n"_s);
        QCOMPARE(entry.payload.value("verdict"_L1).toString(), u"as-expected"_s);
        QVERIFY(seen->toPlainText().isEmpty());
        QCOMPARE(m_session->incident().outputs.value(m_session->progress().current()).size(), 1);
    }

    void whatIsPastedIsADraftUntilItIsKept()
    {
        find<QPlainTextEdit>("seenEdit")->setPlainText(u"half of it"_s);
        m_session->saveDraftNow();
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Output, m_session->progress().current()), u"half of it"_s);
        m_actions.incident.nextStep->trigger();
        QTRY_VERIFY(find<QPlainTextEdit>("seenEdit")->toPlainText().isEmpty()); // the next step's
        m_actions.incident.previousStep->trigger();
        QTRY_COMPARE(find<QPlainTextEdit>("seenEdit")->toPlainText(), u"half of it"_s);
    }

    void theFocusStaysWithTheStep()
    {
        m_page->activateWindow();
        find<QLabel>("stepTitle")->setFocus();
        QTRY_VERIFY(find<QLabel>("stepTitle")->hasFocus());
        m_actions.incident.nextStep->trigger();
        QCOMPARE(find<QLabel>("stepTitle")->text(), u"Restart the workers"_s);
        QVERIFY(find<QLabel>("stepTitle")->hasFocus());
        find<QPlainTextEdit>("noteEdit")->setFocus();
        m_actions.incident.previousStep->trigger();
        QVERIFY(find<QPlainTextEdit>("noteEdit")->hasFocus());
    }

    void aFailedStepSaysWhatNext()
    {
        QVERIFY(!find<QWidget>("afterFailure")->isVisible());
        m_session->finishStep(StepState::Failed, u"no permission"_s);
        QTRY_VERIFY(find<QWidget>("afterFailure")->isVisible());
        auto *escalate = find<QPushButton>("goToEscalation");
        QVERIFY(escalate->isVisible());
        QTest::mouseClick(escalate, Qt::LeftButton);
        QTRY_COMPARE(find<QLabel>("stepTitle")->text(), u"Call the owner"_s);
        m_session->finishStep(StepState::Done, {});
        QTRY_VERIFY(!find<QWidget>("afterFailure")->isVisible());
    }

    void aChoiceLeadsToItsStepAndBack()
    {
        QVERIFY(!find<QPushButton>("choice"));
        m_actions.incident.nextStep->trigger();
        QTRY_VERIFY(find<QPushButton>("choice"));
        QTest::mouseClick(find<QPushButton>("choice"), Qt::LeftButton);
        QTRY_COMPARE(find<QLabel>("stepTitle")->text(), u"Call the owner"_s);
        const TimelineEntry entry = m_log.log.last();
        QVERIFY(entry.kind == TimelineEntry::Kind::ChoiceTaken);
        QCOMPARE(entry.payload.value("toNumber"_L1).toInt(), 3);
        QTest::mouseClick(find<QPushButton>("choiceBack"), Qt::LeftButton);
        QTRY_COMPARE(find<QLabel>("stepTitle")->text(), u"Restart the workers"_s);
        QVERIFY(!find<QPushButton>("choiceBack")->isVisible());
    }

    void briefLeavesCommandsAndWarnings()
    {
        QVERIFY(find<QWidget>("instruction"));
        m_actions.incident.brief->trigger();
        QTRY_VERIFY(!find<QWidget>("instruction"));
        QCOMPARE(find<QLabel>("stepTitle")->text(), u"Look at the pods"_s); // the place is kept
        QVERIFY(find<QWidget>("expectBox"));
        m_actions.incident.nextStep->trigger();
        QTRY_VERIFY(find<QWidget>("instruction")); // "Do not do this twice" is shown however brief
        m_actions.incident.brief->trigger();
        QVERIFY(!m_actions.incident.brief->isChecked());
    }

    void backgroundIsOpenBeforeThePartAndFolds()
    {
        auto *background = find<QWidget>("background");
        QVERIFY(background && background->isVisible());
        QTest::mouseClick(find<QPushButton>("backgroundFold"), Qt::LeftButton);
        QVERIFY(!find<QWidget>("background")->isVisible());
        m_actions.incident.nextStep->trigger();
        QTRY_VERIFY(!find<QWidget>("background")); // the next part has none
    }

    void aNewcomerIsGreetedOnce()
    {
        QTRY_VERIFY(find<QWidget>("firstTime")->isVisible());
        QTest::mouseClick(find<QPushButton>("firstTimeUnderstood"), Qt::LeftButton);
        QVERIFY(!find<QWidget>("firstTime")->isVisible());
    }

    void anotherRunbookIsFollowedAndLeftAgain()
    {
        m_library.write(u"pods.md"_s, "# Pods\n\n1. Restart it as [the workers](workers.md) say.\n2. Refer to the Disk full runbook.\n");
        m_library.write(u"workers.md"_s, "# Workers\n\n1. Drain them.\n2. Restart them.\n");
        m_library.write(u"disk.md"_s, "# Disk full\n\n1. Look at the disk.\n");
        m_library.read();
        QSignalSpy opened(m_session.get(), &IncidentSession::opened);
        m_session->openRunbook(*readRunbook({ m_library.root(), u"pods.md"_s }), {});
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_page->findChildren<QPushButton *>(u"followedRunbook"_s).size(), 2);

        QTest::mouseClick(find<QPushButton>("choice"), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(find<QLabel>("stepTitle")->text(), u"Drain them"_s);
        QCOMPARE(m_log.log.last().payload.value("from"_L1).toObject().value("number"_L1).toInt(), 1);
        auto *back = find<QPushButton>("backToRunbook");
        QVERIFY(back && back->isVisible());
        QVERIFY2(back->text().endsWith(u"Back to step 1 of Pods"_s), qPrintable(back->text()));
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 3);
        QCOMPARE(m_session->incident().runbook.path, u"pods.md"_s);
        QVERIFY(!find<QPushButton>("backToRunbook") || !find<QPushButton>("backToRunbook")->isVisible());

        m_actions.incident.nextStep->trigger(); // names a runbook without a link
        QTRY_VERIFY(find<QPushButton>("choice") && find<QPushButton>("choice")->isVisible()
                    && find<QPushButton>("choice")->text().contains(u"disk.md"_s));
        QTest::mouseClick(find<QPushButton>("choice"), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 4);
        QCOMPARE(m_session->incident().runbook.path, u"disk.md"_s);

        const QList<QPushButton *> all = m_page->findChildren<QPushButton *>(u"followedRunbook"_s);
        QCOMPARE(all.size(), 4);
        QVERIFY(!all.last()->isEnabled()); // where one is
        QTest::mouseClick(all.first(), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 5);
        QCOMPARE(m_session->incident().runbook.path, u"queue.md"_s);

        m_session->setReadOnly(); // a change of the runbook could not be written down
        const QList<QPushButton *> none = m_page->findChildren<QPushButton *>(u"followedRunbook"_s);
        QVERIFY(std::none_of(none.begin(), none.end(), [](const QPushButton *button) { return button->isEnabled(); }));
    }

    void aRunbookThatIsGoneIsSaidAndChangesNothing()
    {
        QSignalSpy problem(m_page.get(), &IncidentPage::problemArose);
        m_library.write(u"lost.md"_s, "# Lost\n\n1. See [it](gone.md).\n");
        QSignalSpy opened(m_session.get(), &IncidentSession::opened);
        m_session->openRunbook(*readRunbook({ m_library.root(), u"lost.md"_s }), {});
        QTRY_COMPARE(opened.size(), 1);
        QTest::mouseClick(find<QPushButton>("choice"), Qt::LeftButton);
        QTRY_COMPARE(problem.size(), 1);
        QVERIFY(problem.first().first().toString().contains(u"gone.md"_s));
        QCOMPARE(m_session->incident().runbook.path, u"lost.md"_s);
    }

    void theTimelineIsFilteredAndSaysHowMuchItShows()
    {
        m_session->addNote(NoteKind::Decision, u"No rollback, says @grace"_s);
        m_session->addNote(NoteKind::Note, u"Coffee"_s);
        auto *rows = find<QListView>("timelineView");
        QTRY_COMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        QVERIFY(!find<QWidget>("timelineShowAll")->isVisible());

        m_page->focusFilter();
        QTest::keyClicks(find<QLineEdit>("timelineFilterText"), u"ROLLBACK"_s);
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QCOMPARE(find<QLabel>("timelineCount")->text(), u"1 of %1 shown"_s.arg(m_log.log.size()));
        QTest::mouseClick(find<QPushButton>("timelineShowAll"), Qt::LeftButton);
        QCOMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        QVERIFY(find<QLineEdit>("timelineFilterText")->text().isEmpty());

        auto *show = find<QToolButton>("timelineFilterShow");
        show->menu()->actions().at(2)->trigger();
        QCOMPARE(rows->model()->rowCount(), 1);
        QVERIFY(show->text().startsWith(u"Decision"_s));
    }

    void aNoteMaySayWhenItHappened()
    {
        auto *edit = find<QPlainTextEdit>("noteEdit");
        edit->setPlainText(u"-20m the pods fell"_s);
        QVERIFY(find<QLabel>("noteHappened")->isVisible());
        QVERIFY(find<QLabel>("noteHappened")->text().startsWith(u"Happened 17:25"_s)); // Kathmandu, as all tests
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(edit->toPlainText().isEmpty());
        QVERIFY(!find<QLabel>("noteHappened")->isVisible());
        const TimelineEntry entry = m_log.log.last();
        QCOMPARE(entry.payload.value("text"_L1).toString(), u"the pods fell"_s);
        QCOMPARE(entry.happenedAt, m_clock.now().addSecs(-20 * 60));

        find<QToolButton>("noteWhenButton")->menu()->actions().first()->trigger();
        QCOMPARE(edit->toPlainText(), u"-5m "_s);
        QTest::keyClick(edit, Qt::Key_Return); // a time alone is no note
        QCOMPARE(edit->toPlainText(), u"-5m "_s);
        edit->setPlainText(u"@2199-01-01 10:00 the pods fell"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(m_log.log.last().payload.value("text"_L1).toString(), u"@2199-01-01 10:00 the pods fell"_s);
        QCOMPARE(m_log.log.last().happenedAt, m_clock.now());
    }

    void aNoteIsCorrectedByANewEntry()
    {
        auto *edit = find<QPlainTextEdit>("noteEdit");
        auto *rows = find<QListView>("timelineView");
        m_session->addNote(NoteKind::Finding, u"eu-1 is down"_s);
        const QString noteId = m_log.log.last().id;
        QTRY_COMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        edit->setPlainText(u"half a note"_s);
        m_actions.incident.correctNote->trigger();
        QCOMPARE(edit->toPlainText(), u"eu-1 is down"_s);
        QVERIFY(find<QLabel>("correctionOf")->isVisible());
        edit->setPlainText(u"eu-2 is down"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(edit->toPlainText(), u"half a note"_s); // what was begun before is still there
        QVERIFY(!find<QLabel>("correctionOf")->isVisible());
        QCOMPARE(m_session->noteDraft(), u"half a note"_s);

        const TimelineEntry correction = m_log.log.last();
        QVERIFY(correction.kind == TimelineEntry::Kind::NoteCorrected);
        QCOMPARE(correction.payload.value("corrects"_L1).toString(), noteId);
        const QModelIndex note = rows->model()->index(rows->model()->rowCount() - 2, 0);
        QVERIFY(note.data(Qt::AccessibleTextRole).toString().contains(u"eu-2 is down · corrected"_s));
        const int before = rows->visualRect(note).height();
        m_actions.incident.firstText->trigger();
        QVERIFY(rows->visualRect(note).height() > before);
    }

    void aNoteThatCouldNotBeSavedIsHandedInAgain()
    {
        m_log.full = true;
        auto *edit = find<QPlainTextEdit>("noteEdit");
        edit->setPlainText(u"there is no room"_s);
        QSignalSpy failed(m_session.get(), &IncidentSession::saveFailed);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(edit->toPlainText(), u"there is no room"_s);
        auto *tryAgain = m_page->findChild<QTimer *>(u"tryAgain"_s);
        QVERIFY(tryAgain->isActive());
        m_log.full = false; // room again
        tryAgain->start(0);
        QTRY_VERIFY(edit->toPlainText().isEmpty());
        QCOMPARE(m_log.log.last().payload.value("text"_L1).toString(), u"there is no room"_s);
        tryAgain->setInterval(10'000);

        m_log.full = true;
        edit->setPlainText(u"once more"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(failed.size(), 2);
        edit->setPlainText(u"something else"_s);
        m_log.full = false;
        const auto before = m_log.log.size();
        tryAgain->start(0);
        QTRY_VERIFY(!tryAgain->isActive());
        QCOMPARE(m_log.log.size(), before); // what is being written is not handed in by itself
        QCOMPARE(edit->toPlainText(), u"something else"_s);
    }

    void savingThatTakesLongIsSaid()
    {
        m_log.slow = true;
        auto *slow = m_session->findChild<QTimer *>(u"slow"_s);
        slow->setInterval(0);
        m_session->addNote(NoteKind::Note, u"on its way"_s);
        auto *saved = find<QLabel>("savedLabel");
        QTRY_COMPARE(saved->text(), u"Not saved for 3 s"_s);
        m_log.slow = false;
        m_log.catchUp();
        QTRY_VERIFY(saved->text().startsWith(u"✓ Saved"_s));
        QVERIFY(!slow->isActive());
    }

    void theLastEntryStaysInSight()
    {
        auto *rows = find<QListView>("timelineView");
        for (int i = 0; i < 60; ++i)
            m_session->addNote(NoteKind::Note, u"one more"_s);
        QTRY_COMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        const auto isInSight = [rows] {
            const QRect last = rows->visualRect(rows->model()->index(rows->model()->rowCount() - 1, 0));
            return last.bottom() <= rows->viewport()->height();
        };
        QTRY_VERIFY(isInSight());
        m_actions.incident.correctNote->trigger(); // its row takes room from the list
        QTRY_VERIFY(isInSight());
    }

    void aCorrectionHalfWrittenIsADraftOfItsNote()
    {
        auto *edit = find<QPlainTextEdit>("noteEdit");
        m_session->addNote(NoteKind::Note, u"eu-1 is down"_s);
        QTRY_COMPARE(find<QListView>("timelineView")->model()->rowCount(), int(m_log.log.size()));
        m_actions.incident.correctNote->trigger();
        edit->setPlainText(u"eu-"_s);
        m_session->saveDraftNow();
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Correction, m_log.log.last().id), u"eu-"_s);
        QVERIFY(m_session->noteDraft().isEmpty());
        QTest::mouseClick(find<QPushButton>("leaveCorrection"), Qt::LeftButton);
        QVERIFY(edit->toPlainText().isEmpty());
        QVERIFY(m_session->draft(IncidentSession::DraftKind::Correction, m_log.log.last().id).isEmpty());
    }

    void severityAndClaimAreEvents()
    {
        m_actions.incident.severities[0]->trigger();
        QTRY_COMPARE(m_session->incident().severity, u"critical"_s);
        QVERIFY(!m_actions.incident.severities[0]->isEnabled());
        QVERIFY(!m_actions.incident.claim->isEnabled()); // who started it is on it
        m_session->setActor(u"grace"_s);
        m_page->setActive(true);
        m_actions.incident.claim->trigger();
        QTRY_COMPARE(m_session->incident().claim.by, u"grace"_s);
        QVERIFY(!m_actions.incident.claim->isEnabled());
        m_session->recordClockJump(-5000);
        QVERIFY(m_log.log.last().kind == TimelineEntry::Kind::ClockJumped);
    }

    void aTagInANoteFiltersByIt()
    {
        m_session->addNote(NoteKind::Note, u"#network"_s);
        m_session->addNote(NoteKind::Note, u"something else"_s);
        auto *rows = find<QListView>("timelineView");
        QTRY_COMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        const QRect row = rows->visualRect(rows->model()->index(rows->model()->rowCount() - 2, 0));
        for (int x = row.left(); x < row.right() && find<QLineEdit>("timelineFilterText")->text().isEmpty(); x += 8)
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, { x, row.top() + 12 });
        QCOMPARE(find<QLineEdit>("timelineFilterText")->text(), u"#network"_s);
        QCOMPARE(rows->model()->rowCount(), 1);
    }

    void aPastedPictureIsAttached()
    {
        m_session->setAttachments(AttachmentFolder(m_home.path()));
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QGuiApplication::clipboard()->setImage(picture);
        find<QPlainTextEdit>("noteEdit")->paste();
        QTRY_VERIFY(m_log.log.last().kind == TimelineEntry::Kind::FileAttached);
        QVERIFY(find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
        const QJsonObject payload = m_log.log.last().payload;
        QCOMPARE(payload.value("type"_L1).toString(), u"image/png"_s);
        const QString path = m_session->attachments().pathOf(payload.value("sha256"_L1).toString().toLatin1());
        QVERIFY(!path.isEmpty());

        QVERIFY(QFile::remove(path));
        QSignalSpy problem(m_page.get(), &IncidentPage::problemArose);
        auto *rows = find<QListView>("timelineView");
        QTRY_COMPARE(rows->model()->rowCount(), int(m_log.log.size()));
        Q_EMIT rows->activated(rows->model()->index(rows->model()->rowCount() - 1, 0));
        QCOMPARE(problem.size(), 1);
    }

    void aTextTooLongForANoteIsAttached_data()
    {
        QTest::addColumn<QString>("box");
        QTest::newRow("as a note") << u"noteEdit"_s;
        QTest::newRow("as what was seen") << u"seenEdit"_s;
    }

    void aTextTooLongForANoteIsAttached()
    {
        QFETCH(const QString, box);
        m_session->setAttachments(AttachmentFolder(m_home.path()));
        auto *edit = m_page->findChild<QPlainTextEdit *>(box);
        edit->setPlainText(u"half a note "_s);
        edit->moveCursor(QTextCursor::End);
        QGuiApplication::clipboard()->setText(QString(256 * 1024, u'x'));
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit->toPlainText().size(), 12 + 256 * 1024); // as much as fits
        edit->setPlainText(u"half a note "_s);
        QGuiApplication::clipboard()->setText(QString(256 * 1024 + 1, u'x'));
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_log.log.last().kind == TimelineEntry::Kind::FileAttached);
        QCOMPARE(m_log.log.last().payload.value("size"_L1).toInteger(), 256 * 1024 + 1);
        QCOMPARE(edit->toPlainText(), u"half a note "_s);
    }

    void askingForHelpLeavesAHalfWrittenNote()
    {
        auto *edit = find<QPlainTextEdit>("noteEdit");
        edit->setFocus();
        edit->setPlainText(u"half a note"_s);
        m_session->askForHelp(u"Asked for help."_s);
        QTRY_VERIFY(m_log.log.last().kind == TimelineEntry::Kind::NoteAdded);
        QCOMPARE(edit->toPlainText(), u"half a note"_s);
        QCOMPARE(m_session->noteDraft(), u"half a note"_s);
    }

    void whatIsTypedWhileOutputIsSavedStays()
    {
        auto *seen = find<QPlainTextEdit>("seenEdit");
        seen->setPlainText(u"first"_s);
        m_log.slow = true;
        QTest::keyClick(seen, Qt::Key_Return);
        QTest::keyClick(seen, Qt::Key_Return); // the same once more means one
        seen->setPlainText(u"first and more"_s);
        m_log.slow = false;
        m_log.catchUp();
        QTRY_VERIFY(find<QWidget>("keptOutput"));
        QTRY_COMPARE(seen->toPlainText(), u" and more"_s);
        QCOMPARE(m_session->draft(IncidentSession::DraftKind::Output, m_session->progress().current()), u" and more"_s);
        QCOMPARE(m_session->incident().outputs.value(m_session->progress().current()).size(), 1);
    }

    void askingForHelpCopiesAMessageAndKeepsTheQuestion()
    {
        m_actions.incident.askForHelp->trigger();
        QTRY_VERIFY(m_page->findChild<HelpDialog *>());
        auto *dialog = m_page->findChild<HelpDialog *>();
        QVERIFY(!dialog->isModal());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"helpQuestion"_s), u"May I?"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"copyHelp"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Help wanted: QueueStuck"_s), qPrintable(copied));
        QVERIFY2(copied.endsWith(u"Question: May I?"_s), qPrintable(copied));
        QVERIFY(m_log.log.last().kind == TimelineEntry::Kind::NoteAdded);
        QCOMPARE(m_log.log.last().payload.value("kind"_L1).toString(), u"question"_s);
        QTRY_VERIFY(!m_page->findChild<HelpDialog *>());
    }

private:
    template<typename T>
    T *find(const char *name) const
    {
        // Of a body that was replaced the widgets live on for a moment: the one on the screen counts.
        const QList<T *> all = m_page->findChildren<T *>(QString::fromLatin1(name));
        const auto visible = std::find_if(all.begin(), all.end(), [](const T *each) { return each->isVisible(); });
        return visible != all.end() ? *visible : all.isEmpty() ? nullptr : all.last();
    }

    QTemporaryDir m_home;
    LibraryFolder m_library;
    RunbookIndexStore m_index { m_library.index() };
    MemoryLog m_log;
    Settings m_settings { m_home.filePath(u"handrail.ini"_s) };
    FixedClock m_clock { QDateTime({ 2026, 3, 1 }, { 12, 0 }, QTimeZone::utc()) };
    Workbench m_workbench { m_index, m_log, m_settings, m_clock };
    QWidget m_window;
    WindowActions m_actions;
    std::unique_ptr<IncidentSession> m_session;
    std::unique_ptr<IncidentPage> m_page;
};

QTEST_MAIN(TestIncidentPage)
#include "tst_incidentpage.moc"
