// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestSnippet : public QObject
{
    Q_OBJECT

    /** The words marked, parted by bars. */
    static QString marked(const QString &text, const QList<TextSpan> &marks)
    {
        QStringList words;
        for (const TextSpan &mark : marks)
            words.append(text.sliced(mark.start, mark.length));
        return words.join(u'|');
    }

private Q_SLOTS:
    void marksWordsAsTheIndexFindsThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("beginning of a word") << u"wor"_s << u"Many workers work; rework."_s << u"workers|work"_s;
        QTest::newRow("whole words only") << u"work "_s << u"Many workers work."_s << u"work"_s;
        QTest::newRow("any case, no accents") << u"RESUME now"_s << u"Le résumé, NOW or nowhere"_s << u"résumé|NOW|nowhere"_s;
        QTest::newRow("accents typed") << u"café "_s << u"a cafe"_s << u"cafe"_s;
        QTest::newRow("only the last is a beginning") << u"dis queue"_s << u"disk dis queues"_s << u"dis|queues"_s;
        QTest::newRow("a phrase's words") << u"\"disk full\""_s << u"full disk"_s << u"full|disk"_s;
        QTest::newRow("a word with a sign in it") << u"kube-proxy"_s << u"the kube-proxy pod"_s << u"kube|proxy"_s;
        QTest::newRow("other scripts") << u"диск"_s << u"Диски полны"_s << u"Диски"_s;
        QTest::newRow("nothing there") << u"kafka"_s << u"a disk"_s << QString();
        QTest::newRow("nothing to find") << u"\u2014"_s << u"a \u2014 b"_s << QString();
    }

    void marksWordsAsTheIndexFindsThem()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        QCOMPARE(marked(text, wordsFound(text, parseQuery(typed))), words);
        const Snippet snippet = snippetOf(text, parseQuery(typed));
        QCOMPARE(snippet.text, text);
        QCOMPARE(marked(snippet.text, snippet.marks), words);
    }

    void showsWhereMostOfTheWordsAre()
    {
        const QString far = u"Nothing to see here. "_s.repeated(40);
        const QString text = u"A disk alone. "_s + far + u"The disk of the queue is full."_s + far;
        const Snippet snippet = snippetOf(text, parseQuery(u"disk queue full "_s));
        QVERIFY(snippet.text.contains(u"The disk of the queue is full."_s));
        QVERIFY(snippet.text.size() <= 180);
        QCOMPARE(text.sliced(snippet.position, snippet.text.size()), snippet.text);
        QCOMPARE(marked(snippet.text, snippet.marks), u"disk|queue|full"_s);
    }

    void beginsWithAWord()
    {
        const QString text = u"word "_s.repeated(30) + u"\n\n\t  Look at the queue"_s;
        const Snippet snippet = snippetOf(text, parseQuery(u"look"_s));
        QVERIFY(!snippet.text.front().isSpace());
        QCOMPARE(marked(snippet.text, snippet.marks), u"Look"_s);
    }

    void cutsNoCharacterInTwo()
    {
        const QString text = u"\U0001F525"_s.repeated(500) + u" disk "_s + u"\U0001F525"_s.repeated(500);
        const Snippet snippet = snippetOf(text, parseQuery(u"disk"_s));
        QVERIFY(!snippet.text.front().isLowSurrogate());
        QVERIFY(!snippet.text.back().isHighSurrogate());
        QCOMPARE(marked(snippet.text, snippet.marks), u"disk"_s);
    }

    void answersQuicklyInHugeTexts()
    {
        const QString text = u"disk "_s.repeated(200'000);
        QVERIFY(snippetOf(text, parseQuery(u"disk"_s)).marks.size() > 5);
        QCOMPARE(wordsFound(text, parseQuery(u"disk"_s)).size(), 500);
        QVERIFY(snippetOf(QString(1'000'000, u'a'), parseQuery(u"a"_s)).text.size() <= 180);
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
