// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drafts.h"
#include "support/memorylog.h"
#include "support/testing.h"

#include <QSignalSpy>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;
using Kind = Drafts::Kind;

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptByItselfAndGoneWhenHandedIn()
    {
        MemoryLog log;
        Drafts drafts(log);
        drafts.set(Kind::Note, {}, u"before any incident"_s);
        QVERIFY(drafts.text(Kind::Note, {}).isEmpty());

        drafts.open(u"one"_s, {});
        drafts.set(Kind::Note, {}, u"half a no"_s);
        QCOMPARE(drafts.text(Kind::Note, {}), u"half a no"_s);
        const QList<Draft> half { { u"one"_s, u"note"_s, u"half a no"_s } };
        QTRY_COMPARE(log.kept, half); // nothing else asked for it
        drafts.drop(Kind::Note, {});
        QVERIFY(log.kept.isEmpty());
        QVERIFY(drafts.text(Kind::Note, {}).isEmpty());
    }

    void eachStepAndValueHasItsOwn()
    {
        MemoryLog log;
        Drafts drafts(log);
        drafts.open(u"one"_s, {});
        drafts.set(Kind::Reason, u"s1"_s, u"no role"_s);
        drafts.set(Kind::Output, u"s1"_s, u"0 pods"_s);
        drafts.set(Kind::Output, u"s2"_s, u"3 pods"_s);
        drafts.set(Kind::Value, u"REGION"_s, u"eu"_s);
        QCOMPARE(drafts.text(Kind::Reason, u"s1"_s), u"no role"_s);
        QCOMPARE(drafts.text(Kind::Output, u"s1"_s), u"0 pods"_s);
        QCOMPARE(drafts.text(Kind::Output, u"s2"_s), u"3 pods"_s);
        QCOMPARE(drafts.text(Kind::Value, u"region"_s), u"eu"_s); // the same placeholder
        QVERIFY(drafts.text(Kind::Reason, u"s2"_s).isEmpty());
    }

    void whatIsTypedStaysWithItsIncident()
    {
        MemoryLog log;
        Drafts drafts(log);
        drafts.open(u"one"_s, {});
        drafts.set(Kind::Note, {}, u"of one"_s);
        drafts.open(u"two"_s, { { u"two"_s, u"note"_s, u"of two"_s } });
        QCOMPARE(drafts.text(Kind::Note, {}), u"of two"_s);
        const QList<Draft> ofOne { { u"one"_s, u"note"_s, u"of one"_s } };
        QCOMPARE(log.kept, ofOne);

        drafts.set(Kind::Note, {}, u"of two, typed on"_s);
        drafts.open(u"two"_s, { { u"two"_s, u"note"_s, u"of two"_s } }); // as they were when they were asked for
        QCOMPARE(drafts.text(Kind::Note, {}), u"of two, typed on"_s);
    }

    void whatTheDiskRefusesIsSaidAndTriedAgain()
    {
        MemoryLog log;
        Drafts drafts(log);
        QSignalSpy refused(&drafts, &Drafts::refused);
        QSignalSpy savedAgain(&drafts, &Drafts::savedAgain);
        drafts.open(u"one"_s, {});
        log.full = true;
        drafts.set(Kind::Note, {}, u"half"_s);
        drafts.saveNow();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(log.kept.isEmpty());

        log.full = false;
        drafts.saveNow(); // as its timer does
        QTRY_COMPARE(savedAgain.size(), 1);
        QCOMPARE(log.kept.size(), 1);
        QCOMPARE(drafts.text(Kind::Note, {}), u"half"_s);
    }

    void aReadOnlyLogIsLeftAlone()
    {
        MemoryLog log;
        Drafts drafts(log);
        QSignalSpy refused(&drafts, &Drafts::refused);
        drafts.setReadOnly();
        drafts.open(u"one"_s, {});
        drafts.set(Kind::Note, {}, u"half"_s);
        drafts.setCurrentStep(1, u"s1"_s);
        drafts.saveNow();
        QVERIFY(log.kept.isEmpty());
        QVERIFY(refused.isEmpty());
        QCOMPARE(drafts.text(Kind::Note, {}), u"half"_s);
    }

    void followsStepsToTheirNewNames()
    {
        MemoryLog log;
        Drafts drafts(log);
        drafts.open(u"one"_s, {});
        drafts.set(Kind::Reason, u"1-a"_s, u"of a"_s);
        drafts.set(Kind::Reason, u"2-b"_s, u"of b"_s);
        drafts.renameSteps({ { u"1-a"_s, u"2-a"_s }, { u"2-b"_s, u"1-b"_s }, { u"3-c"_s, u"3-c"_s } });
        QCOMPARE(drafts.text(Kind::Reason, u"2-a"_s), u"of a"_s);
        QCOMPARE(drafts.text(Kind::Reason, u"1-b"_s), u"of b"_s);
        QVERIFY(drafts.text(Kind::Reason, u"1-a"_s).isEmpty());
        QCOMPARE(log.kept.size(), 2);
    }

    void theCurrentStepIsKeptLikeADraft()
    {
        MemoryLog log;
        Drafts drafts(log);
        drafts.open(u"one"_s, {});
        QVERIFY(drafts.currentStep().isEmpty());
        drafts.setCurrentStep(2, u"2-look"_s);
        QCOMPARE(drafts.currentStep(), u"2-look"_s);
        Drafts again(log);
        again.open(u"one"_s, log.kept);
        QCOMPARE(again.currentStep(), u"2-look"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
