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
        row("template in place of a port", u"https://host:port/queue/x.md#fix"_s, u"queue/x.md"_s, u"fix"_s);
        row("template in place of a host", u"https://{{ $externalHost }}/queue/x"_s, u"queue/x"_s, {});
        row("host without scheme", u"wiki.example.com:8080/queue/x"_s, u"queue/x"_s, {});
        row("file", u"file:///home/ada/runbooks/queue/x.md"_s, u"home/ada/runbooks/queue/x.md"_s, {});
        row("file of another system", u"C:\\runbooks\\queue\\x.md"_s, u"runbooks/queue/x.md"_s, {});
        row("page of a site that is one page", u"https://example.com/wiki/#/queue/x"_s, u"queue/x"_s, {});
        row("page of a wiki", u"https://wiki.example.com/index.php?title=Queue_too_long#Fix"_s, u"Queue_too_long"_s, u"Fix"_s);
        row("page by an identifier", u"https://wiki.example.com/pages/viewpage.action?pageId=4711"_s, u"pages/viewpage.action"_s, {});
        row("roundabout", u"https://example.com//docs/./a/../queue/x.md/"_s, u"docs/queue/x.md"_s, {});
        row("up and down", u"../queue/./x.md"_s, u"queue/x.md"_s, {});
        row("encoded", u"https://example.com/queue/too%20long%23.md"_s, u"queue/too long#.md"_s, {});
        row("repository", u"https://git.example.com/o/r/tree/main"_s, {}, {});
        row("folder called like a branch's", u"tree/main/x.md"_s, u"tree/main/x.md"_s, {});
        row("mail", u"mailto:ops@example.com"_s, {}, {});
        row("script", u"javascript:alert(1)"_s, {}, {});
        row("another program's", u"slack://channel?id=1"_s, {}, {});
        row("too long", u"https://example.com/"_s + u"x"_s.repeated(3000), {}, {});
    }

    void readsPaths()
    {
        QFETCH(const QString, url);
        QFETCH(const RunbookUrl, read);
        QCOMPARE(readRunbookUrl(url).path, read.path);
        QCOMPARE(readRunbookUrl(url).anchor, read.anchor);
    }

    void leadsToAFile_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("leads");
        QTest::newRow("the same") << u"docs/queue/x.md"_s << true;
        QTest::newRow("its end") << u"queue/x.html"_s << true;
        QTest::newRow("its name") << u"X"_s << true;
        QTest::newRow("with more above") << u"https://example.com/o/r/docs/queue/x"_s << true;
        QTest::newRow("another folder") << u"docs/ledger/x.md"_s << false;
        QTest::newRow("another folder further up") << u"teams/queue/x.md"_s << false;
        QTest::newRow("another file") << u"docs/queue/y.md"_s << false;
    }

    void leadsToAFile()
    {
        QFETCH(const QString, link);
        QFETCH(const bool, leads);
        QCOMPARE(leadsTo(readRunbookUrl(link), u"docs/queue/x.md"_s), leads);
    }

    void takesNoPlaceholderForALink()
    {
        Alert alert;
        alert.annotations = { { u"runbook"_s, u"TBD"_s }, { u"runbook_url"_s, u"N/A"_s }, { u"runbook_owner"_s, u"redis"_s },
                              { u"runbook_name"_s, u"queue-too-long"_s } };
        QCOMPARE(runbookLinks(alert), QStringList { u"queue-too-long"_s });
        alert.runbookUrl = u"-"_s;
        QCOMPARE(runbookLinks(alert), QStringList { u"queue-too-long"_s });
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
