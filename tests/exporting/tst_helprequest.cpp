// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/helprequest.h"

#include "incident/entries.h"
#include "library/runbook.h"
#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestHelpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAColleagueNeeds()
    {
        const QDateTime start(QDate(2026, 11, 26), QTime(3, 4), QTimeZone::utc());
        const auto at = [&start](int minutes) { return EntryContext { u"i1"_s, u"ada"_s, start.addSecs(60 * minutes) }; };
        const Runbook runbook = runbookFromBytes({ u"/ops"_s, u"queue.md"_s },
                                                 "# Queue\n\n1. Look at the queue.\n2. Look at the workers.\n3. Restart them.\n", {});
        const Procedure procedure = readProcedure(runbook, {});
        const QList<Step> steps = procedure.phases.first().steps;
        OpenedRunbook opened;
        opened.path = u"queue.md"_s;
        opened.title = u"Queue"_s;
        const QJsonObject alert { { u"annotations"_s, QJsonObject { { u"summary"_s, u"Jobs wait"_s } } } };
        const Incident incident = foldIncident({
            startedEntry(at(0), u"QueueStuck"_s, u"queue"_s, u"critical"_s, alert, {}),
            runbookOpenedEntry(at(0), opened),
            stepEntry(at(1), steps.at(0).id, 1, steps.at(0).title, u"done"_s, {}),
            stepEntry(at(2), steps.at(1).id, 2, steps.at(1).title, u"failed"_s, u"no permission"_s),
            noteEntry(at(3), NoteKind::Finding, u"password=hunter2hunter2 is in the log"_s),
        });
        Ownership ownership;
        ownership.owner = u"jobs"_s;
        ownership.contact = u"#jobs"_s;
        ownership.onCall.person = u"R. Ito"_s;
        QCOMPARE(helpRequest(incident, procedure, ownership, steps.at(2).id, u"May I restart\nthem?"_s),
                 u"Help wanted: QueueStuck (critical), since 2026-11-26 03:04 UTC\n"
                 "Service: queue, owner jobs, contact #jobs, on call R. Ito\n"
                 "Alert: Jobs wait\n"
                 "Runbook: Queue (queue.md)\n"
                 "Done so far:\n"
                 "- done 1 Look at the queue (03:05 UTC)\n"
                 "- failed 2 Look at the workers (03:06 UTC): no permission\n"
                 "Now at step 3 Restart them\n"
                 "Seen and noted:\n"
                 "- password=[hidden: password, 14 chars] is in the log (03:07 UTC)\n"
                 "Question: May I restart them?\n"_s);
    }

    void aCorrectedNoteSaysWhatItSaysNow()
    {
        const EntryContext context { u"i1"_s, u"ada"_s, QDateTime(QDate(2026, 11, 26), QTime(3, 4), QTimeZone::utc()) };
        TimelineEntry note = noteEntry(context, NoteKind::Note, u"Mallory broke it"_s);
        note.id = u"n1"_s;
        const Incident incident = foldIncident({ note, noteCorrectedEntry(context, u"n1"_s, NoteKind::Note, u"A deploy broke it"_s) });
        const QString text = helpRequest(incident, {}, {}, {}, {});
        QVERIFY(text.contains(u"A deploy broke it"_s));
        QVERIFY(!text.contains(u"Mallory"_s));
    }

    void needsNothingButAnIncident()
    {
        Incident incident;
        incident.title = u"Something"_s;
        incident.startedAt = QDateTime(QDate(2026, 11, 26), QTime(3, 4), QTimeZone::utc());
        QCOMPARE(helpRequest(incident, {}, {}, {}, {}),
                 u"Help wanted: Something, since 2026-11-26 03:04 UTC\nQuestion: What would you look at next?\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestHelpRequest)
#include "tst_helprequest.moc"
