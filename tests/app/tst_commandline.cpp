// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What is the same for every command: help, wrong use, and where which words go. */
class TestCommandLine : public QObject
{
    Q_OBJECT

    Testing::Terminal m_terminal;

private Q_SLOTS:
    void overviewNamesEveryCommand()
    {
        const auto answer = m_terminal.run({ u"--help"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY(Testing::equalsFixture(answer.out.toUtf8(), u"app/overview.txt"_s));
        QVERIFY(answer.err.isEmpty());
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const QString &name : { u"parse"_s, u"match"_s, u"steps"_s, u"search"_s, u"index"_s, u"incident"_s,
                                     u"incident list"_s, u"incident show"_s, u"incident note"_s, u"incident export"_s,
                                     u"incident import"_s, u"incident salvage"_s })
            QTest::newRow(qPrintable(name)) << name.split(u' ');
    }

    void everyCommandExplainsItself()
    {
        QFETCH(const QStringList, command);
        const auto answer = m_terminal.run(command + QStringList { u"--help"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY2(answer.out.startsWith(u"Usage: handrail-cli "_s + command.join(u' ')), qPrintable(answer.out));
        QVERIFY(answer.err.isEmpty());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("nothing") << QStringList() << u"Say what to do."_s;
        QTest::newRow("unknown command") << QStringList { u"fly"_s } << u"There is no command fly."_s;
        QTest::newRow("unknown option") << QStringList { u"parse"_s, u"--loud"_s } << u"Unknown option 'loud'."_s;
        QTest::newRow("too many files") << QStringList { u"parse"_s, u"a"_s, u"b"_s } << u"What is b for?"_s;
        QTest::newRow("no runbook") << QStringList { u"steps"_s } << u"Name a runbook."_s;
        QTest::newRow("no words") << QStringList { u"search"_s } << u"Say what to look for."_s;
        QTest::newRow("limit") << QStringList { u"search"_s, u"x"_s, u"--limit"_s, u"many"_s }
                               << u"--limit wants a number above 0, not many."_s;
        QTest::newRow("incident") << QStringList { u"incident"_s, u"burn"_s }
                                  << u"Incidents know list, show, note, export, import, check, backup, restore and salvage, not burn."_s;
        QTest::newRow("control characters") << QStringList { u"\x1b[2J"_s } << u"There is no command ␛[2J."_s;
    }

    void wrongUse()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, complaint);
        const auto answer = m_terminal.run(arguments);
        QCOMPARE(answer.code, ExitCode::wrongUse);
        QCOMPARE(answer.err.section(u'\n', 0, 0), complaint);
        QVERIFY(answer.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
