// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/incidentsession.h"
#include "support/memorylog.h"
#include "support/testing.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTimeZone>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

const char *const threeSteps = R"(# Queue does not drain

## Diagnosis

1. Look at the queue.
2. Look at the consumers.

## Mitigation

1. Restart the consumer.
)";

IncidentStart aStart()
{
    IncidentStart start;
    start.alert.name = u"QueueStuck"_s;
    start.alert.labels = { { u"namespace"_s, u"shop"_s } };
    start.pasted = u"[FIRING:1] QueueStuck"_s;
    start.runbook = runbookFromBytes({ u"/library"_s, u"queue.md"_s }, threeSteps, {});
    return start;
}

} // namespace

class TestIncidentSession : public QObject
{
    Q_OBJECT

    MemoryLog m_log;
    FixedClock m_clock { QDateTime::fromMSecsSinceEpoch(1'763'900'000'000, QTimeZone::utc()).toUTC() };

    std::unique_ptr<IncidentSession> started()
    {
        reset();
        auto session = std::make_unique<IncidentSession>(m_log, m_clock);
        session->setActor(u"ada"_s);
        QSignalSpy opened(session.get(), &IncidentSession::opened);
        session->start(aStart());
        if (opened.isEmpty())
            opened.wait();
        return session;
    }

    void reset()
    {
        m_log.log.clear();
        m_log.kept.clear();
        m_log.full = false;
        m_log.slow = false;
    }

    static bool happens(QSignalSpy &spy) { return !spy.isEmpty() || spy.wait(); }

private Q_SLOTS:
    void aNoteIsNotDatedWhereNoNoteCanBe()
    {
        const auto session = started();
        const QDateTime now = m_clock.now();
        const auto datedAs = [&](const QDateTime &at) {
            QSignalSpy added(session.get(), &IncidentSession::noteAdded);
            session->addNote(NoteKind::Note, u"x"_s, at);
            happens(added);
            return m_log.log.last().happenedAt;
        };
        QCOMPARE(datedAs(now.addSecs(-600)), now.addSecs(-600));
        QCOMPARE(datedAs({}), now);
        QCOMPARE(datedAs(now.addSecs(600)), now);
        QCOMPARE(datedAs(QDateTime({ 1999, 12, 31 }, { 0, 0 }, QTimeZone::utc())), now);
    }

    void whatCannotBeAttachedIsSaid()
    {
        const auto session = started();
        QSignalSpy failed(session.get(), &IncidentSession::attachFailed);
        session->attachFile(u"/nowhere/at/all"_s);
        QVERIFY(happens(failed));
        QVERIFY(m_log.log.last().kind != TimelineEntry::Kind::FileAttached);
    }

    void keepsWhatWasSaidOfRunbooks()
    {
        reset();
        IncidentSession session(m_log, m_clock);
        session.setActor(u"ada"_s);
        QSignalSpy opened(&session, &IncidentSession::opened);
        IncidentStart start = aStart();
        start.judgements = { { u"/library"_s, u"other.md"_s, {}, u"Other"_s, false, {} } };
        session.start(start);
        QVERIFY(happens(opened));
        QCOMPARE(session.incident().judgements.size(), 1);
        QVERIFY(!session.incident().judgements.first().isRight);
        QCOMPARE(session.incident().judgements.first().path, u"other.md"_s);

        QSignalSpy judged(&session, &IncidentSession::runbookJudged);
        session.judgeRunbook(true);
        QTRY_COMPARE(judged.size(), 1);
        QCOMPARE(session.incident().judgements.size(), 2);
        QVERIFY(session.incident().judgements.last().isRight);
        QCOMPARE(session.incident().judgements.last().path, u"queue.md"_s);

        QSignalSpy resolved(&session, &IncidentSession::resolved);
        session.resolve();
        QTRY_COMPARE(resolved.size(), 1);
        const IncidentSummary summary = summaryOf(foldIncident(m_log.log));
        QCOMPARE(summary.judgements, session.incident().judgements);
        QCOMPARE(summary.alertName, u"QueueStuck"_s);
        QCOMPARE(summary.runbookPath, u"queue.md"_s);
    }

