// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"

#include "catalog/backstagecatalog.h"
#include "catalog/handrailcatalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

using namespace Qt::StringLiterals;

QList<Problem> readCatalogFile(const QString &file, const QByteArray &bytes, Catalog &catalog)
{
    const YamlDocuments yaml = readYaml(bytes, {});
    QList<Problem> problems = yaml.problems;
    for (const YamlNode &document : yaml.documents) {
        if (document.kind == YamlNode::Kind::Null)
            continue; // "---" at the end of a file opens an empty document
        problems += looksLikeBackstage(document) ? readBackstageEntity(file, document, catalog)
                                                 : readHandrailCatalog(file, document, catalog);
    }
    for (Problem &problem : problems)
        problem.text = file + u": "_s + problem.text;
    return problems;
}

} // namespace Handrail
