// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"

#include "base/filetext.h"
#include "catalog/backstagecatalog.h"
#include "catalog/datadogentity.h"
#include "catalog/datadogservice.h"
#include "catalog/handrailcatalog.h"
#include "catalog/servicelist.h"
#include "library/catalogfiles.h"
#include "markdown/yamltree.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumCodeOwners = 1024 * 1024;

struct CatalogFormat
{
    bool (*looksLikeMine)(const QString &fileName, const YamlNode &document);
    QList<Problem> (*read)(const QString &file, const YamlNode &document, Catalog &catalog);
};

/** Asked in this order: what says its own name in the document comes before what has to be guessed from its keys. */
constexpr CatalogFormat formats[] = {
    { looksLikeHandrail, readHandrailCatalog },
    { looksLikeBackstage, readBackstageEntity },
    { looksLikeDatadogEntity, readDatadogEntity },
    { looksLikeDatadogService, readDatadogService },
    { looksLikeServiceList, readServiceList },
};

QList<Problem> readDocument(const QString &file, const YamlNode &document, Catalog &catalog)
{
    if (document.kind == YamlNode::Kind::Null)
        return {}; // "---" at the end of a file opens an empty document
    const QString fileName = file.section(u'/', -1);
    const auto format = std::find_if(std::begin(formats), std::end(formats), [&](const CatalogFormat &each) {
        return each.looksLikeMine(fileName, document);
    });
    if (format != std::end(formats))
        return format->read(file, document, catalog);
    // Other programs have a services.yml of their own; the other names say what they are.
    static const QRegularExpression anyones(u"^(services|teams)\\.ya?ml$"_s);
    const auto severity = anyones.match(fileName).hasMatch() ? Problem::Severity::Note : Problem::Severity::Warning;
    return { { severity, u"This is no catalogue Handrail knows; nothing was read."_s, document.line } };
}

QList<Problem> readYamlFile(const QString &file, const QByteArray &bytes, Catalog &catalog)
{
    const YamlDocuments yaml = readYaml(bytes, {});
    QList<Problem> problems = yaml.problems;
    for (const YamlNode &document : yaml.documents)
        problems += readDocument(file, document, catalog);
    // Half an entity would say "without an owner"; of a list of services what was read whole is as good as ever.
    if (looksLikeServiceList({}, yaml.beginning))
        problems += readDocument(file, yaml.beginning, catalog);
    return problems;
}

QList<Problem> readCodeOwners(const QString &root, const QString &file, const QByteArray &bytes, Catalog &catalog)
{
    if (bytes.size() > maximumCodeOwners)
        return { { Problem::Severity::Warning, u"The file is larger than 1 MB and was not read."_s, 1 } };
    QList<Problem> problems;
    const QString text = textOfFile(bytes, problems);
    catalog.add(CodeOwners::fromText(root, file, text, problems));
    return problems;
}

} // namespace

QList<Problem> readCatalogFile(const QString &root, const QString &file, const QByteArray &bytes, Catalog &catalog)
{
    if (isCalendarFile(file)) {
        catalog.addCalendar(file, bytes);
        return {};
    }
    const bool isCodeOwners = file.section(u'/', -1) == u"CODEOWNERS";
    QList<Problem> problems = isCodeOwners ? readCodeOwners(root, file, bytes, catalog) : readYamlFile(file, bytes, catalog);
    for (Problem &problem : problems)
        problem.text = file + u": "_s + problem.text;
    return problems;
}

} // namespace Handrail
