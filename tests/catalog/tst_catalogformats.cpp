// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"
#include "support/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QString claimText(const CatalogClaim &claim)
{
    const QString title = claim.title.isEmpty() ? QString() : u" (%1)"_s.arg(claim.title);
    return u"%1: %2%3, line %4"_s.arg(toString(claim.fact), claim.value, title).arg(claim.source.line);
}

QJsonArray claimTexts(const QList<CatalogClaim> &claims)
{
    QJsonArray texts;
    for (const CatalogClaim &claim : claims)
        texts.append(claimText(claim));
    return texts;
}

QJsonArray problemTexts(const QList<Problem> &problems)
{
    QJsonArray texts;
    for (const Problem &problem : problems)
        texts.append(u"%1 line %2: %3"_s.arg(toString(problem.severity)).arg(problem.line).arg(problem.text));
    return texts;
}

QJsonObject asJson(const Catalog &catalog, const QList<Problem> &problems)
{
    QJsonObject services;
    for (const Service &service : catalog.services()) {
        const Ownership ownership = catalog.ownershipOf(service.name, {});
        services.insert(service.name, QJsonObject { { u"owner"_s, ownership.owner }, { u"contact"_s, ownership.contact },
                                                    { u"why"_s, ownership.reason },
                                                    { u"neededBy"_s, QJsonArray::fromStringList(catalog.dependents(service.name)) },
                                                    { u"claims"_s, claimTexts(service.claims) } });
    }
    QJsonObject teams;
    for (const Team &team : catalog.teams())
        teams.insert(team.name, claimTexts(team.claims));
    QJsonArray contradictions;
    for (const Contradiction &each : catalog.contradictions())
        contradictions.append(QJsonObject { { u"about"_s, each.name }, { u"claims"_s, claimTexts(each.claims) },
                                            { u"services"_s, QJsonArray::fromStringList(each.services) } });
    return { { u"services"_s, services }, { u"teams"_s, teams }, { u"contradictions"_s, contradictions },
             { u"problems"_s, problemTexts(problems) } };
}

/** The rest of each line of @p text that begins with @p mark: in CODEOWNERS such lines are comments. */
QStringList marked(const QString &text, const QString &mark)
{
    QStringList found;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(mark))
            found.append(line.mid(mark.size()).trimmed());
    }
    return found;
}

QJsonObject askCodeOwners(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    Catalog catalog;
    const QList<Problem> problems = readCatalogFile(u"/library"_s, marked(text, u"#at "_s).value(0), bytes, catalog);
    QJsonObject answers;
    for (const QString &path : marked(text, u"#ask "_s)) {
        const CodeOwners *owners = catalog.codeOwnersOf({ u"/library"_s, path });
        const auto answer = owners ? owners->ownersOf({ u"/library"_s, path }) : std::nullopt;
        answers.insert(path, !answer                  ? u"no pattern"_s
                           : answer->owners.isEmpty() ? u"nobody, line %1"_s.arg(answer->source.line)
                                                      : u"%1, line %2"_s.arg(answer->owners.join(u" "_s)).arg(answer->source.line));
    }
    return { { u"answers"_s, answers }, { u"problems"_s, problemTexts(problems) } };
}

} // namespace

/** tests/data/catalog/<format>/<case> beside <case>.expected.json: a new case is two files and no code. */
class TestCatalogFormats : public QObject
{
    Q_OBJECT

private:
    /** The name under which a format's files are found in a library. */
    static QString fileNameOf(const QString &format)
    {
        static const QHash<QString, QString> names {
            { u"handrail"_s, u"handrail.yaml"_s },
            { u"backstage"_s, u"catalog-info.yaml"_s },
            { u"datadog-service"_s, u"service.datadog.yaml"_s },
            { u"datadog-entity"_s, u"entity.datadog.yaml"_s },
            { u"service-list"_s, u"services.yml"_s },
        };
        return names.value(format);
    }

    static QStringList cases()
    {
        QStringList found;
        const QDir folder(QStringLiteral(TEST_DATA) + u"/catalog"_s);
        for (const QString &format : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            found += Testing::fixtures(u"catalog/"_s + format, { u".yaml"_s, u".txt"_s });
        return found;
    }

private Q_SLOTS:
    void readsAsExpected_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : cases())
            QTest::newRow(qPrintable(name)) << name;
    }

    void readsAsExpected()
    {
        QFETCH(const QString, name);
        const QByteArray bytes = Testing::fixture(name);
        const QString format = name.section(u'/', 1, 1);
        QJsonObject actual;
        if (format == u"codeowners") {
            actual = askCodeOwners(bytes);
        } else {
            Catalog catalog;
            const auto problems = readCatalogFile(u"/library"_s, fileNameOf(format), bytes, catalog);
            actual = asJson(catalog, problems);
        }
        QVERIFY(Testing::equalsFixture(QJsonDocument(actual).toJson(), name.section(u'.', 0, -2) + u".expected.json"_s));
    }

    void everyBeginningIsReadWithoutHarm()
    {
        for (const QString &name : cases()) {
            const QByteArray bytes = Testing::fixture(name);
            const QString file = fileNameOf(name.section(u'/', 1, 1));
            for (qsizetype length = 0; length < bytes.size(); length += 3) {
                Catalog catalog;
                readCatalogFile(u"/library"_s, file.isEmpty() ? u"CODEOWNERS"_s : file, bytes.first(length), catalog);
                for (const Service &service : catalog.services())
                    QVERIFY(!service.name.isEmpty() && !service.claims.isEmpty());
            }
        }
    }

    void windowsLineEndsMakeNoDifference()
    {
        for (const QString &name : cases()) {
            const QString file = fileNameOf(name.section(u'/', 1, 1));
            QByteArray bytes = Testing::fixture(name);
            if (file.isEmpty())
                continue;
            Catalog unix;
            const auto problems = readCatalogFile(u"/library"_s, file, bytes, unix);
            Catalog windows;
            QCOMPARE(readCatalogFile(u"/library"_s, file, bytes.replace("\n", "\r\n"), windows), problems);
            QCOMPARE(windows.services(), unix.services());
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogFormats)
#include "tst_catalogformats.moc"
