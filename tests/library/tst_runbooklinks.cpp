// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbooklinks.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhereLinksLead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("beside it") << QByteArray("[a](other.md)") << QStringList { u"ops/other.md"_s };
        QTest::newRow("above it") << QByteArray("[a](../web/a.md#top)") << QStringList { u"web/a.md"_s };
        QTest::newRow("from the library's folder") << QByteArray("[a](/web/a.markdown)") << QStringList { u"web/a.markdown"_s };
        QTest::newRow("out of the library") << QByteArray("[a](../../secret.md)") << QStringList {};
        QTest::newRow("to the web, a place, a picture, a folder")
            << QByteArray("[a](https://x.test/a.md) [b](#b) [c](c.png) [d](d/)") << QStringList {};
        QTest::newRow("in a table, a list and a quote, each once")
            << QByteArray("|h|\n|-|\n|[a](a.md)|\n\n- **[b](b.md)**\n\n> [a](a.md)\n")
            << QStringList { u"ops/a.md"_s, u"ops/b.md"_s };
        QTest::newRow("an example") << QByteArray("`[a](a.md)`\n\n    [a](a.md)\n") << QStringList {};
    }

    void findsWhereLinksLead()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, paths);
        QCOMPARE(linkedRunbooks(runbookFromBytes({ u"/library"_s, u"ops/disk.md"_s }, text, {})), paths);
    }
};

QTEST_GUILESS_MAIN(TestRunbookLinks)
#include "tst_runbooklinks.moc"
