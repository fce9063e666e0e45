// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/titleline.h"

#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestTitleLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("status");

        const auto row = [](const char *name, const QString &line, const QString &alert,
                            const QString &severity, const QString &status) {
            QTest::newRow(name) << line << alert << severity << status;
        };
        row("group and values", u"[FIRING:2] DiskFull eu-1 (node critical)"_s, u"DiskFull"_s, u"critical"_s,
            u"firing"_s);
        row("no group values", u"[FIRING:1]  (AlwaysFiring warning)"_s, u"AlwaysFiring"_s, u"warning"_s,
            u"firing"_s);
        row("both counts", u"[FIRING:1, RESOLVED:2] DiskFull"_s, u"DiskFull"_s, QString(), u"firing"_s);
        row("prefix of a cluster", u"[eu-1][RESOLVED] DiskFull page"_s, u"DiskFull"_s, u"page"_s,
            u"resolved"_s);
        row("name of several words", u"[RESOLVED] Queue depth high"_s, u"Queue depth high"_s, QString(),
            u"resolved"_s);
        row("bar", u"DOWN | Nightly export"_s, u"Nightly export"_s, QString(), u"firing"_s);
        row("priority", u"[P1] Checkout fails"_s, u"Checkout fails"_s, u"P1"_s, u"unknown"_s);
        row("priority and scope", u"[P2] [Triggered on {host:db-1}] Disk is slow"_s, u"Disk is slow"_s,
            u"P2"_s, u"firing"_s);
        row("icinga", u"[PROBLEM] swap on db-1 is WARNING!"_s, u"swap on db-1"_s, u"WARNING"_s, u"firing"_s);
        row("nagios", u"** RECOVERY Service Alert: web/HTTP is OK **"_s, u"web/HTTP"_s, QString(),
            u"resolved"_s);
        row("sentence", u"we think checkout is slow"_s, QString(), QString(), u"unknown"_s);
        row("down without a mark", u"down the road we should fix this"_s, QString(), QString(), u"unknown"_s);
    }

    void reads()
    {
        QFETCH(const QString, line);
        const TitleLine title = readTitleLine(line);
        QTEST(title.name, "name");
        QTEST(title.severity, "severity");
        QTEST(toString(title.status), "status");
    }
};

QTEST_GUILESS_MAIN(TestTitleLine)
#include "tst_titleline.moc"
