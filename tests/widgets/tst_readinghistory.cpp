// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/readinghistory.h"

#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestReadingHistory : public QObject {
    Q_OBJECT

private:
    static RunbookRef ref(const QString &path) { return { u"/books"_s, path }; }

private Q_SLOTS:
    void goesBackAndForwardWithTheScrolling()
    {
        ReadingHistory history;
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
        history.visit(ref(u"a.md"_s), {}, 0);
        history.visit(ref(u"b.md"_s), u"steps"_s, 120);
        QVERIFY(history.canGoBack());
        QVERIFY(history.back(30) == (ReadingHistory::Place { ref(u"a.md"_s), {}, 120 }));
        QVERIFY(!history.canGoBack());
        QVERIFY(history.forward(0) == (ReadingHistory::Place { ref(u"b.md"_s), u"steps"_s, 30 }));
        QVERIFY(!history.canGoForward());
    }

    void somewhereNewForgetsWhatWasAhead()
    {
        ReadingHistory history;
        history.visit(ref(u"a.md"_s), {}, 0);
        history.visit(ref(u"b.md"_s), {}, 0);
        history.back(0);
        history.visit(ref(u"c.md"_s), {}, 0);
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(0).ref.path, u"a.md"_s);
    }

    void theSamePlaceIsNoStep()
    {
        ReadingHistory history;
        history.visit(ref(u"a.md"_s), {}, 0);
        history.visit(ref(u"a.md"_s), {}, 50);
        QVERIFY(!history.canGoBack());
    }

    void oldPlacesAreDropped()
    {
        ReadingHistory history;
        for (int i = 0; i < 500; ++i)
            history.visit(ref(QString::number(i)), {}, 0);
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back(0);
        QCOMPARE(steps, 99);
    }
};

QTEST_GUILESS_MAIN(TestReadingHistory)
#include "tst_readinghistory.moc"
