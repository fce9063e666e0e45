// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/yamltree.h"

#include "support/testing.h"

#include <QStringEncoder>

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

    void keepsWholeEntriesBeforeAProblem()
    {
        const auto yaml = readYaml("teams: [x]\nservices:\n  - name: a\n  - name: b\n    owner: *someone\n  - name: c\n", {});
        QVERIFY(yaml.documents.isEmpty());
        QCOMPARE(yaml.problems.size(), 1);
        QCOMPARE(yaml.problems.first().line, 5);
        QCOMPARE(yaml.beginning.keys, QStringList({ u"teams"_s, u"services"_s }));
        QCOMPARE(yaml.beginning.field(u"services"_s).children.size(), 1); // b was not read to its end
        QVERIFY(readYaml("a: 1\nb: 2\n", {}).beginning.kind == YamlNode::Kind::Null);
    }

    void namesWhatItReadsPast_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("NUL") << QByteArray("a: 1\nb: x\0y\nc: 3\n", 17) << 2;
        QTest::newRow("the byte yaml-cpp ends at") << QByteArray("a: 1\nb: x\x04y\nc: 3\n") << 2;
        QTest::newRow("Latin-1") << QByteArray("a: 1\nb: x\xe9y\nc: 3\n") << 2;
        QTest::newRow("a key twice") << QByteArray("a: 1\nb: 2\nb: 4\nc: 3\n") << 3;
    }

    void namesWhatItReadsPast()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, line);
        const auto yaml = readYaml(bytes, {});
        QCOMPARE(yaml.problems.size(), 1);
        QCOMPARE(yaml.problems.first().line, line);
        QCOMPARE(yaml.documents.size(), 1);
        QCOMPARE(yaml.documents.first().field(u"c"_s).text, u"3"_s);
    }

    void readsOtherEncodings()
    {
        const QString text = u"a: \u00e9\n"_s;
        for (const auto encoding : { QStringConverter::Utf16LE, QStringConverter::Utf16BE, QStringConverter::Utf8 }) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            const auto yaml = readYaml(encoder.encode(text), {});
            QVERIFY(yaml.problems.isEmpty());
            QCOMPARE(yaml.documents.value(0).field(u"a"_s).text, u"\u00e9"_s);
        }
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
