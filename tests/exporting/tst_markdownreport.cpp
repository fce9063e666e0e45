// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/markdownreport.h"
#include "exporting/markdowntext.h"
#include "incident/entries.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** The report as a file to hand on: compared with tests/data/exporting. */
class TestMarkdownReport : public QObject
{
    Q_OBJECT

    const QDateTime m_start = QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC();

    EntryContext at(int seconds, const QString &who = u"ada"_s) const { return { u"i1"_s, who, m_start.addSecs(seconds) }; }

    TimelineEntry started(const QString &title, const QJsonObject &alert, const QString &pasted) const
    {
        return startedEntry(at(0), title, u"checkout"_s, u"critical"_s, alert, pasted);
    }

    static OpenedRunbook runbook()
    {
        OpenedRunbook opened;
        opened.root = u"/ops"_s;
        opened.path = u"checkout/errors.md"_s;
        opened.anchor = u"high-error-rate"_s;
        opened.title = u"High error rate"_s;
        opened.sha256 = QByteArray(32, 'a') + QByteArray(32, 'b');
        opened.stepCount = 4;
        return opened;
    }

    Incident whole() const
    {
        const QJsonObject alert = {
            { u"name"_s, u"CheckoutErrorRate"_s },
            { u"service"_s, u"checkout"_s },
            { u"severity"_s, u"page"_s },
            { u"status"_s, u"firing"_s },
            { u"startsAt"_s, u"2026-11-23T02:14:00.000Z"_s },
            { u"endsAt"_s, QJsonValue::Null },
            { u"source"_s, u"Alertmanager"_s },
            { u"labels"_s, QJsonObject { { u"alertname"_s, u"CheckoutErrorRate"_s }, { u"pod_name"_s, u"checkout-7d9f"_s } } },
            { u"annotations"_s, QJsonObject { { u"summary"_s, u"5 % of *all* requests fail"_s } } },
            { u"links"_s, QJsonArray { u"https://grafana.example/d/1"_s } },
            { u"runbookUrl"_s, u"https://wiki.example/errors"_s },
            { u"fingerprint"_s, u"0f1e2d"_s },
        };
        return foldIncident({
            started(u"Checkout error rate"_s, alert, u"[FIRING:1] CheckoutErrorRate\npod_name=checkout-7d9f\n"_s),
            runbookOpenedEntry(at(20), runbook()),
            stepEntry(at(80), u"s1"_s, 1, u"Look at the error rate"_s, u"done"_s, {}),
            noteEntry(at(95), NoteKind::Finding, u"Errors began with the 02:10 deploy.\nOnly in eu-1."_s),
            commandCopiedEntry(at(120), u"s2"_s, 2, u"kubectl rollout undo deploy/checkout"_s, u"change"_s),
            valueTypedEntry(at(121), u"namespace"_s, u"shop"_s),
            stepEntry(at(200), u"s2"_s, 2, u"Roll back"_s, u"failed"_s, u"no rights in `shop`"_s),
            noteEntry(at(230, u"grace"_s), NoteKind::Question, u"Who may roll back at night?"_s),
            stepEntry(at(300), u"s3"_s, 3, u"Page the owner"_s, u"skipped"_s, {}),
            stepEntry(at(310), u"s3"_s, 3, u"Page the owner"_s, u"todo"_s, {}),
            commandCopiedEntry(at(400), u"s4"_s, 4, u"kubectl get pods \\\n  -n shop"_s, u"read"_s),
            plainEntry(at(1891), TimelineEntry::Kind::Resolved),
        });
    }

