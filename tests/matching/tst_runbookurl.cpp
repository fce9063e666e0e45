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
        row("a host that is longer in lower case", u"https://\u0130\u0130/queue/x.md"_s, u"queue/x.md"_s, {});
        row("nothing but such a host", u"https://\u0130"_s, {}, {});
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
        row("in angle brackets", u"<https://example.com/queue/x.md>"_s, u"queue/x.md"_s, {});
        row("as markdown", u"[x](https://example.com/queue/x.md)"_s, u"queue/x.md"_s, {});
        row("at the end of a sentence", u"https://example.com/queue/x.md)."_s, u"queue/x.md"_s, {});
        row("lines of a file", u"https://example.com/queue/x.md#L12-L20"_s, u"queue/x.md"_s, {});
        row("too long", u"https://example.com/"_s + u"x"_s.repeated(3000), {}, {});
    }

    void readsPaths()
    {
        QFETCH(const QString, url);
        QFETCH(const RunbookUrl, read);
        QCOMPARE(readRunbookUrl(url).path, read.path);
        QCOMPARE(readRunbookUrl(url).anchor, read.anchor);
    }

    void readsRepositories_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QString &url, const QString &repository, const QString &path) {
            QTest::newRow(name) << url << repository << path;
        };
        row("GitHub", u"https://github.com/shop/payments/blob/main/docs/x.md"_s, u"payments"_s, u"docs/x.md"_s);
        row("GitLab", u"https://gitlab.example.com/shop/ops/payments/-/blob/main/docs/x.md"_s, u"payments"_s, u"docs/x.md"_s);
        row("Gitea", u"https://git.example.com/shop/payments/src/branch/main/x.md"_s, u"payments"_s, u"x.md"_s);
        row("Bitbucket", u"https://bitbucket.org/shop/payments/src/main/x.md?at=main"_s, u"payments"_s, u"x.md"_s);
        row("raw", u"https://raw.githubusercontent.com/shop/payments/main/docs/x.md"_s, u"payments"_s, u"docs/x.md"_s);
        row("Azure", u"https://dev.azure.com/shop/p/_git/payments?path=/docs/x.md&version=GBmain"_s, u"payments"_s, u"docs/x.md"_s);
        row("a site with such a folder", u"https://runbooks.example.com/src/payments/x"_s, {}, u"src/payments/x"_s);
        row("a path with such a folder", u"docs/a/blob/main/x.md"_s, {}, u"docs/a/blob/main/x.md"_s);
    }

    void readsRepositories()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, repository);
        QFETCH(const QString, path);
        QCOMPARE(readRunbookUrl(url).repository, repository);
        QCOMPARE(readRunbookUrl(url).path, path);
    }

    void fitsAFile_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("path");
        QTest::addColumn<LinkFit>("fit");
        const auto row = [](const char *name, const QString &link, const QString &path, LinkFit fit) { QTest::newRow(name) << link << path << fit; };
        const QString path = u"docs/queue/x.md"_s;
        row("the same", u"docs/queue/x.md"_s, path, LinkFit::File);
        row("its end", u"queue/x.html"_s, path, LinkFit::File);
        row("its name", u"X"_s, path, LinkFit::File);
        row("another file", u"docs/queue/y.md"_s, path, LinkFit::None);
        row("another folder", u"docs/ledger/x.md"_s, path, LinkFit::Elsewhere);
        row("another folder further up", u"teams/queue/x.md"_s, path, LinkFit::Elsewhere);
        row("the library's own folder", u"https://example.com/shop/queue/x.md"_s, u"queue/x.md"_s, LinkFit::File);
        row("a site", u"https://runbooks.example.com/queue/x/"_s, path, LinkFit::File);
        row("a site with more above", u"https://example.com/ops/en/docs/queue/x"_s, path, LinkFit::File);
        row("a site that leaves out its docs", u"https://docs.example.com/shop/queue/x/"_s, path, LinkFit::File);
        row("a site with another folder", u"https://docs.example.com/shop/queue/x/"_s, u"teams/queue/x.md"_s, LinkFit::Elsewhere);
        row("another repository of the same folder", u"https://github.com/o/runbooks/blob/main/docs/queue/x.md"_s, path, LinkFit::File);
        row("another repository of the same docs", u"https://github.com/o/payments/blob/main/docs/x.md"_s, u"docs/x.md"_s, LinkFit::Perhaps);
        row("a page of any site", u"https://example.com/x"_s, path, LinkFit::Perhaps);
        row("a page of any site, a library without folders", u"https://example.com/a/b/troubleshooting.html"_s, u"troubleshooting.md"_s, LinkFit::Perhaps);
        row("a telling name, a library without folders", u"https://example.com/queue-too-long"_s, u"queue-too-long.md"_s, LinkFit::File);
        row("a file of any site", u"https://example.com/queue.md"_s, u"queue.md"_s, LinkFit::File);
        row("its repository", u"https://github.com/o/shop/blob/main/docs/queue/x.md"_s, path, LinkFit::File);
        row("a folder called like its repository", u"https://github.com/o/queue/blob/main/x.md"_s, path, LinkFit::File);
        row("another repository", u"https://github.com/o/payments/blob/main/queue/x.md"_s, path, LinkFit::Perhaps);
        row("another repository's page", u"https://github.com/o/payments/blob/main/README.md"_s, u"README.md"_s, LinkFit::Perhaps);
        row("its repository's page", u"https://github.com/o/shop/blob/main/README.md"_s, u"README.md"_s, LinkFit::File);
        row("a folder's page", u"https://github.com/o/shop/tree/main/docs/queue"_s, u"docs/queue/README.md"_s, LinkFit::File);
        row("a copy under another name", u"https://github.com/o/runbooks/blob/main/queue-too-long.md"_s, u"queue-too-long.md"_s, LinkFit::File);
        row("a question", u"https://example.com/docs/queue/x?alert=Y"_s, path, LinkFit::Perhaps);
        row("a branch asked for", u"https://example.com/docs/queue/x.md?ref=main&utm_source=mail"_s, path, LinkFit::File);
        row("other numbers", u"docs/k8s-11.1.md"_s, u"docs/k8s-1-11.md"_s, LinkFit::Elsewhere);
        row("another sign", u"docs/c"_s, u"docs/c++.md"_s, LinkFit::Elsewhere);
    }

    void fitsAFile()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, path);
        QFETCH(const LinkFit, fit);
        QCOMPARE(int(fitOf(readRunbookUrl(link), { u"/home/ada/shop"_s, path })), int(fit));
    }

    void takesNoPlaceholderForALink()
    {
        Alert alert;
        alert.annotations = { { u"runbook"_s, u"TBD"_s }, { u"runbook_url"_s, u"N/A"_s }, { u"runbook_owner"_s, u"redis"_s },
                              { u"runbook_index"_s, u"docs/README.md"_s }, { u"old_runbook"_s, u"docs/old.md"_s },
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
