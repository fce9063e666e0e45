// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/runbookties.h"

#include "catalog/catalogreader.h"
#include "library/runbookfile.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

const QString root = u"/library"_s;

Catalog shop()
{
    Catalog catalog;
    const auto read = [&catalog](const QString &file, const QByteArray &text) {
        if (const auto problems = readCatalogFile(root, file, text, catalog); !problems.isEmpty())
            qFatal("%s", qPrintable(problems.first().text));
    };
    read(u"handrail.yaml"_s, "services:\n"
                             "  - name: parcel-api\n    owner: parcels\n    aliases: [tracking]\n"
                             "  - name: parcel\n    owner: nobody-much\n"
                             "  - name: mailer\n"
                             "  - name: ledger\n    owner: [money, platform]\n");
    read(u"screens/service.datadog.yaml"_s, "schema-version: v2.2\ndd-service: screens\nteam: depots\nlinks:\n"
                                            "  - {name: Blank, type: runbook, url: 'https://wiki.shop.example/runbooks/screens/blank.md'}\n"
                                            "  - {name: Cold, type: runbook, url: 'how-to/cold.md'}\n");
    read(u".github/CODEOWNERS"_s, "/owned/ @shop/docs\n/owned/nobody/\n");
    read(u"clone/CODEOWNERS"_s, "*.md @shop/clone\n");
    return catalog;
}

} // namespace

class TestRunbookTies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tiesToServices_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("declared");
        QTest::addColumn<QStringList>("services");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("reason");

        const QStringList none;
        const QStringList api { u"parcel-api"_s };
        QTest::newRow("front matter") << u"mailer/a.md"_s << QStringList { u"Tracking"_s, u"elsewhere"_s }
                                      << QStringList { u"parcel-api"_s, u"elsewhere"_s } << u"front-matter"_s
                                      << u"its front matter names Tracking, elsewhere"_s;
        QTest::newRow("linked by address") << u"screens/blank.md"_s << none << QStringList { u"screens"_s } << u"catalog"_s
                                           << u"screens/service.datadog.yaml line 5 links to it as a runbook of screens"_s;
        QTest::newRow("linked by path") << u"screens/how-to/cold.md"_s << none << QStringList { u"screens"_s } << u"catalog"_s
                                        << u"screens/service.datadog.yaml line 6 links to it as a runbook of screens"_s;
        QTest::newRow("folder") << u"docs/Parcel API/slow.md"_s << none << api << u"folder"_s << u"it lies in the folder Parcel API"_s;
        QTest::newRow("folder by another name") << u"tracking/old/slow.md"_s << none << api << u"folder"_s
                                                << u"it lies in the folder tracking"_s;
        QTest::newRow("the nearest folder") << u"mailer/parcel-api/slow.md"_s << none << api << u"folder"_s
                                            << u"it lies in the folder parcel-api"_s;
        QTest::newRow("file name") << u"docs/parcel_api-slow.md"_s << none << api << u"file-name"_s
                                   << u"its file is called parcel_api-slow"_s;
        QTest::newRow("no whole word") << u"docs/mailers.md"_s << none << none << u"nothing"_s << QString();
        QTest::newRow("nothing") << u"docs/other.md"_s << none << none << u"nothing"_s << QString();
    }

    void tiesToServices()
    {
        QFETCH(const QString, path);
        QFETCH(const QStringList, declared);
        QFETCH(const QStringList, services);
        QFETCH(const QString, by);
        QFETCH(const QString, reason);
        const RunbookTie tie = servicesOfRunbook({ root, path }, declared, shop());
        QCOMPARE(tie.names, services);
        QCOMPARE(toString(tie.by), by);
        QCOMPARE(tie.reason, reason);
    }

    void findsOwners_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("declared");
        QTest::addColumn<QStringList>("services");
        QTest::addColumn<QStringList>("owners");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("reason");

        const QStringList none;
        QTest::newRow("front matter") << u"owned/a.md"_s << QStringList { u"us"_s } << none << QStringList { u"us"_s }
                                      << u"front-matter"_s << u"its front matter names us"_s;
        QTest::newRow("code owners") << u"owned/a.md"_s << none << QStringList { u"ledger"_s } << QStringList { u"@shop/docs"_s }
                                     << u"code-owners"_s << u".github/CODEOWNERS line 1 names @shop/docs"_s;
        QTest::newRow("nobody on purpose") << u"owned/nobody/ledger.md"_s << none << QStringList { u"ledger"_s } << none
                                           << u"code-owners"_s << u".github/CODEOWNERS line 2 leaves it without an owner"_s;
        QTest::newRow("the nearest CODEOWNERS") << u"clone/owned/a.md"_s << none << none << QStringList { u"@shop/clone"_s }
                                                << u"code-owners"_s << u"clone/CODEOWNERS line 1 names @shop/clone"_s;
        QTest::newRow("its service's") << u"docs/a.md"_s << none << QStringList { u"ledger"_s }
                                       << QStringList { u"money"_s, u"platform"_s } << u"service"_s
                                       << u"its front matter names ledger, so it is about ledger; handrail.yaml line 9 names money and platform as owners"_s;
        QTest::newRow("its folder's service") << u"parcel-api/a.md"_s << none << none << QStringList { u"parcels"_s } << u"service"_s
                                              << u"it lies in the folder parcel-api, so it is about parcel-api; handrail.yaml line 3 names parcels as owner"_s;
        QTest::newRow("a service without an owner") << u"mailer/a.md"_s << none << none << none << u"nothing"_s << QString();
        QTest::newRow("another library") << u"owned/a.md"_s << none << none << none << u"nothing"_s << QString();
    }

    void findsOwners()
    {
        QFETCH(const QString, path);
        QFETCH(const QStringList, declared);
        QFETCH(const QStringList, services);
        QFETCH(const QStringList, owners);
        QFETCH(const QString, by);
        QFETCH(const QString, reason);
        const bool elsewhere = QByteArray(QTest::currentDataTag()) == "another library";
        const RunbookTie tie = ownersOfRunbook({ elsewhere ? u"/other"_s : root, path }, declared, services, shop());
        QCOMPARE(tie.names, owners);
        QCOMPARE(toString(tie.by), by);
        QCOMPARE(tie.reason, reason);
    }

    void scanFindsEveryKindOfFile()
    {
        QTemporaryDir folder;
        const QStringList wanted { u".github/CODEOWNERS"_s,      u".gitlab/CODEOWNERS"_s, u"CODEOWNERS"_s,      u"a/catalog-info.yaml"_s,
                                   u"a/entity.datadog.yaml"_s,   u"a/handrail.yml"_s,     u"a/service-catalog.yml"_s,
                                   u"a/service.datadog.yaml"_s,  u"a/services.yml"_s,     u"a/teams.yml"_s,     u"docs/CODEOWNERS"_s };
        const QStringList others { u".github/PULL_REQUEST.md"_s, u".github/workflows/a.md"_s, u".github/services.yml"_s,
                                   u".hidden/CODEOWNERS"_s, u"a/values.yaml"_s };
        for (const QString &path : wanted + others) {
            QDir(folder.path()).mkpath(QFileInfo(path).path());
            QFile file(folder.filePath(path));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const std::atomic_bool stop = false;
        const auto scan = scanFolder(folder.path(), stop);
        QVERIFY(scan);
        QCOMPARE(scan->catalogs, wanted);
        QVERIFY(scan->files.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunbookTies)
#include "tst_runbookties.moc"
