// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What a row of entries folds to. */
class TestIncident : public QObject
{
    Q_OBJECT

    const QDateTime m_start = QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC();

    EntryContext at(int seconds) const { return { u"i1"_s, u"ada"_s, m_start.addSecs(seconds) }; }
    TimelineEntry started() const
    {
        return startedEntry(at(0), u"Errors"_s, u"checkout"_s, u"critical"_s, { { u"name"_s, u"Errors"_s } }, u"pasted"_s);
    }
    static OpenedRunbook runbook(const QString &path)
    {
        OpenedRunbook opened;
        opened.root = u"/ops"_s;
        opened.path = path;
        opened.title = u"Errors"_s;
        opened.sha256 = "ab";
        opened.text = u"# Errors"_s;
        opened.stepCount = 3;
        return opened;
    }

private Q_SLOTS:
    void wordsReadBack()
    {
        for (int kind = 0; kind <= int(TimelineEntry::Kind::Reopened); ++kind) {
            const QString word = toString(TimelineEntry::Kind(kind));
            QVERIFY(!word.isEmpty());
            QVERIFY(entryKindFromString(word) == TimelineEntry::Kind(kind));
        }
        for (int kind = 0; kind <= int(NoteKind::Question); ++kind)
            QVERIFY(noteKindFromString(toString(NoteKind(kind))) == NoteKind(kind));
        QVERIFY(entryKindFromString(u"from-the-future") == TimelineEntry::Kind::Unknown);
    }

    void startTellsWhatItIs()
    {
        const Incident incident = foldIncident({ started() });
        QCOMPARE(incident.id, u"i1"_s);
        QCOMPARE(incident.title, u"Errors"_s);
        QCOMPARE(incident.service, u"checkout"_s);
        QCOMPARE(incident.severity, u"critical"_s);
        QCOMPARE(incident.pasted, u"pasted"_s);
        QCOMPARE(incident.startedBy, u"ada"_s);
        QCOMPARE(incident.startedAt, m_start);
        QVERIFY(incident.isOpen());
        QVERIFY(incident.runbook.isEmpty());
    }

    void runbookComesBackAsOpened()
    {
        const OpenedRunbook opened = runbook(u"errors.md"_s);
        QCOMPARE(foldIncident({ started(), runbookOpenedEntry(at(1), opened) }).runbook, opened);
    }

    void laterWordAboutAStepWins()
    {
        const Incident incident = foldIncident({
            started(),
            runbookOpenedEntry(at(1), runbook(u"errors.md"_s)),
            stepEntry(at(2), u"a"_s, 1, u"Look"_s, u"done"_s, {}),
            stepEntry(at(3), u"b"_s, 2, u"Restart"_s, u"failed"_s, u"no rights"_s),
            stepEntry(at(4), u"a"_s, 1, u"Look"_s, u"skipped"_s, {}),
        });
        QCOMPARE(incident.steps.value(u"a"_s).state, u"skipped"_s);
        QCOMPARE(incident.steps.value(u"a"_s).at, m_start.addSecs(4));
        QCOMPARE(incident.steps.value(u"b"_s).reason, u"no rights"_s);
        QCOMPARE(incident.finishedSteps(), 2);
        QCOMPARE(incident.entries.size(), 5);
    }

    void toDoUndoes()
    {
        const Incident incident = foldIncident({
            stepEntry(at(2), u"a"_s, 1, u"Look"_s, u"done"_s, {}),
            stepEntry(at(3), u"a"_s, 1, u"Look"_s, u"todo"_s, {}),
        });
        QCOMPARE(incident.steps.value(u"a"_s).state, u"todo"_s);
        QCOMPARE(incident.finishedSteps(), 0);
    }