    void fillsDashboardsAroundTheStart()
    {
        const auto session = started(); // the alert names no start: the incident's counts
        const qint64 now = m_clock.now().toMSecsSinceEpoch();
        QCOMPARE(session->filledUrl(u"https://g.example/d/a?ns={{namespace}}&from=${from}&to=${to}"_s).url,
                 u"https://g.example/d/a?ns=shop&from=%1&to=%2"_s.arg(now - 3'600'000).arg(now));
        QCOMPARE(session->filledUrl(u"https://g.example/d/a?pod=<pod>"_s).missing, QStringList { u"pod"_s });
    }

    void writesTheStartAndTheRunbookBeforeItIsOpen()
    {
        const auto session = started();
        QCOMPARE(m_log.log.size(), 2);
        QVERIFY(m_log.log.at(0).kind == TimelineEntry::Kind::Started);
        QVERIFY(m_log.log.at(1).kind == TimelineEntry::Kind::RunbookOpened);
        QCOMPARE(m_log.log.at(1).document, QString::fromUtf8(threeSteps));
        QCOMPARE(session->progress().stepIds().size(), 3);
        QCOMPARE(session->progress().current(), session->progress().stepIds().first());
        QCOMPARE(session->values().labels.value(u"namespace"_s), u"shop"_s);
    }

    void doneGoesOnAndUndoComesBack()
    {
        const auto session = started();
        const QStringList ids = session->progress().stepIds();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QVERIFY(session->progress().result(ids.first()).state == StepState::Done);
        QCOMPARE(session->progress().current(), ids.at(1));

        changed.clear();
        session->undo();
        QVERIFY(happens(changed));
        QVERIFY(session->progress().result(ids.first()).state == StepState::ToDo);
        QCOMPARE(session->progress().current(), ids.first());
        QVERIFY(session->canRedo());

        changed.clear();
        session->redo();
        QVERIFY(happens(changed));
        QVERIFY(session->progress().result(ids.first()).state == StepState::Done);
        QCOMPARE(m_log.log.size(), 5); // ticks and what takes them back both stay in the history
        QVERIFY(!session->canRedo());
    }

    /**
     * HANDRAIL_OPERATIONS ticks, looks elsewhere, undos and redos at random, beside the plainest model of them: after each both
     * say the same of every step, and so does whoever opens the incident then.
     */
    void undoIsThatOfAModel()
    {
        struct Change
        {
            QString step;
            StepState before;
            StepState after;
        };
        const int operations = std::max(500, qEnvironmentVariableIntValue("HANDRAIL_OPERATIONS"));
        QRandomGenerator random(std::max(1, qEnvironmentVariableIntValue("HANDRAIL_SEED")));
        const StepState states[] = { StepState::Done, StepState::Failed, StepState::Skipped };
        const auto session = started();
        const QStringList steps = session->progress().stepIds();
        QHash<QString, StepState> model;
        QList<Change> undoable;
        QList<Change> redoable;
        for (int operation = 0; operation < operations; ++operation) {
            QSignalSpy finished(session.get(), &IncidentSession::stepFinished);
            switch (random.bounded(5)) {
            case 0:
                session->selectStep(steps.at(random.bounded(int(steps.size()))));
                break;
            case 1:
            case 2:
                if (const StepState state = states[random.bounded(3)]; true) {
                    const QString step = session->progress().current();
                    undoable.append({ step, model.value(step), state });
                    redoable.clear();
                    model.insert(step, state);
                    session->finishStep(state, u"because"_s);
                    QVERIFY(happens(finished));
                }
                break;
            case 3:
                QCOMPARE(session->canUndo(), !undoable.isEmpty());
                session->undo();
                if (!undoable.isEmpty()) {
                    QVERIFY(happens(finished));
                    redoable.append(undoable.takeLast());
                    model.insert(redoable.last().step, redoable.last().before);
                }
                break;
            default:
                QCOMPARE(session->canRedo(), !redoable.isEmpty());
                session->redo();
                if (!redoable.isEmpty()) {
                    QVERIFY(happens(finished));
                    undoable.append(redoable.takeLast());
                    model.insert(undoable.last().step, undoable.last().after);
                }
            }
            for (const QString &step : steps)
                QVERIFY2(session->progress().result(step).state == model.value(step), qPrintable(QString::number(operation)));
        }

        IncidentSession later(m_log, m_clock);
        QSignalSpy opened(&later, &IncidentSession::opened);
        later.resume(session->incident().id);
        QVERIFY(happens(opened));
        for (const QString &step : steps)
            QVERIFY(later.progress().result(step).state == model.value(step));
        QCOMPARE(later.canUndo(), !undoable.isEmpty());
        QCOMPARE(later.canRedo(), !redoable.isEmpty());
    }

