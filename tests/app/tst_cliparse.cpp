// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <QJsonArray>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** handrail-cli parse: what it prints for people and for programs. */
class TestCliParse : public QObject
{
    Q_OBJECT

    Testing::Terminal m_terminal;

private Q_SLOTS:
    void text()
    {
        const auto answer = m_terminal.run({ u"parse"_s, Testing::Terminal::data("alerts/checkout.json") });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY(Testing::equalsFixture(answer.out.toUtf8(), u"app/parse.txt"_s));
        QVERIFY2(answer.err.isEmpty(), qPrintable(answer.err));
    }

    void readsTheInput()
    {
        const QByteArray pasted = Testing::fixture(u"app/alerts/checkout.json"_s);
        const auto fromFile = m_terminal.run({ u"parse"_s, Testing::Terminal::data("alerts/checkout.json"), u"--json"_s });
        QCOMPARE(m_terminal.run({ u"parse"_s, u"--json"_s }, pasted).out, fromFile.out);
        QCOMPARE(m_terminal.run({ u"parse"_s, u"-"_s, u"--json"_s }, pasted).out, fromFile.out);
        QCOMPARE(fromFile.json().value("text"_L1).toString(), QString::fromUtf8(pasted));
        const QJsonObject alert = fromFile.json().value("alerts"_L1).toArray().first().toObject();
        QCOMPARE(alert.value("startsAt"_L1).toString().left(19), u"2026-11-23T02:14:00"_s);
        QVERIFY(alert.value("endsAt"_L1).isNull());
    }

    void batchAnswersInOrderOfNames()
    {
        const auto answer = m_terminal.run({ u"parse"_s, u"--batch"_s, Testing::Terminal::data("alerts"), u"--json"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QStringList files;
        const QStringList lines = answer.out.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            files.append(QJsonDocument::fromJson(line.toUtf8()).object().value("file"_L1).toString());
        QCOMPARE(files, (QStringList { u"checkout.json"_s, u"words.txt"_s }));
    }

    void unreadable()
    {
        const auto file = m_terminal.run({ u"parse"_s, u"/nowhere/a.json"_s });
        QCOMPARE(file.code, ExitCode::noAccess);
        QCOMPARE(file.err, u"/nowhere/a.json cannot be read: No such file or directory.\n"_s);
        const auto folder = m_terminal.run({ u"parse"_s, u"--batch"_s, u"/nowhere"_s });
        QCOMPARE(folder.code, ExitCode::noAccess);
        QCOMPARE(folder.err, u"The folder /nowhere cannot be read.\n"_s);
    }

    void tooLarge()
    {
        const auto answer = m_terminal.run({ u"parse"_s }, QByteArray(3 * 1024 * 1024, 'a'));
        QCOMPARE(answer.code, ExitCode::noAccess);
        QCOMPARE(answer.err, u"The text is too large (limit 1 MB). Cut it to the part around the alert.\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliParse)
#include "tst_cliparse.moc"
