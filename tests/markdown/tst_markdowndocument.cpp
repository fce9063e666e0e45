// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QJsonArray toJson(const QList<Inline> &inlines)
{
    static const QStringList kinds = { u"text"_s,   u"soft"_s,   u"break"_s, u"code"_s,  u"emphasis"_s,
                                       u"strong"_s, u"strike"_s, u"link"_s,  u"image"_s, u"html"_s };
    QJsonArray array;
    for (const Inline &part : inlines) {
        QJsonObject object{ { u"kind"_s, kinds.at(qsizetype(part.kind)) }, { u"line"_s, part.line } };
        if (!part.text.isEmpty())
            object[u"text"_s] = part.text;
        if (!part.target.isEmpty())
            object[u"target"_s] = part.target;
        if (!part.children.isEmpty())
            object[u"children"_s] = toJson(part.children);
        array.append(object);
    }
    return array;
}

QJsonObject toJson(const Block &block)
{
    static const QStringList kinds = { u"document"_s, u"heading"_s, u"paragraph"_s, u"list"_s, u"item"_s,
                                       u"code"_s,     u"quote"_s,   u"rule"_s,      u"html"_s, u"table"_s };
    QJsonObject object{ { u"kind"_s, kinds.at(qsizetype(block.kind)) },
                        { u"lines"_s, u"%1-%2"_s.arg(block.firstLine).arg(block.lastLine) } };
    if (block.level > 0)
        object[u"level"_s] = block.level;
    if (block.kind == Block::Kind::List)
        object[u"ordered"_s] = block.ordered;
    if (block.kind == Block::Kind::Item)
        object[u"number"_s] = block.number;
    if (block.ticked)
        object[u"ticked"_s] = *block.ticked;
    if (!block.literal.isEmpty())
        object[u"literal"_s] = block.literal;
    if (!block.info.isEmpty())
        object[u"info"_s] = block.info;
    if (block.fenced)
        object[u"fenced"_s] = true;
    if (!block.inlines.isEmpty())
        object[u"inlines"_s] = toJson(block.inlines);
    QJsonArray rows;
    for (const QList<QList<Inline>> &row : block.rows) {
        QJsonArray cells;
        for (const QList<Inline> &cell : row)
            cells.append(toJson(cell));
        rows.append(cells);
    }
    if (!rows.isEmpty())
        object[u"rows"_s] = rows;
    QJsonArray children;
    for (const Block &child : block.children)
        children.append(toJson(child));
    if (!children.isEmpty())
        object[u"children"_s] = children;
    return object;
}

} // namespace

/** tests/data/markdown/<case>.md beside <case>.json: a new case is two files and no code. */
class TestMarkdownDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFixtures_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Testing::fixtures(u"markdown"_s, { u".md"_s }))
            QTest::newRow(qPrintable(name)) << name;
    }

    void readsFixtures()
    {
        QFETCH(const QString, name);
        const MarkdownDocument document = readMarkdown(QString::fromUtf8(Testing::fixture(name)));
        const QByteArray actual = QJsonDocument(toJson(document.root)).toJson();
        QVERIFY2(Testing::equalsFixture(actual, name.chopped(3) + u".json"_s),
                 "Look at the .actual file beside the fixture.");
    }

    void lineEndsAndMarksDoNotMatter()
    {
        const MarkdownDocument plain = readMarkdown(u"---\ntitle: A\n---\n\n# B\n\n- c\n"_s);
        const MarkdownDocument windows = readMarkdown(u"\uFEFF---\r\ntitle: A\r\n---\r\n\r\n# B\r\n\r\n- c\r\n"_s);
        QCOMPARE(windows, plain);
        QCOMPARE(plain.root.children.first().firstLine, 5);
    }

    void keepsEveryByteOfCode()
    {
        const MarkdownDocument document = readMarkdown(u"```\n\ta \\ b  \n\n  c\n```\n"_s);
        QCOMPARE(document.root.children.first().literal, u"\ta \\ b  \n\n  c\n"_s);
    }

    void aFenceIndentedFarIsText()
    {
        const MarkdownDocument document = readMarkdown(u"a\n\n    ```sh\n    b\n    ```\n"_s);
        const Block code = document.root.children.last();
        QCOMPARE(code.literal, u"```sh\nb\n```\n"_s);
        QVERIFY(!code.fenced); // its first line is the one it starts on
        QVERIFY(readMarkdown(u"a\n\n   ```sh\n   b\n   ```\n"_s).root.children.last().fenced);
    }

    void tagsOfFormattingAreNoText()
    {
        const MarkdownDocument document = readMarkdown(u"Is it <b>full</b><sup>[1]</sup>?<br>Delete <pod-name> of <A href=\"x\">it</A>.\n"_s);
        QCOMPARE(plainText(document.root), u"Is it full[1]? Delete <pod-name> of it."_s);
    }

    void makesAnchors_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("anchor");
        QTest::newRow("words") << u"How to Fix It"_s << u"How to Fix It"_s << u"how-to-fix-it"_s;
        QTest::newRow("marks") << u"What's up? (1/2)"_s << u"What's up? (1/2)"_s << u"whats-up-12"_s;
        QTest::newRow("explicit") << u"Step 1 {#step-1}"_s << u"Step 1"_s << u"step-1"_s;
        QTest::newRow("kramdown") << u"Step 1 {:#first}"_s << u"Step 1"_s << u"first"_s;
        QTest::newRow("other letters") << u"Größe_x é"_s << u"Größe_x é"_s << u"größe_x-é"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }

    void makesAnchors()
    {
        QFETCH(const QString, heading);
        QFETCH(const QString, title);
        QFETCH(const QString, anchor);
        QString text = heading;
        QCOMPARE(anchorOf(text), anchor);
        QCOMPARE(text, title);
    }
};

QTEST_GUILESS_MAIN(TestMarkdownDocument)
#include "tst_markdowndocument.moc"
