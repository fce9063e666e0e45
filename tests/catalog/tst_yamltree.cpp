// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/yamltree.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestYamlTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLinesAndText()
    {
        const auto yaml = readYaml("a: 2 years\nb:\n  - x\n  - 1\nc:\n", {});
        QVERIFY(yaml.problems.isEmpty());
        QCOMPARE(yaml.documents.size(), 1);
        const YamlNode root = yaml.documents.first();
        QCOMPARE(root.keys, QStringList({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(root.field(u"a"_s).text, u"2 years"_s);
        QCOMPARE(root.field(u"b"_s).texts(), QStringList({ u"x"_s, u"1"_s }));
        QCOMPARE(root.field(u"b"_s).children.last().line, 4);
        QCOMPARE(root.field(u"c"_s).kind, YamlNode::Kind::Null);
        QCOMPARE(root.field(u"none"_s).kind, YamlNode::Kind::Null);
        QCOMPARE(root.field(u"a"_s).field(u"deeper"_s).kind, YamlNode::Kind::Null);
    }

    void keepsDocumentsBeforeAProblem()
    {
        const auto yaml = readYaml("a: 1\n---\nb: [\n", {});
        QCOMPARE(yaml.documents.size(), 1);
        QCOMPARE(yaml.problems.size(), 1);
    }

    void holdsItsLimits()
    {
        QCOMPARE(readYaml("a: [[[1]]]", { 1024, 4 }).problems.size(), 0);
        QCOMPARE(readYaml("a: [[[[1]]]]", { 1024, 4 }).problems.size(), 1);
        QCOMPARE(readYaml("a: 1234567", { 4, 4 }).problems.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yamltree.moc"
