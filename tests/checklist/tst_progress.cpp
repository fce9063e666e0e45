// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklist.h"
#include "checklist/progress.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsSteps()
    {
        Progress progress({ u"a"_s, u"b"_s, u"c"_s });
        QCOMPARE(progress.current(), u"a"_s);
        progress.setResult(u"a"_s, { StepState::Done, {}, {} });
        progress.setResult(u"x"_s, { StepState::Done, {}, {} });
        QCOMPARE(progress.finishedCount(), 1);
        QCOMPARE(progress.nextToDo(u"a"_s), u"b"_s);
        progress.setResult(u"c"_s, { StepState::Skipped, u"not here"_s, {} });
        QCOMPARE(progress.nextToDo(u"b"_s), QString());
        progress.setResult(u"a"_s, {});
        QCOMPARE(progress.nextToDo(u"b"_s), u"a"_s);
        QCOMPARE(progress.after(u"c"_s), u"c"_s);
        QCOMPARE(progress.before(u"c"_s), u"b"_s);
        progress.setCurrent(u"nowhere"_s);
        QCOMPARE(progress.current(), u"a"_s);
        QVERIFY(Progress().allFinished());
        QCOMPARE(Progress().nextToDo(u"a"_s), QString());
    }

    void wordsComeBack()
    {
        for (const StepState state : { StepState::ToDo, StepState::Done, StepState::Failed, StepState::Skipped })
            QVERIFY(stepStateFromString(toString(state)) == state);
    }

    void saysWhereChangesBegin()
    {
        const QByteArray text = "1. Think.\n2. Look: `kubectl get pods`\n3. Act: `kubectl delete pod x`\n4. "
                                "Look: `kubectl get pods`\n";
        const Procedure procedure = readProcedure(runbookFromBytes({}, text, {}), {});
        QCOMPARE(firstChangingStep(procedure), 2);
        QCOMPARE(lookOnlyCount(procedure), 3);
        QCOMPARE(firstChangingStep(Procedure()), 0);
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
