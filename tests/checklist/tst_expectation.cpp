// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/expectation.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestExpectation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhereItCan_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const QString &expected, const QString &seen, const QString &verdict) {
            QTest::newRow(name) << expected << seen << verdict;
        };
        const QString met = u"as-expected"_s;
        const QString notMet = u"not-as-expected"_s;
        const QString unknown = u"cannot-tell"_s;
        row("one word", u"Running"_s, u"web-0  1/1  Running  0"_s, met);
        row("one word, with its lead", u"Expected: Running."_s, u"web-0 1/1 running"_s, met);
        row("one word, not there", u"Running"_s, u"web-0  0/1  Pending"_s, notMet);
        row("part of another word", u"Ready"_s, u"node-1 NotReady"_s, notMet);
        row("in backticks", u"You should see `1/1` for every pod"_s, u"a 1/1\nb 1/1"_s, met);
        row("all of several", u"\"up\" and \"200\""_s, u"up 200"_s, met);
        row("some of several", u"\"up\" and \"200\""_s, u"up 503"_s, unknown);
        row("a status", u"HTTP 200"_s, u"< HTTP 200 OK"_s, met);
        row("prose", u"the queue is shorter than before"_s, u"120"_s, unknown);
        row("an absence", u"no errors"_s, u"no errors"_s, unknown);
        row("a quoted absence", u"You should see no \"CrashLoopBackOff\" pods."_s, u"web-0 CrashLoopBackOff"_s, unknown);
        row("a quoted absence, and it is absent", u"You should see no \"CrashLoopBackOff\" pods."_s, u"web-0 Running"_s, unknown);
        row("a quoted measure", u"fewer than “5”"_s, u"5"_s, unknown);
        row("should not", u"The output shouldn't contain `error`"_s, u"error"_s, unknown);
        row("nothing expected", QString(), u"x"_s, unknown);
        row("nothing seen", u"Running"_s, u"  \n"_s, unknown);
        row("signs in a literal", u"`a.b*(c)`"_s, u"it says a.b*(c) here"_s, met);
        row("on two lines", u"`all good`"_s, u"all\n  good"_s, met);
    }

    void tellsOnlyWhereItCan()
    {
        QFETCH(const QString, expected);
        QFETCH(const QString, seen);
        QFETCH(const QString, verdict);
        QCOMPARE(toString(compared(expected, seen)), verdict);
    }
};

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