    void keepsAnotherAlertOfTheSameTrouble()
    {
        const auto session = started();
        const QString id = session->incident().id;
        IncidentSession other(m_log, m_clock);
        other.setActor(u"grace"_s);
        QSignalSpy opened(&other, &IncidentSession::opened);
        Alert alert;
        alert.name = u"DiskFull"_s;
        other.addAlert(id, alert, u"DiskFull fires"_s);
        QVERIFY(happens(opened));
        QCOMPARE(other.incident().id, id);
        QCOMPARE(other.incident().addedAlerts.size(), 1);
        QCOMPARE(other.incident().entries.last().document, u"DiskFull fires"_s);
        QCOMPARE(other.incident().entries.last().actor, u"grace"_s);
        QCOMPARE(summaryOf(other.incident()).addedAlerts.first().value("name"_L1).toString(), u"DiskFull"_s);
        QCOMPARE(other.incident().alert.value("name"_L1).toString(), u"QueueStuck"_s);
    }

    void followsAnotherRunbookAndComesBack()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        const QString left = session->progress().current();
        const OpenedRunbook first = session->incident().runbook;

        QSignalSpy opened(session.get(), &IncidentSession::opened);
        const Runbook other = runbookFromBytes({ u"/library"_s, u"disk.md"_s }, "# Disk\n\n1. Look at the disk.\n2. Clean up.\n", {});
        session->openRunbook(other, {}, left);
        QVERIFY(happens(opened));
        QCOMPARE(session->progress().stepIds().size(), 2);
        QCOMPARE(session->progress().finishedCount(), 0);
        QVERIFY(!session->canUndo());
        QCOMPARE(session->incident().runbook.origin.stepId, left);
        QCOMPARE(session->incident().runbook.origin.stepNumber, 2);
        changed.clear();
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));

        opened.clear();
        session->returnTo(first, left);
        QVERIFY(happens(opened));
        QCOMPARE(session->progress().current(), left);
        QCOMPARE(session->progress().finishedCount(), 1);
        const QList<FollowedRunbook> all = session->incident().runbooks();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().opened.path, u"queue.md"_s);
        QCOMPARE(all.last().finishedSteps(), 1);

        IncidentSession again(m_log, m_clock);
        QSignalSpy resumed(&again, &IncidentSession::opened);
        again.resume(session->incident().id);
        QVERIFY(happens(resumed));
        QCOMPARE(again.incident(), session->incident());
        QCOMPARE(again.progress().current(), left);
    }

    void aNewVersionKeepsTheTicksOfStepsItStillHas()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        changed.clear();
        session->finishStep(StepState::Skipped, u"known"_s);
        QVERIFY(happens(changed));

        QSignalSpy opened(session.get(), &IncidentSession::opened);
        const Runbook now = runbookFromBytes({ u"/library"_s, u"queue.md"_s },
                                             "# Queue does not drain\n\n## Diagnosis\n\n1. Look at the alert.\n2. Look at the queue.\n\n"
                                             "## Mitigation\n\n1. Restart the consumer.\n", {});
        session->openRunbook(now, {});
        QVERIFY(happens(opened));
        const Progress &progress = session->progress();
        QCOMPARE(progress.stepIds().size(), 3);
        QVERIFY(progress.result(progress.stepIds().at(1)).state == StepState::Done);
        QCOMPARE(progress.finishedCount(), 1);
        QCOMPARE(session->incident().runbooks().size(), 1);
        QCOMPARE(session->procedure().step(progress.current())->title, u"Restart the consumer"_s);
        QCOMPARE(foldIncident(m_log.log), session->incident());

        const QString looked = progress.stepIds().at(1); // done before under another id
        session->selectStep(looked);
        changed.clear();
        session->finishStep(StepState::Failed, {});
        QVERIFY(happens(changed));
        IncidentSession again(m_log, m_clock);
        QSignalSpy resumed(&again, &IncidentSession::opened);
        again.resume(session->incident().id);
        QVERIFY(happens(resumed));
        QVERIFY(again.canUndo());
        again.undo();
        QTRY_VERIFY(again.progress().result(looked).state == StepState::Done);
    }

    void whatIsHalfTypedGoesAlongWithItsStep()
    {
        const auto session = started();
        session->setDraft(IncidentSession::DraftKind::Output, session->progress().current(), u"half pasted"_s);
        QSignalSpy opened(session.get(), &IncidentSession::opened);
        session->openRunbook(runbookFromBytes({ u"/library"_s, u"queue.md"_s },
                                              "# Queue does not drain\n\n## Diagnosis\n\n1. Look at the alert.\n2. Look at the queue.\n", {}),
                             {});
        QVERIFY(happens(opened));
        const QString now = session->progress().stepIds().at(1);
        QCOMPARE(session->draft(IncidentSession::DraftKind::Output, now), u"half pasted"_s);
    }

    void aNewVersionOfAnEarlierRunbookKeepsItsTicksToo()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QSignalSpy opened(session.get(), &IncidentSession::opened);
        session->openRunbook(runbookFromBytes({ u"/library"_s, u"disk.md"_s }, "# Disk\n\n1. Look at the disk.\n", {}), {});
        QVERIFY(happens(opened));

        opened.clear();
        session->openRunbook(runbookFromBytes({ u"/library"_s, u"queue.md"_s },
                                              "# Queue does not drain\n\n## Diagnosis\n\n1. Look at the alert.\n2. Look at the queue.\n", {}),
                             {});
        QVERIFY(happens(opened));
        QVERIFY(session->progress().result(session->progress().stepIds().at(1)).state == StepState::Done);
        QCOMPARE(session->incident().finishedSteps(), 1);
        QCOMPARE(foldIncident(m_log.log), session->incident());
    }

    void aNewVersionWithoutTheOldStepsHasNoneFinished()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QSignalSpy opened(session.get(), &IncidentSession::opened);
        session->openRunbook(runbookFromBytes({ u"/library"_s, u"queue.md"_s }, "# Queue does not drain\n\n1. Call the owner.\n", {}), {});
        QVERIFY(happens(opened));
        QCOMPARE(session->incident().finishedSteps(), 0);
        QCOMPARE(summaryOf(session->incident()).finishedSteps, 0);
        QCOMPARE(session->progress().finishedCount(), 0);
    }

    void saysHowLongAStepTook()
    {
        const auto session = started();
        const QString first = session->progress().current();
        m_clock.advance(90'000);
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QCOMPARE(session->progress().result(first).tookMs, 90'000);
        m_clock.advance(-5'000'000); // set back
        const QString second = session->progress().current();
        changed.clear();
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QCOMPARE(session->progress().result(second).tookMs, 0);
    }

    void aSecondPressBeforeTheDiskAnsweredIsTheSameTick()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        m_log.slow = true;
        session->finishStep(StepState::Done, {});
        session->finishStep(StepState::Done, {});
        m_log.catchUp();
        QVERIFY(happens(changed));
        QCOMPARE(session->progress().count(StepState::Done), 1);
    }

    void afterAFailedWriteNothingIsShownAsDone()
    {
        const auto session = started();
        m_log.full = true;
        QSignalSpy failed(session.get(), &IncidentSession::saveFailed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(failed));
        QCOMPARE(failed.first().first().value<Problem>().text, u"The disk is full."_s);
        QCOMPARE(session->progress().finishedCount(), 0);

        m_log.full = false;
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->finishStep(StepState::Done, {});
        QVERIFY(happens(changed));
        QCOMPARE(session->progress().finishedCount(), 1);
    }

    void resumesStepNotesAndHalfTypedText()
    {
        QString id;
        QString current;
        {
            const auto session = started();
            id = session->incident().id;
            QSignalSpy changed(session.get(), &IncidentSession::changed);
            session->finishStep(StepState::Skipped, u"already known"_s);
            QVERIFY(happens(changed));
            current = session->progress().current();
            QSignalSpy noted(session.get(), &IncidentSession::noteAdded);
            session->addNote(NoteKind::Finding, u"only POST fails"_s);
            QVERIFY(happens(noted));
            session->setNoteDraft(u"and the led"_s);
            session->setDraft(IncidentSession::DraftKind::Reason, session->progress().current(), u"no rol"_s);
            session->setDraft(IncidentSession::DraftKind::Value, u"REGION"_s, u"eu-no"_s);
            session->saveDraftNow();
        }
        IncidentSession again(m_log, m_clock);
        QSignalSpy opened(&again, &IncidentSession::opened);
        again.resume(id);
        QVERIFY(happens(opened));
        QCOMPARE(again.progress().current(), current);
        QCOMPARE(again.progress().count(StepState::Skipped), 1);
        QCOMPARE(again.noteDraft(), u"and the led"_s);
        QCOMPARE(again.draft(IncidentSession::DraftKind::Reason, again.progress().current()), u"no rol"_s);
        QCOMPARE(again.draft(IncidentSession::DraftKind::Value, u"REGION"_s), u"eu-no"_s);
        QCOMPARE(again.incident().entries.last().payload.value(u"text"_s).toString(), u"only POST fails"_s);
        QVERIFY(again.canUndo());
    }

    void anIncidentOfManyNotesIsOpenedQuicklyAndReadWholeWhenAsked()
    {
        const auto session = started();
        const QString id = session->incident().id;
        TimelineEntry note = noteEntry({ id, u"ada"_s, m_clock.now() }, NoteKind::Note, u"one of many"_s);
        for (int i = 0; i < 25'000; ++i) {
            note.sequence = m_log.log.size() + 1;
            note.id = QString::number(i);
            m_log.log.append(note);
        }
        IncidentSession again(m_log, m_clock);
        QSignalSpy opened(&again, &IncidentSession::opened);
        QSignalSpy whole(&again, &IncidentSession::wholeRead);
        again.resume(id);
        QVERIFY(happens(opened));
        QCOMPARE(again.incident().entries.size() + again.incident().leftOut, m_log.log.size());
        QCOMPARE(again.incident().leftOut, 23'000);
        QCOMPARE(again.incident().runbook.title, session->incident().runbook.title);
        again.readWhole();
        again.readWhole(); // is being read
        again.addNote(NoteKind::Note, u"meanwhile"_s);
        QVERIFY(happens(whole));
        QCOMPARE(whole.size(), 1);
        QCOMPARE(again.incident().leftOut, 0);
        QCOMPARE(again.incident().entries, m_log.log);

        again.resume(id); // in the middle of reading, the same once more
        QTRY_COMPARE(opened.size(), 2);
        again.readWhole();
        again.resume(id);
        QTRY_COMPARE(opened.size(), 3);
        again.readWhole();
        QTRY_COMPARE(again.incident().leftOut, 0);
        QCOMPARE(again.incident().entries, m_log.log);
    }

    void aTypedValueFillsCommandsFromThenOn()
    {
        const auto session = started();
        QSignalSpy changed(session.get(), &IncidentSession::changed);
        session->typeValue(u"POD_NAME"_s, u"worker-1"_s);
        QVERIFY(happens(changed));
        QCOMPARE(fill(u"kubectl logs <pod-name>"_s, u"sh"_s, session->values()).text, u"kubectl logs worker-1"_s);
    }

    void startsWithoutARunbook()
    {
        reset();
        IncidentSession session(m_log, m_clock);
        QSignalSpy opened(&session, &IncidentSession::opened);
        IncidentStart start;
        start.alert.name = u"Strange"_s;
        session.start(start);
        QVERIFY(happens(opened));
        QCOMPARE(session.progress().stepIds().size(), 0);
        QCOMPARE(session.incident().title, u"Strange"_s);
        session.finishStep(StepState::Done, {});
        QCOMPARE(m_log.log.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestIncidentSession)
#include "tst_incidentsession.moc"
