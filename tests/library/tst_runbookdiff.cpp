// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookdiff.h"

#include <QStringList>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged()
    {
        const QString before = u"# Queue\n\n1. Look.\n2. Restart it.\n"_s;
        const QString after = u"# Queue\n\n1. Look.\n2. Drain it.\n3. Restart it.\n"_s;
        using Kind = DiffLine::Kind;
        const QList<DiffLine> expected { { Kind::Same, u"# Queue"_s, 1 },       { Kind::Same, {}, 2 },
                                         { Kind::Same, u"1. Look."_s, 3 },      { Kind::Removed, u"2. Restart it."_s, 4 },
                                         { Kind::Added, u"2. Drain it."_s, 4 }, { Kind::Added, u"3. Restart it."_s, 5 } };
        QCOMPARE(changedLines(before, after), expected);
    }

    void leavesOutWhatIsFarFromAChange()
    {
        QStringList lines;
        for (int i = 1; i <= 40; ++i)
            lines.append(u"line %1"_s.arg(i));
        QStringList changed = lines;
        changed[1] = u"second"_s;
        changed[30] = u"thirty-first"_s;
        const QList<DiffLine> found = changedLines(lines.join(u'\n'), changed.join(u'\n'));
        QCOMPARE(std::count_if(found.begin(), found.end(), [](const DiffLine &line) { return line.kind == DiffLine::Kind::Gap; }), 1);
        QVERIFY(found.size() < 20);
    }

    void nothingChangedIsNothing()
    {
        QVERIFY(changedLines(u"a\nb"_s, u"a\nb"_s).isEmpty());
        QVERIFY(changedLines({}, {}).isEmpty());
    }

    void survivesAnything()
    {
        QVERIFY(!changedLines(QString(u'\0') + u"\x1b[31m a\n"_s, {}).isEmpty());
        QVERIFY(!changedLines({}, QString(200'000, u'x')).isEmpty());
        QVERIFY(!changedLines(u"a\r\n"_s, u"a\n"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunbookDiff)
#include "tst_runbookdiff.moc"
