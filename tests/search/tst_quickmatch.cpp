// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/quickmatch.h"

#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestQuickMatch : public QObject {
    Q_OBJECT

private:
    /** @p name with what is marked in brackets; "-" when it does not match. */
    static QString marked(const QString &typed, const QString &name, const QString &beside = {})
    {
        const auto match = quickMatch(typed.split(u' ', Qt::SkipEmptyParts), name, beside);
        if (!match)
            return u"-"_s;
        QString shown = name;
        for (auto mark = match->marks.crbegin(); mark != match->marks.crend(); ++mark)
            shown.insert(mark->end(), u']').insert(mark->start, u'[');
        return shown;
    }

    static int score(const QString &typed, const QString &name, const QString &beside = {})
    {
        const auto match = quickMatch(typed.split(u' ', Qt::SkipEmptyParts), name, beside);
        return match ? match->score : -1;
    }

private Q_SLOTS:
    void marksWhatWasMeant()
    {
        QCOMPARE(marked(u"che"_s, u"Checkout is slow"_s), u"[Che]ckout is slow"_s);
        QCOMPARE(marked(u"slow che"_s, u"Checkout is slow"_s), u"[Che]ckout is [slow]"_s);
        QCOMPARE(marked(u"che"_s, u"Ache, then check"_s), u"Ache, then [che]ck"_s); // a word's start before its middle
        QCOMPARE(marked(u"out"_s, u"Checkout"_s), u"Check[out]"_s);
        QCOMPARE(marked(u"cis"_s, u"Checkout is slow"_s), u"[C]heckout [i]s [s]low"_s);
        QCOMPARE(marked(u"crash"_s, u"KubePodCrashLooping"_s), u"KubePod[Crash]Looping"_s);
        QCOMPARE(marked(u"pay che"_s, u"Checkout"_s, u"payments/checkout.md"_s), u"[Che]ckout"_s);
        QCOMPARE(marked(u"disk"_s, u"Checkout"_s, u"payments"_s), u"-"_s);
        QCOMPARE(marked(u""_s, u"Checkout"_s), u"Checkout"_s);
        QCOMPARE(marked(u"e"_s, u""_s), u"-"_s);
    }

    void nearerIsBetter()
    {
        QVERIFY(score(u"ledger"_s, u"ledger"_s) > score(u"ledger"_s, u"ledger is late"_s));
        QVERIFY(score(u"led"_s, u"ledger"_s) > score(u"led"_s, u"the ledger"_s));
        QVERIFY(score(u"led"_s, u"the ledger"_s) > score(u"led"_s, u"called"_s));
        QVERIFY(score(u"led"_s, u"called"_s) > score(u"led"_s, u"notify"_s, u"ledger"_s));
    }
};

QTEST_GUILESS_MAIN(TestQuickMatch)
#include "tst_quickmatch.moc"
