// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/runbookurl.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPaths_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<RunbookUrl>("read");
        const auto row = [](const char *name, const QString &url, const QString &path, const QString &anchor) {
            QTest::newRow(name) << url << RunbookUrl { path, anchor };
        };
        row("blob", u"https://git.example.com/org/repo/blob/main/queue/QueueTooLong.md"_s, u"queue/QueueTooLong.md"_s, {});
        row("gitlab", u"https://git.example.com/a/b/-/blob/v1/queue/x.md#fix"_s, u"queue/x.md"_s, u"fix"_s);
        row("site", u"https://runbooks.example.com/queue/queuetoolong/"_s, u"queue/queuetoolong"_s, {});
        row("relative", u"queue/x.md"_s, u"queue/x.md"_s, {});
        row("name", u"x.md"_s, u"x.md"_s, {});
        row("host alone", u"https://example.com/"_s, {}, {});
        row("nothing", {}, {}, {});
        row("template", u"https://example.com/{{ $labels.alertname }}"_s, u"{{ $labels.alertname }}"_s, {});
    }

    void readsPaths()
    {
        QFETCH(const QString, url);
        QFETCH(const RunbookUrl, read);
        QCOMPARE(readRunbookUrl(url).path, read.path);
        QCOMPARE(readRunbookUrl(url).anchor, read.anchor);
    }

    void looksWhereTeamsPutTheLink()
    {
        Alert alert;
        alert.runbookUrl = u"https://example.com/a"_s;
        alert.annotations = { { u"runbook"_s, u"https://example.com/b"_s }, { u"runbook_note"_s, u"see the wiki"_s } };
        alert.labels = { { u"runbook"_s, u"queue/c.md"_s } };
        QCOMPARE(runbookLinks(alert),
                 QStringList({ u"https://example.com/a"_s, u"https://example.com/b"_s, u"queue/c.md"_s }));
    }
};

QTEST_GUILESS_MAIN(TestRunbookUrl)
#include "tst_runbookurl.moc"