    Incident hostile() const
    {
        const QJsonObject alert = {
            { u"name"_s, u"<img src=x> [a](javascript:b)"_s },
            { u"labels"_s,
              QJsonObject { { u"password"_s, u"hunter2"_s }, { u"host"_s, QString(u"db"_s + QChar(0x202e) + u"gpj"_s) } } },
            { u"links"_s, QJsonArray { u"https://user:hunter2@grafana.example/`x`"_s } },
        };
        TimelineEntry strange = plainEntry(at(9), TimelineEntry::Kind::Unknown);
        strange.kindName = u"from-the-future"_s;
        return foldIncident({
            started(u"# Not a heading\nreally"_s, alert,
                    u"```\nalert\x1b[31m red\r\n````\n<script>\nAKIA"_s + u"IOSFODNN7EXAMPLE\n\n"_s),
            noteEntry(at(1), NoteKind::Note,
                      u"# heading\n- item\n1. one\n> quote\n====\n| a | b |\n&lt; snake_case _em_ ~~x~~"_s),
            noteEntry(at(2), NoteKind::Note, u"NAME   READY\n  pod   1/1 ``` <b>"_s),
            commandCopiedEntry(at(3), {}, 1, u"echo `date`"_s, u"read"_s),
            strange,
        });
    }

private Q_SLOTS:
    void wholeIncident() { QVERIFY(Testing::equalsFixture(markdownReport(whole()).toUtf8(), u"exporting/whole.md"_s)); }

    void hostileTextReadsAsText()
    {
        QVERIFY(Testing::equalsFixture(markdownReport(hostile()).toUtf8(), u"exporting/hostile.md"_s));
    }

    void withoutAlertAndNotes()
    {
        const QString report = markdownReport(foldIncident({ started(u"Odd latency"_s, {}, {}) }));
        QVERIFY(Testing::equalsFixture(report.toUtf8(), u"exporting/short.md"_s));
    }

    void laterWordsOfAnIncident()
    {
        TimelineEntry note = noteEntry(at(5), NoteKind::Finding, u"eu-1 is down"_s);
        note.id = u"n1"_s;
        note.recordedAt = m_start.addSecs(1205);
        const QString report = markdownReport(foldIncident({
            started(u"Odd latency"_s, {}, {}),
            note,
            noteCorrectedEntry(at(1300), u"n1"_s, NoteKind::Finding, u"eu-2 is down"_s),
            severityChangedEntry(at(1400), u"high"_s, u"critical"_s),
            plainEntry(at(1500, u"grace"_s), TimelineEntry::Kind::Claimed),
            clockJumpedEntry(at(1600), -3600000),
            fileAttachedEntry(at(1700), { u"graph *1*.png"_s, 123456, QByteArray(64, 'a'), u"image/png"_s }),
        }));
        QVERIFY(Testing::equalsFixture(report.toUtf8(), u"exporting/laterwords.md"_s));
    }

    void code_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"ls"_s << u"`ls`"_s;
        QTest::newRow("tick") << u"a `b` c"_s << u"``a `b` c``"_s;
        QTest::newRow("tick at the end") << u"`b`"_s << u"`` `b` ``"_s;
        QTest::newRow("nothing") << u""_s << u"`  `"_s;
    }

    void code()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(MarkdownText::code(text), expected);
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"Checkout error rate"_s << u"2026-11-23-checkout-error-rate.md"_s;
        QTest::newRow("path") << u"../../etc/passwd"_s << u"2026-11-23-etc-passwd.md"_s;
        QTest::newRow("accents") << u"Überlast: café"_s << u"2026-11-23-uberlast-cafe.md"_s;
        QTest::newRow("other script") << u"Заказы"_s << u"2026-11-23-incident.md"_s;
        QTest::newRow("nothing") << u""_s << u"2026-11-23-incident.md"_s;
        QTest::newRow("long") << QString(300, u'a') << u"2026-11-23-"_s + QString(60, u'a') + u".md"_s;
    }

    void fileNames()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, expected);
        QCOMPARE(reportFileName(foldIncident({ started(title, {}, {}) })), expected);
    }
};

QTEST_GUILESS_MAIN(TestMarkdownReport)
#include "tst_markdownreport.moc"
