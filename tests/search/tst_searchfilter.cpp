// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/runbookindex.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestSearchFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsThroughWhatFits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isLetThrough");
        QTest::newRow("no filter") << u"words"_s << true;
        QTest::newRow("service, a part of it") << u"service:CHECK"_s << true;
        QTest::newRow("another service") << u"service:search"_s << false;
        QTest::newRow("one of two owners") << u"owner:platform"_s << true;
        QTest::newRow("tag") << u"tag:disk"_s << true;
        QTest::newRow("path") << u"path:ops/"_s << true;
        QTest::newRow("alert") << u"alert:DiskFull"_s << true;
        QTest::newRow("all must fit") << u"alert:DiskFull owner:nobody"_s << false;
        QTest::newRow("left out") << u"-owner:platform"_s << false;
        QTest::newRow("nothing to leave out") << u"-owner:search"_s << true;
        QTest::newRow("not yet typed") << u"owner:"_s << true;
        QTest::newRow("not yet typed, leaving out") << u"-owner:"_s << true;
    }

    void letsThroughWhatFits()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, isLetThrough);
        RunbookEntry runbook;
        runbook.ref = { u"/library"_s, u"ops/disk.md"_s };
        runbook.services = { u"checkout"_s };
        runbook.owners = { u"payments"_s, u"platform"_s };
        runbook.tags = { u"disk"_s };
        runbook.alerts = { u"NodeDiskFull"_s };
        QCOMPARE(fits(runbook, parseQuery(typed).filters), isLetThrough);
    }
};

QTEST_GUILESS_MAIN(TestSearchFilter)
#include "tst_searchfilter.moc"
