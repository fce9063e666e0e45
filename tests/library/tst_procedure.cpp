// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/commandtext.h"
#include "library/procedure.h"
#include "support/lostleaves.h"
#include "support/testing.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

Runbook runbookOf(const QByteArray &bytes)
{
    return runbookFromBytes({ u"/library"_s, u"page.md"_s }, bytes, QDateTime());
}

QJsonArray toJson(const QList<CommandBlock> &commands)
{
    QJsonArray array;
    for (const CommandBlock &command : commands)
        array.append(
            u"%1%2: %3"_s.arg(command.isInline ? u"inline "_s : QString()).arg(command.line).arg(command.text));
    return array;
}

QJsonObject toJson(const Procedure &procedure)
{
    QJsonArray phases;
    for (const Phase &phase : procedure.phases) {
        QJsonArray steps;
        for (const Step &step : phase.steps) {
            QJsonObject object{ { u"line"_s, step.line },
                                { u"title"_s, step.title },
                                { u"text"_s, step.text },
                                { u"commands"_s, toJson(step.commands) } };
            if (!step.expect.isEmpty())
                object[u"expect"_s] = step.expect;
            if (!step.queries.isEmpty())
                object[u"queries"_s] = toJson(step.queries);
            steps.append(object);
        }
        QJsonArray context;
        for (const Block &block : phase.context)
            context.append(u"%1-%2"_s.arg(block.firstLine).arg(block.lastLine));
        phases.append(QJsonObject{ { u"kind"_s, toString(phase.kind) },
                                   { u"title"_s, phase.title },
                                   { u"steps"_s, steps },
                                   { u"context"_s, context },
                                   { u"commands"_s, toJson(phase.commands) } });
    }
    return { { u"title"_s, procedure.title }, { u"phases"_s, phases } };
}

} // namespace

/** tests/data/library/<case>.md beside <case>.json: a new case is two files and no code. */
class TestProcedure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAQueryFromWhatAShellRuns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isQuery");
        const QStringList queries { u"sum by (route) (rate(http_requests_total{job=~\"a|b\"}[5m])) > 0.5"_s,
                                    u"(\nsum(rate(x_bucket{le=\"40\"}[3d]))\n-\nsum(rate(x_count[3d]))\n)\n/\nsum(rate(x[3d]))\n> 0.01"_s,
                                    u"100 * sum without(code)\n(rate(x[5m])) > 5 and on()\n(sum(count by (pod) (up)))"_s,
                                    u"sort_desc(topk(5, rate(x[5m])))"_s, u"time() - max(x) > 60"_s, u"sort(up)"_s,
                                    u"{app=\"worker\"} |= `error` | json | line_format \"{{.msg}}\""_s,
                                    u"StormEvents | where State == \"X\" | sort by StartTime | top 10 by Damage | count"_s,
                                    u"status:500 AND service:parcel-api"_s };
        const QStringList runs { u"rm -rf /srv"_s, u"rm\t-rf\t~"_s, u"up | rm -rf ~"_s, u"`rm -rf ~`"_s, u"\\rm -rf ~"_s, u"! rm -rf ~"_s,
                                 u"\"rm\" -rf ~"_s, u"for f in *; do rm -rf $f; done"_s, u"if true; then rm -rf x; fi"_s,
                                 u"up > ~/.ssh/authorized_keys\n> ~/.ssh/authorized_keys"_s, u"reboot"_s, u"up\nsudo systemctl stop x"_s,
                                 u"up $(reboot)"_s, u"DROP TABLE users"_s, u"DELETE FROM sessions"_s, u".drop table Parcels"_s,
                                 u"$ kubectl delete pod x"_s, u"up && curl -X DELETE http://x/"_s };
        for (const QString &text : queries)
            QTest::newRow(qPrintable(text)) << text << true;
        for (const QString &text : runs)
            QTest::newRow(qPrintable(text)) << text << false;
    }

    void tellsAQueryFromWhatAShellRuns()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isQuery);
        QCOMPARE(isQueryText(text), isQuery);
    }

    void readsFixtures_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Testing::fixtures(u"library"_s, { u".md"_s }))
            QTest::newRow(qPrintable(name)) << name;
    }

    void readsFixtures()
    {
        QFETCH(const QString, name);
        const Runbook runbook = runbookOf(Testing::fixture(name));
        const QByteArray actual = QJsonDocument(toJson(readProcedure(runbook, {}))).toJson();
        QVERIFY2(Testing::equalsFixture(actual, name.chopped(3) + u".json"_s),
                 "Look at the .actual file beside the fixture.");
    }

    void losesNoBlock_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &folder : { u"library"_s, u"markdown"_s }) {
            for (const QString &name : Testing::fixtures(folder, { u".md"_s }))
                QTest::newRow(qPrintable(name)) << name;
        }
    }

    void losesNoBlock()
    {
        QFETCH(const QString, name);
        QCOMPARE(Testing::lostLeaves(runbookOf(Testing::fixture(name))), QStringList());
    }

    /** Folders of runbooks named in HANDRAIL_RUNBOOKS, for a look at more than the fixtures. */
    void losesNoBlockInTheWild()
    {
        const QString folder = qEnvironmentVariable("HANDRAIL_RUNBOOKS");
        if (folder.isEmpty())
            QSKIP("HANDRAIL_RUNBOOKS names no folder");
        QDirIterator files(folder, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList lost = Testing::lostLeaves(runbookOf(file.readAll()));
            QVERIFY2(lost.isEmpty(), qPrintable(file.fileName() + u": "_s + lost.join(u'\n')));
        }
    }

    void idsAreUniqueAndStay()
    {
        const QByteArray text = "1. Check it\n2. Check it\n3. Check it\n";
        const Procedure first = readProcedure(runbookOf(text), {});
        QSet<QString> ids;
        for (const Step &step : first.phases.first().steps)
            ids.insert(step.id);
        QCOMPARE(ids.size(), 3);
        QCOMPARE(readProcedure(runbookOf(text), {}), first);
        QVERIFY(first.step(first.phases.first().steps.at(1).id) == &first.phases.first().steps.at(1));
    }

    void readsOneSection_data()
    {
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("steps");
        QTest::newRow("slug") << u"diskfull"_s << u"DiskFull"_s << 2;
        QTest::newRow("explicit") << u"slow-disks"_s << u"DiskSlow"_s << 2;
        QTest::newRow("other writing") << u"Disk-Full"_s << u"DiskFull"_s << 2;
        QTest::newRow("unknown: the whole file") << u"nothing"_s << u"All alerts"_s << 4;
    }

    void readsOneSection()
    {
        QFETCH(const QString, anchor);
        QFETCH(const QString, title);
        QFETCH(const int, steps);
        const Procedure procedure = readProcedure(runbookOf(Testing::fixture(u"library/many-alerts.md"_s)), anchor);
        QCOMPARE(procedure.title, title);
        QCOMPARE(procedure.stepCount(), steps);
    }
};

QTEST_GUILESS_MAIN(TestProcedure)
#include "tst_procedure.moc"
