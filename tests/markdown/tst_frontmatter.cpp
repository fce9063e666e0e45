// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsScalarsAsWritten()
    {
        const FrontMatter front =
            readMarkdown(u"---\ntitle: A b\nweight: 010\ndraft: no\nowner:\n  - x\n  - 'y'\nnone:\n---\nText"_s)
                .frontMatter;
        QCOMPARE(front.lastLine, 9);
        QCOMPARE(front.values.value(u"title"_s), QVariant(u"A b"_s));
        QCOMPARE(front.values.value(u"weight"_s), QVariant(u"010"_s));
        QCOMPARE(front.values.value(u"draft"_s), QVariant(u"no"_s));
        QCOMPARE(front.values.value(u"owner"_s).toList(), (QVariantList{ u"x"_s, u"y"_s }));
        QCOMPARE(front.values.value(u"none"_s), QVariant(QString()));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<int>("line");
        QTest::newRow("anchor in a loop") << u"a: &a [*a]\n"_s << 2;
        QTest::newRow("alias") << u"x: 1\na: *b\n"_s << 3;
        QTest::newRow("tag") << u"x: 1\ny: !!python/object:os.system ls\n"_s << 3;
        QTest::newRow("own tag") << u"y: !secret z\n"_s << 2;
        QTest::newRow("tab") << u"a:\n\tb: 1\n"_s << 3;
        QTest::newRow("same key twice") << u"a: 1\nb: 2\na: 3\n"_s << 4;
        QTest::newRow("too deep") << u"a: "_s + QString(40, u'[') + QString(40, u']') + u'\n' << 2;
        QTest::newRow("far too deep") << u"a: "_s + QString(20000, u'[') << 2;
        QTest::newRow("too large") << u"a: "_s + QString(70000, u'x') + u'\n' << 1;
        QTest::newRow("a comma after a list") << u"[1],\n"_s << 2;
        QTest::newRow("nothing but a comma") << u",\n"_s << 2;
        QTest::newRow("mistake") << u"a: [1\nb: }\n"_s << 3;
    }

    void refuses()
    {
        QFETCH(const QString, yaml);
        QFETCH(const int, line);
        const MarkdownDocument document = readMarkdown(u"---\n"_s + yaml + u"\n---\n\nThe body.\n"_s);
        QCOMPARE(document.frontMatter.values, QVariantMap());
        QCOMPARE(document.problems.size(), 1);
        QCOMPARE(document.problems.first().line, line);
        QCOMPARE(plainText(document.root), u"The body."_s);
    }

    void ruleAtTheHeadIsNoFrontMatter()
    {
        const MarkdownDocument document = readMarkdown(u"---\nJust words.\n\n---\n\nMore.\n"_s);
        QCOMPARE(document.frontMatter.lastLine, 0);
        QVERIFY(plainText(document.root).contains(u"Just words."));
    }

    void unclosedIsShown()
    {
        const MarkdownDocument document = readMarkdown(u"---\ntitle: A\n\n# B\n"_s);
        QCOMPARE(document.frontMatter.lastLine, 0);
        QCOMPARE(document.problems.size(), 1);
        QVERIFY(plainText(document.root).contains(u"title: A"));
    }
};

QTEST_GUILESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
