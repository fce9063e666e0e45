// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertjson.h"
#include "app/terminal.h"
#include "base/settings.h"
#include "incident/entries.h"
#include "store/incidentstore.h"

#include <QDir>
#include <QJsonArray>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** handrail-cli index, search and match: what needs the folders of runbooks. */
class TestCliLibrary : public QObject
{
    Q_OBJECT

    std::unique_ptr<Testing::Terminal> m_terminal;
    const QStringList m_library { u"--library"_s, Testing::Terminal::data("library") };

    Testing::Terminal::Answer run(const QStringList &arguments, const QByteArray &typed = {})
    {
        return m_terminal->run(arguments + m_library, typed);
    }

private Q_SLOTS:
    void init() { m_terminal = std::make_unique<Testing::Terminal>(); }

    void indexReadsOnce()
    {
        const auto first = run({ u"index"_s });
        QCOMPARE(first.code, ExitCode::done);
        QCOMPARE(first.out, u"3 runbooks in 1 folder, 3 read now\n"_s);
        QCOMPARE(run({ u"index"_s }).out, u"3 runbooks in 1 folder, 0 read now\n"_s);
        const QJsonObject stats = run({ u"index"_s, u"--stats"_s, u"--json"_s }).json();
        QCOMPARE(stats.value("runbooks"_L1).toInt(), 3);
        QCOMPARE(stats.value("services"_L1).toInt(), 2);
    }

    void indexGoesWhereItIsSent()
    {
        const QString file = m_terminal->path("elsewhere/index.sqlite");
        QCOMPARE(run({ u"index"_s, u"--index"_s, file }).code, ExitCode::done);
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(!QFileInfo::exists(m_terminal->path("cache")));
    }

    void librariesOfTheSettingsAreUsed()
    {
        QCOMPARE(m_terminal->run({ u"index"_s }).code, ExitCode::noAccess);
        Settings(m_terminal->path("handrail.ini")).setValue(Settings::Key::Libraries, QStringList { m_library.last() });
        QCOMPARE(m_terminal->run({ u"index"_s }).out, u"3 runbooks in 1 folder, 3 read now\n"_s);
    }

    void missingFolderIsSaid()
    {
        const auto answer = m_terminal->run({ u"search"_s, u"pods"_s, u"--library"_s, u"/nowhere"_s });
        QCOMPARE(answer.code, ExitCode::noAccess);
        QCOMPARE(answer.err, u"The folder /nowhere is not there.\n"_s);
    }

    void searchFinds()
    {
        const auto answer = run({ u"search"_s, u"rollout"_s, u"--json"_s });
        QCOMPARE(answer.code, ExitCode::done);
        const QJsonArray hits = answer.json().value("hits"_L1).toArray();
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().toObject().value("runbook"_L1).toString(), u"checkout/errors.md"_s);
        QVERIFY(run({ u"search"_s, u"rollout"_s }).out.startsWith(u"checkout/errors.md"));
    }

    void searchSaysWhenThereIsNothing()
    {
        const auto answer = run({ u"search"_s, u"postfxi"_s });
        QCOMPARE(answer.code, ExitCode::findings);
        QVERIFY2(answer.out.startsWith(u"Nothing matches postfxi."), qPrintable(answer.out));
    }

    void matchSaysWhy()
    {
        const auto text = run({ u"match"_s, Testing::Terminal::data("alerts/checkout.json") });
        QCOMPARE(text.code, ExitCode::done);
        QVERIFY2(text.out.startsWith(u"CheckoutErrorRate  critical  checkout\n"), qPrintable(text.out));
        QVERIFY2(text.out.contains(u"payments"), qPrintable(text.out));
        QVERIFY2(text.out.contains(u"checkout/errors.md"), qPrintable(text.out));

        const QJsonObject alert = run({ u"match"_s, Testing::Terminal::data("alerts/checkout.json"), u"--json"_s })
                                      .json()
                                      .value("alerts"_L1)
                                      .toArray()
                                      .first()
                                      .toObject();
        QCOMPARE(alert.value("verdict"_L1).toString(), u"confident"_s);
        const QJsonObject best = alert.value("matches"_L1).toArray().first().toObject();
        QCOMPARE(best.value("runbook"_L1).toString(), u"checkout/errors.md"_s);
        QVERIFY(!best.value("reasons"_L1).toArray().isEmpty());
        QCOMPARE(alert.value("ownership"_L1).toObject().value("owner"_L1).toString(), u"payments"_s);
    }

    void wordsThatAreNoAlertFindRunbooks()
    {
        const auto answer = run({ u"match"_s, u"--json"_s }, "the mail queue grows, restart postfix?\n");
        const QJsonObject alert = answer.json().value("alerts"_L1).toArray().first().toObject();
        QCOMPARE(alert.value("matches"_L1).toArray().first().toObject().value("runbook"_L1).toString(), u"mail.md"_s);
        QCOMPARE(run({ u"match"_s }, " \n").code, ExitCode::findings);
    }

    void whatWasSaidBeforeCounts()
    {
        const auto scoreOfBest = [this] {
            const QJsonObject answer = run({ u"match"_s, u"--json"_s }, "alert: CheckoutErrorRate\n").json();
            return answer.value("alerts"_L1).toArray().first().toObject().value("matches"_L1).toArray().first().toObject();
        };
        const QJsonObject before = scoreOfBest();
        {
            const auto store = *IncidentStore::open(m_terminal->path("data"), m_terminal->clock);
            const EntryContext context { u"i1"_s, u"ada"_s, m_terminal->clock.now() };
            Alert alert;
            alert.name = u"CheckoutErrorRate"_s;
            QVERIFY(store->append(startedEntry(context, u"Errors"_s, {}, {}, toJson(alert), {})).result());
            const QString root = QFileInfo(m_library.last()).absoluteFilePath();
            QVERIFY(store->append(runbookJudgedEntry(context, { root, before.value("runbook"_L1).toString(), {}, u"x"_s, false, {} })).result());
        }
        const QJsonObject after = scoreOfBest();
        QVERIFY2(after.value("runbook"_L1) != before.value("runbook"_L1)
                     || after.value("score"_L1).toDouble() < before.value("score"_L1).toDouble(),
                 qPrintable(u"%1 %2"_s.arg(before.value("score"_L1).toDouble()).arg(after.value("score"_L1).toDouble())));
    }

    void batchAnswersEveryLine()
    {
        const QByteArray cases = "{\"id\":\"a\",\"alert\":{\"name\":\"CheckoutErrorRate\"}}"
                                 "\n"
                                 "{\"id\":7,\"text\":\"alert: CheckoutErrorRate\"}"
                                 "\nnonsense\n";
        const auto answer = run({ u"match"_s, u"--batch"_s, u"-"_s, u"--json"_s }, cases);
        QCOMPARE(answer.code, ExitCode::findings);
        const QStringList lines = answer.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(lines.at(0).toUtf8()).object().value("id"_L1).toString(), u"a"_s);
        QCOMPARE(QJsonDocument::fromJson(lines.at(1).toUtf8()).object().value("id"_L1).toInt(), 7);
        QCOMPARE(answer.err, u"line 3: error: This is no JSON object; the line was passed over.\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliLibrary)
#include "tst_clilibrary.moc"
