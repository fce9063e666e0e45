// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/stepchoices.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestStepChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhereAStepLeads_data()
    {
        QTest::addColumn<QString>("first"); // the text of the first step
        QTest::addColumn<QStringList>("titles"); // of the steps it leads to
        QTest::newRow("no way") << u"Look at the pods."_s << QStringList {};
        QTest::newRow("a number") << u"Look. If they are down, skip to step 3."_s << QStringList { u"Look at the disk"_s };
        QTest::newRow("a number beyond its part") << u"If it is known, continue with step 5."_s << QStringList { u"Call the owner"_s };
        QTest::newRow("a number that there is not") << u"Go to step 17."_s << QStringList {};
        QTest::newRow("itself") << u"Go back to step 1 until it works."_s << QStringList {};
        QTest::newRow("a heading") << u"If you know why, skip to the Mitigation section."_s << QStringList { u"Restart the workers"_s };
        QTest::newRow("a heading by link") << u"Otherwise see [how to fix it](#mitigation)."_s << QStringList { u"Restart the workers"_s };
        QTest::newRow("two ways") << u"If it is full, go to step 2. If not, proceed to Escalation."_s
                                  << QStringList({ u"Look at the queue"_s, u"Call the owner"_s });
        QTest::newRow("one way twice") << u"Skip to step 2. Really, skip to step 2."_s << QStringList { u"Look at the queue"_s };
        QTest::newRow("no place here") << u"Go to the console. Continue with care. Go to [the board](https://x.test/a)."_s << QStringList {};
    }

    void findsWhereAStepLeads()
    {
        QFETCH(const QString, first);
        QFETCH(const QStringList, titles);
        const QString text = u"# Queue\n\n## Diagnosis\n\n1. Check: %1\n2. Look at the queue.\n3. Look at the disk.\n\n"
                             "## Mitigation\n\n1. Restart the workers.\n\n## Escalation\n\n1. Call the owner.\n"_s.arg(first);
        const Runbook runbook = runbookFromBytes({ u"/l"_s, u"a.md"_s }, text.toUtf8(), {});
        const Procedure procedure = readProcedure(runbook, {});
        QCOMPARE(procedure.stepCount(), 5);
        const auto diagnosis = std::find_if(procedure.phases.begin(), procedure.phases.end(), [](const Phase &phase) { return !phase.steps.isEmpty(); });
        QStringList found;
        for (const StepChoice &choice : choicesIn(diagnosis->steps.first(), procedure, runbook)) {
            QVERIFY(!choice.sentence.isEmpty());
            found.append(procedure.step(choice.stepId)->title);
        }
        QCOMPARE(found, titles);
    }

    void findsOtherRunbooks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("name");
        QTest::newRow("a link beside it") << u"Follow [the restart](restart.md) first."_s << u"queue/restart.md"_s << QString() << QString();
        QTest::newRow("a link above it, to a section")
            << u"See [disk full](../disk/full.md#clean-up)."_s << u"disk/full.md"_s << u"clean-up"_s << QString();
        QTest::newRow("out of the library") << u"See [secrets](../../secrets.md)."_s << QString() << QString() << QString();
        QTest::newRow("no runbook") << u"See [the list](list.csv)."_s << QString() << QString() << QString();
        QTest::newRow("itself") << u"See [above](worker.md#top)."_s << QString() << QString() << QString();
        QTest::newRow("by name") << u"If it is full, refer to the Disk full runbook."_s << QString() << QString() << u"Disk full"_s;
        QTest::newRow("by name, with a link")
            << u"Refer to the [Disk full](full.md) runbook."_s << u"queue/full.md"_s << QString() << QString();
        QTest::newRow("no name") << u"Write it into the runbook."_s << QString() << QString() << QString();
    }

    void findsOtherRunbooks()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, path);
        QFETCH(const QString, anchor);
        QFETCH(const QString, name);
        const QString page = u"# Worker\n\n## Diagnosis\n\n1. Check: %1\n2. Look at the queue.\n"_s.arg(text);
        const Runbook runbook = runbookFromBytes({ u"/l"_s, u"queue/worker.md"_s }, page.toUtf8(), {});
        const Procedure procedure = readProcedure(runbook, {});
        QCOMPARE(procedure.stepCount(), 2);
        const auto diagnosis = std::find_if(procedure.phases.begin(), procedure.phases.end(), [](const Phase &phase) { return !phase.steps.isEmpty(); });
        const QList<StepChoice> choices = choicesIn(diagnosis->steps.first(), procedure, runbook);
        QCOMPARE(choices.size(), path.isEmpty() && name.isEmpty() ? 0 : 1);
        const StepChoice choice = choices.value(0);
        QCOMPARE(choice.stepId, QString());
        QCOMPARE(choice.runbook.path, path);
        QCOMPARE(choice.anchor, anchor);
        QCOMPARE(choice.runbookName, name);
    }
};

QTEST_GUILESS_MAIN(TestStepChoices)
#include "tst_stepchoices.moc"
