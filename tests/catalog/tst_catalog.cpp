// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "support/testing.h"

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

Service service(const QString &name, const QString &owner, const QStringList &dependsOn = {})
{
    Service result;
    result.name = name;
    result.owner = owner;
    result.dependsOn = dependsOn;
    result.source = { u"handrail.yaml"_s, 7 };
    return result;
}

Catalog shop()
{
    Catalog catalog;
    Team payments;
    payments.name = u"payments"_s;
    payments.contact = u"#payments"_s;
    catalog.add(payments);
    catalog.add(service(u"checkout"_s, u"payments"_s, { u"ledger-db"_s }));
    Service ledger = service(u"ledger"_s, u"platform"_s);
    ledger.aliases = { u"ledger-db"_s };
    catalog.add(ledger);
    catalog.add(service(u"mailer"_s, {}));
    return catalog;
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNameAndAlias()
    {
        const Catalog catalog = shop();
        QCOMPARE(catalog.find(u"Ledger"_s)->name, u"ledger"_s);
        QCOMPARE(catalog.find(u"LEDGER-DB"_s)->name, u"ledger"_s);
        QVERIFY(!catalog.find(u"led"_s));
        QCOMPARE(catalog.dependents(u"ledger"_s), QStringList { u"checkout"_s }); // also when it names an alias
    }

    void firstSourceWinsAndLaterOnesFillIn()
    {
        Catalog catalog = shop();
        Service again = service(u"Mailer"_s, u"growth"_s);
        again.description = u"Sends mail"_s;
        again.source = { u"catalog-info.yaml"_s, 3 };
        catalog.add(again);
        catalog.add(service(u"ledger"_s, u"somebody"_s));
        QCOMPARE(catalog.services().size(), 3);
        QCOMPARE(catalog.find(u"mailer"_s)->owner, u"growth"_s);
        QCOMPARE(catalog.find(u"mailer"_s)->description, u"Sends mail"_s);
        QCOMPARE(catalog.find(u"mailer"_s)->source.file, u"catalog-info.yaml"_s); // it is where the owner stands
        QCOMPARE(catalog.find(u"ledger"_s)->owner, u"platform"_s);
    }

    void believesSourcesInAFixedOrder()
    {
        const auto claim = [](CatalogClaim::Fact fact, const QString &value, CatalogKind kind, int line) {
            return CatalogClaim { fact, value, {}, { u"file"_s, line }, kind, 0 };
        };
        using Fact = CatalogClaim::Fact;
        const QList<CatalogClaim> list { claim(Fact::Listed, u"Mailer"_s, CatalogKind::ServiceList, 1),
                                         claim(Fact::Owner, u"growth"_s, CatalogKind::ServiceList, 2),
                                         claim(Fact::Owner, u"ops"_s, CatalogKind::ServiceList, 2) };
        const QList<CatalogClaim> own { claim(Fact::Listed, u"mailer"_s, CatalogKind::Handrail, 3),
                                        claim(Fact::Owner, u"@shop/platform"_s, CatalogKind::Handrail, 4) };
        const QList<CatalogClaim> same { claim(Fact::Listed, u"mailer"_s, CatalogKind::Backstage, 5),
                                         claim(Fact::Owner, u"Platform"_s, CatalogKind::Backstage, 6) };
        QList<QList<CatalogClaim>> entries { list, own, same };
        for (int turn = 0; turn < 3; ++turn) {
            Catalog catalog;
            for (const QList<CatalogClaim> &entry : std::as_const(entries))
                catalog.addService(entry);
            const Service service = catalog.services().first();
            QCOMPARE(service.name, u"mailer"_s);
            QCOMPARE(service.owner, u"@shop/platform"_s);
            QCOMPARE(service.claims.size(), 7); // nothing is lost
            const QList<Contradiction> contradictions = catalog.contradictions();
            QCOMPARE(contradictions.size(), 1);
            QVERIFY(contradictions.first().fact == Fact::Owner);
            QCOMPARE(contradictions.first().claims.size(), 3); // Backstage's Platform is the same team
            QCOMPARE(contradictions.first().claims.first().value, u"@shop/platform"_s);
            QCOMPARE(catalog.ownershipOf(u"mailer"_s, { u"platform"_s }).reason,
                     u"file line 4 names @shop/platform as owner; file line 2 names growth; file line 2 names ops"_s);
            QCOMPARE(toString(catalog.ownershipOf(u"mailer"_s, { u"platform"_s }).concerns), u"mine"_s);
            const Ownership growth = catalog.ownershipOf(u"mailer"_s, { u"growth"_s }); // one says so, the other does not
            QCOMPARE(toString(growth.concerns), u"unknown"_s);
            QCOMPARE(growth.mineElsewhere, u"growth"_s);
            QCOMPARE(toString(catalog.ownershipOf(u"mailer"_s, { u"legal"_s }).concerns), u"others"_s);
            std::rotate(entries.begin(), entries.begin() + 1, entries.end());
        }
    }

    void survivesCircles()
    {
        Catalog catalog;
        Service a = service(u"a"_s, {}, { u"b"_s });
        a.partOf = u"b"_s;
        Service b = service(u"b"_s, {}, { u"a"_s });
        b.partOf = u"a"_s;
        catalog.add(a);
        catalog.add(b);
        QVERIFY(catalog.ownershipOf(u"a"_s, { u"us"_s }).owner.isEmpty());
        QCOMPARE(catalog.dependents(u"a"_s), QStringList { u"b"_s });
    }

    void factsWaitForTheirService()
    {
        Catalog catalog;
        catalog.addFact(u"Late"_s, { CatalogClaim::Fact::DependsOn, u"early"_s, {}, {}, CatalogKind::Backstage, 0 });
        QVERIFY(catalog.services().isEmpty());
        catalog.add(service(u"late"_s, {}));
        QCOMPARE(catalog.find(u"late"_s)->dependsOn, QStringList { u"early"_s });
    }

    void saysWhoseItIs_data()
    {
        using Concerns = Ownership::Concerns;
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("myTeams");
        QTest::addColumn<Ownership::Concerns>("concerns");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("reason");

        const QStringList payments { u"Payments"_s };
        QTest::newRow("mine") << u"checkout"_s << payments << Concerns::Mine << u"payments"_s
                              << u"handrail.yaml line 7 names payments as owner"_s;
        QTest::newRow("my dependency") << u"ledger-db"_s << payments << Concerns::MyDependency << u"platform"_s
                                       << u"handrail.yaml line 7 names platform as owner; your checkout depends on it"_s;
        QTest::newRow("others") << u"checkout"_s << QStringList { u"growth"_s } << Concerns::Others << u"payments"_s
                                << u"handrail.yaml line 7 names payments as owner"_s;
        QTest::newRow("no owner") << u"mailer"_s << payments << Concerns::Unknown << QString()
                                  << u"handrail.yaml line 7 lists mailer without an owner"_s;
        QTest::newRow("no teams of mine") << u"checkout"_s << QStringList() << Concerns::Unknown << u"payments"_s
                                          << u"handrail.yaml line 7 names payments as owner"_s;
        QTest::newRow("not listed") << u"search"_s << payments << Concerns::Unknown << QString()
                                    << u"no catalogue lists search"_s;
        QTest::newRow("no service") << QString() << payments << Concerns::Unknown << QString()
                                    << u"the alert names no service"_s;
    }

    void saysWhoseItIs()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, myTeams);
        QFETCH(const Ownership::Concerns, concerns);
        QFETCH(const QString, owner);
        QFETCH(const QString, reason);
        const Ownership ownership = shop().ownershipOf(name, myTeams);
        QCOMPARE(toString(ownership.concerns), toString(concerns));
        QCOMPARE(ownership.owner, owner);
        QCOMPARE(ownership.reason, reason);
    }

    void givesTheTeamsContact()
    {
        QCOMPARE(shop().ownershipOf(u"checkout"_s, {}).contact, u"#payments"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
