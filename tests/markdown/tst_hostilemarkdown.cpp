// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"
#include "support/testing.h"

#include <QElapsedTimer>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QString repeated(const QString &text, int count) { return text.repeated(count); }

QString backtickRuns(int upTo)
{
    QString text;
    for (int i = 1; i <= upTo; ++i)
        text += QString(i, u'`') + u' ';
    return text;
}

/** The same attack again and again, each time just below the caps. */
QString inParagraphs(const QString &attack, int lengthEach, int paragraphs)
{
    QString text;
    for (int i = 0; i < paragraphs; ++i)
        text += attack.repeated(lengthEach / int(attack.size())) + u"\n\n"_s;
    return text;
}

int depthOf(const Block &block)
{
    int deepest = 0;
    for (const Block &child : block.children)
        deepest = qMax(deepest, depthOf(child));
    return deepest + 1;
}

int letters(const QString &text)
{
    return int(std::count_if(text.begin(), text.end(), [](QChar c) { return c == u'x'; }));
}

} // namespace

class TestHostileMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("images of nothing") << repeated(u"![[]()"_s, 160000);
        QTest::newRow("images below the cap") << inParagraphs(u"![[]()"_s, 7000, 80);
        QTest::newRow("brackets") << repeated(u"["_s, 100000);
        QTest::newRow("brackets below the cap") << inParagraphs(u"["_s, 3999, 100);
        QTest::newRow("emphasis") << repeated(u"*a "_s, 200000);
        QTest::newRow("emphasis below the cap") << inParagraphs(u"*a "_s, 60000, 20);
        QTest::newRow("nested emphasis") << repeated(u"*a **a "_s, 8000) + repeated(u"a** a*"_s, 8000);
        QTest::newRow("quotes") << repeated(u"> "_s, 50000) + u'x';
        QTest::newRow("lists") << repeated(u"- "_s, 20000) + u'x';
        QTest::newRow("lists by indentation") << [] {
            QString text;
            for (int i = 0; i < 1200; ++i)
                text += QString(2 * i, u' ') + u"- x\n\n"_s;
            return text;
        }();
        QTest::newRow("comments") << repeated(u"<!--"_s, 100000);
        QTest::newRow("comments below the cap") << inParagraphs(u"a <!--"_s, 60000, 20);
        QTest::newRow("underscores") << repeated(u"_"_s, 200000);
        QTest::newRow("backticks") << backtickRuns(3000);
        QTest::newRow("backticks below the cap") << inParagraphs(backtickRuns(330), 60000, 20);
        QTest::newRow("definitions") << [] {
            QString text;
            for (int i = 0; i < 100000; ++i)
                text += u"[d%1]: x\n\n"_s.arg(i);
            return text.left(2000000);
        }();
        QTest::newRow("one long word") << QString(1000000, u'x');
        QTest::newRow("one long heading") << u"# "_s + QString(1000000, u'x');
        QTest::newRow("too large") << QString(3000000, u'x');
        QTest::newRow("long table") << u"|a|b|\n|-|-|\n"_s + repeated(u"|x|y|\n"_s, 10000);
        QTest::newRow("wide table") << repeated(u"|a"_s, 10000) + u"|\n"_s + repeated(u"|-"_s, 10000) + u"|\n"_s;
        QTest::newRow("null bytes") << repeated(QString(1, QChar(0)) + u"x\n\n"_s, 1000);
        QTest::newRow("lone surrogates") << repeated(QString(1, QChar(0xd800)) + u"x\n\n"_s, 1000);
    }

    void endsInTime()
    {
        QFETCH(const QString, text);
        QElapsedTimer timer;
        timer.start();
        const MarkdownDocument document = readMarkdown(text);
        const qint64 elapsed = timer.elapsed();
        QVERIFY2(elapsed < 4000, qPrintable(u"%1 ms"_s.arg(elapsed))); // 2 s on a machine that does nothing else
        QVERIFY(depthOf(document.root) <= 70);
        QVERIFY(!document.root.children.isEmpty() || document.frontMatter.lastLine > 0 || text.contains(u"]: x"));
        if (!text.contains(u"]: x"))
            QCOMPARE(letters(plainText(document.root)), letters(text));
    }

    void saysWhatWasKeptBack()
    {
        const MarkdownDocument document = readMarkdown(u"Before.\n\n"_s + QString(70000, u'x') + u"\n\nAfter.\n"_s);
        QCOMPARE(document.root.children.size(), 3);
        QCOMPARE(document.root.children.at(1).firstLine, 3);
        QCOMPARE(document.problems.size(), 1);
        QCOMPARE(document.problems.first().line, 3);
        QCOMPARE(plainText(document.root.children.at(2)), u"After."_s);
    }

    void capsTables()
    {
        const MarkdownDocument document = readMarkdown(u"|a|b|\n|-|-|\n"_s + repeated(u"|x|y|\n"_s, 1500));
        QCOMPARE(document.root.children.size(), 2);
        QCOMPARE(document.root.children.first().rows.size(), 1001);
        QCOMPARE(letters(plainText(document.root)), 1500);
        QCOMPARE(document.problems.size(), 1);
    }

    void htmlIsText()
    {
        const MarkdownDocument document = readMarkdown(u"<script>alert(1)</script>\n\nA <img src=x onerror=y> b\n"_s);
        QCOMPARE(document.root.children.first().kind, Block::Kind::Html);
        QCOMPARE(document.root.children.first().literal, u"<script>alert(1)</script>\n"_s);
        QCOMPARE(document.root.children.last().inlines.at(1).kind, Inline::Kind::Html);
    }

    void oddInfoStringsAreText()
    {
        const MarkdownDocument document = readMarkdown(u"```../../x\"onload=\na\n```\n"_s);
        QCOMPARE(document.root.children.first().info, u"../../x\"onload="_s);
    }
};

QTEST_GUILESS_MAIN(TestHostileMarkdown)
#include "tst_hostilemarkdown.moc"
