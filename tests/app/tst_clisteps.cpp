// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <QJsonArray>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** handrail-cli steps: a runbook as it would be followed. */
class TestCliSteps : public QObject
{
    Q_OBJECT

    Testing::Terminal m_terminal;
    const QString m_runbook = Testing::Terminal::data("library/checkout/errors.md");
    const QString m_alert = Testing::Terminal::data("alerts/checkout.json");

private Q_SLOTS:
    void text()
    {
        const auto answer = m_terminal.run({ u"steps"_s, m_runbook, u"--alert"_s, m_alert });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY(Testing::equalsFixture(answer.out.toUtf8(), u"app/steps.txt"_s));
    }

    void jsonFillsWhatIsSafe()
    {
        const auto answer = m_terminal.run({ u"steps"_s, m_runbook, u"--alert"_s, m_alert, u"--json"_s });
        QVERIFY(answer.out.contains(u"kubectl -n shop get pods"_s));
        QVERIFY(answer.out.contains(u"kubectl -n shop logs <pod>"_s));
        QVERIFY(!answer.out.contains(u"logs $(reboot)"_s));
    }

    void anchorNarrows()
    {
        const auto all = m_terminal.run({ u"steps"_s, m_runbook, u"--json"_s });
        const auto part = m_terminal.run({ u"steps"_s, m_runbook + u"#mitigation"_s, u"--json"_s });
        QCOMPARE(part.code, ExitCode::done);
        QVERIFY(part.out.size() < all.out.size());
        QVERIFY(!part.out.contains(u"get pods"_s));
        const auto none = m_terminal.run({ u"steps"_s, m_runbook + u"#nosuch"_s, u"--json"_s });
        QCOMPARE(none.out, all.out);
        QCOMPARE(none.err, u"errors.md has no section #nosuch; these are the steps of the whole file.\n"_s);
    }

    void batchKeepsOneLineForOne()
    {
        const QByteArray list = "mail.md\nnosuch.md\ncheckout/errors.md#mitigation\n";
        const auto answer = m_terminal.run(
            { u"steps"_s, u"--batch"_s, u"-"_s, u"--root"_s, Testing::Terminal::data("library"), u"--json"_s }, list);
        QCOMPARE(answer.code, ExitCode::noAccess);
        const QStringList lines = answer.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const auto object = [&](qsizetype index) { return QJsonDocument::fromJson(lines.at(index).toUtf8()).object(); };
        QCOMPARE(object(0).value("runbook"_L1).toString(), u"mail.md"_s);
        QVERIFY(object(0).value("anchor"_L1).isNull());
        QVERIFY(object(1).value("phases"_L1).toArray().isEmpty());
        QCOMPARE(object(2).value("runbook"_L1).toString(), u"checkout/errors.md"_s);
        QCOMPARE(object(2).value("anchor"_L1).toString(), u"mitigation"_s);
        QVERIFY(answer.err.startsWith(u"nosuch.md: "));
    }

    void withoutStepsThereIsNothingToFollow()
    {
        QCOMPARE(m_terminal.run({ u"steps"_s, Testing::Terminal::data("library/essay.md") }).code, ExitCode::findings);
    }

    void unreadable() { QCOMPARE(m_terminal.run({ u"steps"_s, u"/nowhere/a.md"_s }).code, ExitCode::noAccess); }
};

QTEST_GUILESS_MAIN(TestCliSteps)
#include "tst_clisteps.moc"