    void anotherRunbookStartsAfresh()
    {
        QList<TimelineEntry> entries = { runbookOpenedEntry(at(1), runbook(u"errors.md"_s)),
                                         stepEntry(at(2), u"a"_s, 1, u"Look"_s, u"done"_s, {}) };
        entries.append(runbookOpenedEntry(at(3), runbook(u"errors.md"_s)));
        QCOMPARE(foldIncident(entries).finishedSteps(), 1);
        entries.append(runbookOpenedEntry(at(4), runbook(u"other.md"_s)));
        QCOMPARE(foldIncident(entries).finishedSteps(), 0);
    }

    void resolvedAndReopened()
    {
        Incident incident = foldIncident({ started(), plainEntry(at(9), TimelineEntry::Kind::Resolved) });
        QCOMPARE(incident.resolvedAt, m_start.addSecs(9));
        apply(plainEntry(at(10), TimelineEntry::Kind::Reopened), incident);
        QVERIFY(incident.isOpen());
    }

    void theLastClaimAndSeverityCount()
    {
        EntryContext grace = at(20);
        grace.actor = u"grace"_s;
        const Incident incident = foldIncident({ started(), severityChangedEntry(at(10), u"high"_s, u"critical"_s),
                                                 plainEntry(grace, TimelineEntry::Kind::Claimed),
                                                 clockJumpedEntry(at(30), -5000) });
        QCOMPARE(incident.severity, u"high"_s);
        QCOMPARE(incident.claim, (Claim { u"grace"_s, m_start.addSecs(20) }));
        QCOMPARE(summaryOf(incident).claim, incident.claim);
        QCOMPARE(incident.startedBy, u"ada"_s);
        QCOMPARE(foldIncident({ started() }).claim, (Claim { u"ada"_s, m_start }));
    }

    void aCorrectionLeavesTheNoteAsItWas()
    {
        TimelineEntry note = noteEntry(at(5), NoteKind::Note, u"eu-1 is down"_s);
        note.id = u"n1"_s;
        const Incident incident = foldIncident({ started(), note, noteCorrectedEntry(at(9), u"n1"_s, NoteKind::Note, u"eu-2"_s),
                                                 noteCorrectedEntry(at(12), u"n1"_s, NoteKind::Finding, u"eu-2 is down"_s) });
        QCOMPARE(incident.entries.at(1), note);
        const TimelineEntry now = asCorrected(note, incident.corrections);
        QCOMPARE(now.payload.value("text"_L1).toString(), u"eu-2 is down"_s);
        QCOMPARE(now.payload.value("kind"_L1).toString(), u"finding"_s);
        QCOMPARE(now.happenedAt, note.happenedAt);
        QCOMPARE(asCorrected(started(), incident.corrections), started());
    }

    void aNoteOfEarlierIsBackdated()
    {
        TimelineEntry note = noteEntry(at(0), NoteKind::Note, u"x"_s);
        QVERIFY(!isBackdated(note)); // not recorded yet
        note.recordedAt = m_start.addSecs(59);
        QVERIFY(!isBackdated(note));
        note.recordedAt = m_start.addSecs(60);
        QVERIFY(isBackdated(note));
    }

    void unknownKindIsKeptAndChangesNothing()
    {
        TimelineEntry strange = plainEntry(at(5), TimelineEntry::Kind::Unknown);
        strange.kindName = u"from-the-future"_s;
        Incident incident = foldIncident({ started(), strange });
        QCOMPARE(incident.entries.last().kindName, u"from-the-future"_s);
        incident.entries.removeLast();
        QCOMPARE(incident, foldIncident({ started() }));
    }

    void typedValuesAreKnown()
    {
        const Incident incident =
            foldIncident({ valueTypedEntry(at(1), u"pod"_s, u"a-1"_s), valueTypedEntry(at(2), u"pod"_s, u"a-2"_s) });
        QCOMPARE(incident.typedValues.value(u"pod"_s), u"a-2"_s);
    }
};

QTEST_GUILESS_MAIN(TestIncident)
#include "tst_incident.moc"
