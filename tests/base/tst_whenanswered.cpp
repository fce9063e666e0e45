// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/whenanswered.h"

#include <QPromise>
#include <QTest>

using namespace Handrail;

class TestWhenAnswered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesByTheEventLoop()
    {
        QPromise<int> promise;
        promise.start();
        QObject asker;
        int got = 0;
        whenAnswered(promise.future(), &asker, [&got](int answer) { got = answer; });
        promise.addResult(7);
        promise.finish();
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);

        got = 0;
        whenAnswered(promise.future(), &asker, [&got](int answer) { got = answer; });
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);
    }

    void anAskerThatWentHearsNothing()
    {
        QPromise<int> promise;
        promise.start();
        auto asker = std::make_unique<QObject>();
        int calls = 0;
        whenAnswered(promise.future(), asker.get(), [&calls](int) { ++calls; });
        asker.reset();
        promise.addResult(7);
        promise.finish();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }

    void whatWasCancelledIsNoAnswer()
    {
        QPromise<int> promise;
        promise.start();
        QObject asker;
        int calls = 0;
        whenAnswered(promise.future(), &asker, [&calls](int) { ++calls; });
        promise.future().cancel();
        promise.finish();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
        QTRY_COMPARE(asker.children().size(), 0);
    }
};

QTEST_MAIN(TestWhenAnswered)
#include "tst_whenanswered.moc"
