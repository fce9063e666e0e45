// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestCatalogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHandrailYaml()
    {
        Catalog catalog;
        const auto problems
            = readCatalogFile({}, u"handrail.yaml"_s, Testing::fixture(u"catalog/handrail/shop.yaml"_s), catalog);

        QCOMPARE(catalog.services().size(), 3);
        const Service *checkout = catalog.find(u"checkout"_s);
        QVERIFY(checkout);
        QCOMPARE(checkout->description, u"Takes the order and the money"_s);
        QCOMPARE(checkout->owner, u"payments"_s);
        QCOMPARE(checkout->aliases, QStringList({ u"checkout-api"_s, u"checkout-web"_s }));
        QCOMPARE(checkout->dependsOn, QStringList { u"ledger"_s });
        QCOMPARE(checkout->dashboards,
                 QList<DashboardLink>({ { u"Orders"_s, u"https://grafana.example.com/d/orders"_s } }));
        QCOMPARE(checkout->source, (FactSource { u"handrail.yaml"_s, 9 }));
        QVERIFY(catalog.find(u"mailer"_s)); // a bare name is a service without facts
        QCOMPARE(catalog.teams().size(), 2);

        QList<int> lines;
        for (const Problem &problem : problems) {
            QVERIFY(problem.text.startsWith(u"handrail.yaml: "));
            lines.append(problem.line);
        }
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, QList<int>({ 16, 20, 21 })); // no url, unknown key, no name
    }

    void readsBackstage()
    {
        Catalog catalog;
        const auto problems
            = readCatalogFile({}, u"catalog-info.yaml"_s, Testing::fixture(u"catalog/backstage/shop.yaml"_s), catalog);

        QCOMPARE(catalog.services().size(), 1);
        const Service checkout = catalog.services().first();
        QCOMPARE(checkout.name, u"checkout"_s);
        QCOMPARE(checkout.owner, u"payments"_s);
        QCOMPARE(checkout.aliases, QStringList { u"Checkout page"_s });
        QCOMPARE(checkout.dependsOn, QStringList({ u"ledger"_s, u"orders-db"_s }));
        QCOMPARE(checkout.dashboards.size(), 1);
        QCOMPARE(checkout.source.line, 16);
        QCOMPARE(catalog.teams().size(), 2); // a user may own things too
        QCOMPARE(catalog.findTeam(u"Payments"_s)->contact, u"payments@example.com"_s);
        QCOMPARE(problems.size(), 1); // the resource without a name
    }

    void survivesAnything_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");

        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("a list") << QByteArray("- a\n- b\n") << 1;
        QTest::newRow("a word") << QByteArray("services") << 1;
        QTest::newRow("services are no list") << QByteArray("services: many\n") << 1;
        QTest::newRow("not closed") << QByteArray("services: [\n") << -1;
        QTest::newRow("an alias") << QByteArray("services: &a\n  - name: x\nteams: *a\n") << 1;
        QTest::newRow("a tag") << QByteArray("services: !!python/object x\n") << 1;
        QTest::newRow("deep") << QByteArray("a: ") + QByteArray(100'000, '[') << 1;
        QTest::newRow("large") << QByteArray(2 * 1024 * 1024, 'a') << 1;
        QTest::newRow("billion laughs") << QByteArray("a: &a [x,x]\nb: &b [*a,*a]\nservices: [*b,*b]\n") << 1;
        QTest::newRow("10 MB") << QByteArray(10 * 1024 * 1024, '-') << 1;
        QTest::newRow("NUL") << QByteArray("services:\n  - \0\0\n", 16) << 2;
        QTest::newRow("a map where a list should be") << QByteArray("services:\n  a: 1\n  b: 2\n") << 2;
        QTest::newRow("keys that are lists") << QByteArray("services:\n  - ? [a]\n    : b\n") << 2;
        QTest::newRow("not text") << QByteArray("\xff\xfe\x00\x01", 4) << -1;
    }

    void survivesAnything()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, line);
        Catalog catalog;
        const auto problems = readCatalogFile({}, u"handrail.yaml"_s, bytes, catalog);
        QVERIFY(catalog.services().isEmpty());
        if (line == 0)
            QVERIFY(problems.isEmpty());
        else
            QVERIFY(!problems.isEmpty());
        if (line > 0)
            QCOMPARE(problems.first().line, line);
        for (const Problem &problem : problems)
            QVERIFY(problem.text.startsWith(u"handrail.yaml: "));
    }

    void codeOwnersSurviveAnything_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("10 MB") << QByteArray(10 * 1024 * 1024, '*');
        QTest::newRow("stars") << QByteArray("*a").repeated(100'000) + " @x\n";
        QTest::newRow("folders") << QByteArray("**/").repeated(100'000) + " @x\n";
        QTest::newRow("sections") << QByteArray("[a]\n^[b]\n[").repeated(50'000);
        QTest::newRow("ranges") << QByteArray("[x]\n") + QByteArray("/[a-").repeated(50'000) + "\n";
        QTest::newRow("exclusions") << QByteArray("[x]\n") + QByteArray("!*.md\n").repeated(50'000);
        QTest::newRow("nobody") << QByteArray("/\n!\n\\\n[]\n[ ]\n^\n#\n*\n");
        QTest::newRow("not text") << QByteArray("\xff\xfe\x00\x01 * @\x04x\n\0\0", 13);
    }

    void codeOwnersSurviveAnything()
    {
        QFETCH(const QByteArray, bytes);
        Catalog catalog;
        readCatalogFile(u"/library"_s, u".gitlab/CODEOWNERS"_s, bytes, catalog);
        readCatalogFile(u"/library"_s, u"CODEOWNERS"_s, bytes, catalog);
        const RunbookRef runbook { u"/library"_s, u"a/b/c/d/"_s.repeated(20) + u"a"_s.repeated(200) + u".md"_s };
        if (const CodeOwners *owners = catalog.codeOwnersOf(runbook))
            owners->ownersOf(runbook);
    }
};

QTEST_GUILESS_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
