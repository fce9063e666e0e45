// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/commandrisk.h"
#include "library/commandtable.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

/** tests/data/checklist/risk.txt: a new case is a line and no code. */
class TestCommandRisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("risk");
        for (const QByteArray &line : Testing::fixture(u"checklist/risk.txt"_s).split('\n')) {
            const QString text = QString::fromUtf8(line);
            if (text.isEmpty() || text.startsWith(u"##"_s))
                continue;
            const QString command = text.section(u'\t', 1).replace(u'↵', u'\n');
            QTest::newRow(qPrintable(command)) << command << text.section(u'\t', 0, 0);
        }
    }

    void judges()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, risk);
        const CommandRisk found = riskOf(command, u"sh"_s, {});
        QVERIFY2(toString(found.risk) == risk, qPrintable(u"%1 (%2)"_s.arg(toString(found.risk), found.reason)));
        QVERIFY(!found.reason.isEmpty());
    }

    /** Whatever stands around it, a command that destroys is never shown as less. */
    void wrappingHidesNothing_data()
    {
        QTest::addColumn<QString>("wrapping");
        for (const QString &wrapping : { u"%1"_s,
                                         u"ls; %1"_s,
                                         u"ls && %1"_s,
                                         u"ls | %1"_s,
                                         u"( %1 )"_s,
                                         u"{ %1; }"_s,
                                         u"$(%1)"_s,
                                         u"a=$(%1)"_s,
                                         u"echo \"x $(%1)\""_s,
                                         u"sudo %1"_s,
                                         u"env A=b %1"_s,
                                         u"xargs %1"_s,
                                         u"time %1"_s,
                                         u"timeout 1 %1"_s,
                                         u"ssh h %1"_s,
                                         u"bash -c '%1'"_s,
                                         u"for i in 1; do %1; done"_s,
                                         u"if true; then %1; fi"_s,
                                         u"! %1"_s,
                                         u"ls # x\n%1"_s,
                                         u"ls \\\n&& %1"_s,
                                         u"cat <<E | %1\nx\nE"_s,
                                         u"%1 > /dev/null 2>&1"_s,
                                         u"kubectl exec p -- %1"_s,
                                         u"docker exec c %1"_s,
                                         u"nohup %1 &"_s,
                                         u"$ ls\nx\n$ %1"_s,
                                         u"ls\r%1"_s,
                                         u"watch %1"_s,
                                         u"x() { %1; }"_s,
                                         u"case a in a) %1;; esac"_s,
                                         u"echo ok"_s + QString(300, u' ') + u"; %1"_s,
                                         u"echo ok"_s + QString(200, u'\n') + u"%1"_s })
            QTest::newRow(qPrintable(wrapping.simplified())) << wrapping;
    }

    void wrappingHidesNothing()
    {
        QFETCH(const QString, wrapping);
        for (const QString &command :
             { u"rm -rf /data"_s, u"kubectl delete pvc x"_s, u"terraform destroy"_s, u"dropdb x"_s })
            QCOMPARE(toString(riskOf(wrapping.arg(command), u"sh"_s, {}).risk), u"destroy"_s);
        QVERIFY(riskOf(wrapping.arg(u"systemctl restart x"_s), u"sh"_s, {}).risk >= Risk::Unknown);
        QVERIFY(riskOf(wrapping.arg(u"frobnicate x"_s), u"sh"_s, {}).risk != Risk::Read || wrapping.startsWith(u"$ "));
    }

    void authorCanOnlyRaise()
    {
        QVERIFY(riskOf(u"kubectl get pods"_s, u"sh"_s, u"destroy"_s).risk == Risk::Destroy);
        QVERIFY(riskOf(u"kubectl delete pvc x"_s, u"sh"_s, u"read"_s).risk == Risk::Destroy);
        QVERIFY(riskOf(u"frobnicate"_s, u"sh"_s, u"read"_s).risk == Risk::Unknown);
        QVERIFY(riskOf(u"frobnicate"_s, u"sh"_s, u"change"_s).risk == Risk::Change);
        QVERIFY(riskOf(u"kubectl get pods"_s, u"sh"_s, u"nonsense"_s).risk == Risk::Read);
    }

    void deepNestingEnds()
    {
        QVERIFY(riskOf(u"$("_s.repeated(5000) + u"rm"_s + u")"_s.repeated(5000), u"sh"_s, {}).risk == Risk::Unknown);
        QVERIFY(riskOf(u"sudo "_s.repeated(5000) + u"rm x"_s, u"sh"_s, {}).risk >= Risk::Unknown);
    }

    void tableIsSound()
    {
        static const QRegularExpression value(u"^(read|change|destroy|unknown)(: \\S.*)?$"_s);
        const QJsonObject &table = commandTable();
        QVERIFY(table.size() > 500);
        for (auto tool = table.begin(); tool != table.end(); ++tool) {
            const QJsonObject rules = tool->toObject();
            for (const QString &key : { u"none"_s, u"otherwise"_s }) {
                if (rules.contains(key))
                    QVERIFY2(value.match(rules.value(key).toString()).hasMatch(), qPrintable(tool.key()));
            }
            for (const QString &section : { u"verbs"_s, u"flags"_s }) {
                const QJsonObject rows = rules.value(section).toObject();
                for (auto row = rows.begin(); row != rows.end(); ++row)
                    QVERIFY2(value.match(row->toString()).hasMatch(), qPrintable(tool.key() + u' ' + row.key()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandRisk)
#include "tst_commandrisk.moc"
