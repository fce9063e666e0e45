// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/linkpolicy.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestLinkPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnlyWhatIsKnownHarmless_data()
    {
        using Kind = LinkVerdict::Kind;
        QTest::addColumn<QString>("target");
        QTest::addColumn<LinkVerdict::Kind>("kind");

        QTest::newRow("https") << u"https://grafana.example/d/1?x=%20"_s << Kind::Web;
        QTest::newRow("mail") << u"mailto:ops@example.example"_s << Kind::Mail;
        QTest::newRow("anchor") << u"#mitigation"_s << Kind::Anchor;
        QTest::newRow("another runbook") << u"../ledger/backup.md#step-2"_s << Kind::Relative;
        for (const char *hostile : { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
                                     " https://x.example", "ssh://-oProxyCommand=touch", "smb://host/share", "ms-msdt:/id", "jar:x",
                                     "vscode://x", "tel:1", "data:text/html,x", "file:///etc/passwd", "qrc:/x", "//host/share/x.md",
                                     "https://user:pw@grafana.example/", "https://", "http:\\\\x", "a.desktop", "run.sh", ".", "" })
            QTest::newRow(qPrintable(u"refuses "_s + QString::fromLatin1(hostile))) << QString::fromLatin1(hostile) << Kind::Refused;
    }

    void opensOnlyWhatIsKnownHarmless()
    {
        QFETCH(const QString, target);
        QFETCH(const LinkVerdict::Kind, kind);
        const LinkVerdict verdict = judgeLink(target);
        QCOMPARE(verdict.kind, kind);
        QCOMPARE(verdict.reason.isEmpty(), kind != LinkVerdict::Kind::Refused);
    }

    void showsHostsAsPunycode()
    {
        QCOMPARE(judgeLink(u"https://gr\u0430fana.example/"_s).host, u"xn--grfana-4nf.example"_s);
    }
};

QTEST_GUILESS_MAIN(TestLinkPolicy)
#include "tst_linkpolicy.moc"
