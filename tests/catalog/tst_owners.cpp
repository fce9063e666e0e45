// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"
#include "catalog/runbookties.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

/** What there is to get wrong about a service; each is made twenty times. */
enum class Trap {
    ListedOnce, ///< handrail.yaml alone
    OnlyBackstage,
    OnlyDatadog,
    OnlyServiceList,
    SameByTwoNames, ///< two sources, one owner written in two ways
    Contradicted, ///< two sources, two owners
    WithoutOwner,
    NotListed,
    ByAlias,
    PartOfSystem,
};
constexpr int traps = 10;
constexpr int ofEach = 20;

QString nameOf(int i)
{
    return u"svc-%1"_s.arg(i);
}

QString teamOf(int i)
{
    return u"team-%1"_s.arg(i % 7);
}

/** The files of a company with 200 services, written by rule, so that what is right is known without reading them. */
class Company
{
public:
    Company()
    {
        QByteArray own = "services:\n";
        QByteArray list = "services:\n";
        for (int i = 0; i < traps * ofEach; ++i) {
            const QByteArray name = nameOf(i).toUtf8();
            const QByteArray team = teamOf(i).toUtf8();
            switch (Trap(i % traps)) {
            case Trap::ListedOnce:
                own += "  - name: " + name + "\n    owner: " + team + "\n";
                break;
            case Trap::OnlyBackstage:
                backstage(i, teamOf(i));
                break;
            case Trap::OnlyDatadog:
                read(u"%1/service.datadog.yaml"_s.arg(nameOf(i)), "schema-version: v2.2\ndd-service: " + name + "\nteam: " + team + "\n");
                break;
            case Trap::OnlyServiceList:
                list += "  - name: " + name + "\n    team: " + team + "\n";
                break;
            case Trap::SameByTwoNames:
                own += "  - name: " + name + "\n    owner: \"@shop/" + team + "\"\n";
                backstage(i, u"group:default/"_s + teamOf(i));
                break;
            case Trap::Contradicted:
                own += "  - name: " + name + "\n    owner: " + team + "\n";
                backstage(i, u"somebody-else"_s);
                break;
            case Trap::WithoutOwner:
                own += "  - name: " + name + "\n";
                break;
            case Trap::NotListed:
                break;
            case Trap::ByAlias:
                own += "  - name: real-" + name + "\n    owner: " + team + "\n    aliases: [" + name + "]\n";
                break;
            case Trap::PartOfSystem:
                own += "  - name: " + name + "\n    part_of: system-" + name + "\n  - name: system-" + name + "\n    owner: " + team + "\n";
                break;
            }
        }
        read(u"handrail.yaml"_s, own);
        read(u"service-catalog.yml"_s, list);
    }

    const Catalog &catalog() const { return m_catalog; }
    const QList<Problem> &problems() const { return m_problems; }

private:
    void backstage(int i, const QString &owner)
    {
        read(u"%1/catalog-info.yaml"_s.arg(nameOf(i)),
             "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + nameOf(i).toUtf8()
                 + "\nspec:\n  type: service\n  owner: " + owner.toUtf8() + "\n");
    }

    void read(const QString &path, const QByteArray &text) { m_problems += readCatalogFile(u"/l"_s, path, text, m_catalog); }

    Catalog m_catalog;
    QList<Problem> m_problems;
};

} // namespace

/** The right owner, or none with the reason: a wrong one wakes the wrong people. */
class TestOwners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyServiceHasItsOwnerOrAReason()
    {
        const Company company;
        for (const Problem &problem : company.problems())
            QFAIL(qPrintable(problem.text));
        for (int i = 0; i < traps * ofEach; ++i) {
            const Ownership ownership = company.catalog().ownershipOf(nameOf(i), { u"team-3"_s });
            const Trap trap = Trap(i % traps);
            const QByteArray about = "service " + QByteArray::number(i) + ": " + ownership.owner.toUtf8() + ", " + ownership.reason.toUtf8();
            QVERIFY2(!ownership.reason.isEmpty(), about.constData());
            if (trap == Trap::WithoutOwner || trap == Trap::NotListed) {
                QVERIFY2(ownership.owner.isEmpty(), about.constData());
                QVERIFY2(ownership.concerns == Ownership::Concerns::Unknown, about.constData());
                QVERIFY2(ownership.reason.contains(trap == Trap::NotListed ? u"no catalogue lists"_s : u"without an owner"_s), about.constData());
                continue;
            }
            QVERIFY2(ownerKey(ownership.owner) == teamOf(i), about.constData());
            const bool isMine = teamOf(i) == u"team-3";
            QVERIFY2(ownership.concerns == (isMine ? Ownership::Concerns::Mine : Ownership::Concerns::Others), about.constData());
            QVERIFY2((trap == Trap::Contradicted) == ownership.reason.contains(u"somebody-else"_s), about.constData());
        }
        QCOMPARE(company.catalog().contradictions().size(), ofEach);
    }

    void codeOwnersLastMatchWins_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("owners");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("everything") << u"notes.md"_s << QStringList { u"@shop/all"_s } << true;
        QTest::newRow("a folder") << u"docs/a.md"_s << QStringList { u"@shop/docs"_s } << true;
        QTest::newRow("a later line in it") << u"docs/db/a.md"_s << QStringList({ u"@shop/db"_s, u"@ada"_s }) << true;
        QTest::newRow("taken away again") << u"docs/db/old/a.md"_s << QStringList {} << true;
        QTest::newRow("by ending, last of all") << u"docs/db/old/page.mdx"_s << QStringList { u"@shop/web"_s } << true;
    }

    void codeOwnersLastMatchWins()
    {
        QFETCH(const QString, path);
        QFETCH(const QStringList, owners);
        QFETCH(const bool, isSaid);
        Catalog catalog;
        QVERIFY(readCatalogFile(u"/l"_s, u"CODEOWNERS"_s,
                                "* @shop/all\n/docs/ @shop/docs\n/docs/db/ @shop/db @ada\n/docs/db/old/\n*.mdx @shop/web\n", catalog)
                    .isEmpty());
        const RunbookTie tie = ownersOfRunbook({ u"/l"_s, path }, {}, {}, catalog);
        QCOMPARE(tie.names, owners);
        QCOMPARE(!tie.reason.isEmpty(), isSaid);
    }
};

QTEST_GUILESS_MAIN(TestOwners)
#include "tst_owners.moc"
