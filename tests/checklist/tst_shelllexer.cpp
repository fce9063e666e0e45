// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/shelllexer.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

/** "a,b | c": words by comma, commands by bar. */
QString shown(const ShellScript &script)
{
    QStringList commands;
    for (const ShellCommand &command : script.commands) {
        QStringList words;
        for (const ShellWord &word : command.words)
            words.append(word.text);
        commands.append(words.join(u','));
    }
    return commands.join(u" | "_s);
}

} // namespace

class TestShellLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("pipe") << u"a b|c"_s << u"a,b | c"_s;
        QTest::newRow("lists") << u"a && b || c; d & e"_s << u"a | b | c | d | e"_s;
        QTest::newRow("quotes") << u"a 'b c' \"d e\" f\\ g"_s << u"a,b c,d e,f g"_s;
        QTest::newRow("quoted operators") << u"echo 'a;b' \"c|d\""_s << u"echo,a;b,c|d"_s;
        QTest::newRow("continued line") << u"a \\\n  b"_s << u"a,b"_s;
        QTest::newRow("comments") << u"# all\na b # rest\nc#d"_s << u"a,b | c#d"_s;
        QTest::newRow("subshell") << u"(cd x; rm y)"_s << u"cd,x | rm,y"_s;
        QTest::newRow("loop") << u"for i in a b; do rm $i; done"_s << u"for,i,in,a,b | rm,$i"_s;
        QTest::newRow("condition") << u"if a; then b; else c; fi"_s << u"a | b | c"_s;
        QTest::newRow("assignment") << u"A=1 B='x y' run it"_s << u"run,it"_s;
        QTest::newRow("placeholder") << u"kubectl -n <my-namespace> get pod"_s
                                     << u"kubectl,-n,<my-namespace>,get,pod"_s;
        QTest::newRow("here-document") << u"cat <<EOF\nrm x\nEOF\nls"_s << u"cat | ls"_s;
        QTest::newRow("redirection") << u"a > b 2>&1 < c d"_s << u"a,d"_s;
        QTest::newRow("braces") << u"echo ${A:-$B} {1..3}"_s << u"echo,${A:-$B},{1..3}"_s;
    }

    void readsWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const ShellScript script = readShell(text);
        QCOMPARE(shown(script), expected);
        QVERIFY(script.isWhole);
    }

    void keepsSubstitutions()
    {
        const ShellScript script = readShell(u"echo \"$(rm a)\" `rm b` <(rm c) $((1 + 2)) '$(no)'"_s);
        QStringList found;
        for (const ShellWord &word : script.commands.first().words)
            found += word.substitutions;
        QCOMPARE(found, (QStringList{ u"rm a"_s, u"rm b"_s, u"rm c"_s }));
    }

    void keepsHereDocument()
    {
        const ShellScript script = readShell(u"psql <<-'SQL' && ls\n\tselect 1;\n\tSQL\nrm x\n"_s);
        QCOMPARE(shown(script), u"psql | ls | rm,x"_s);
        QCOMPARE(script.commands.first().hereDocument, u"\tselect 1;\n"_s);
    }

    void saysWhatIsNotClosed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("single") << u"echo 'a"_s;
        QTest::newRow("double") << u"echo \"a"_s;
        QTest::newRow("substitution") << u"echo $(a"_s;
        QTest::newRow("backtick") << u"echo `a"_s;
        QTest::newRow("here-document") << u"cat <<EOF\nx"_s;
        QTest::newRow("variable") << u"echo ${a"_s;
    }

    void saysWhatIsNotClosed()
    {
        QFETCH(const QString, text);
        QVERIFY(!readShell(text).isWhole);
    }
};

QTEST_GUILESS_MAIN(TestShellLexer)
#include "tst_shelllexer.moc"
