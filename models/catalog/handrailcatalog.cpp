// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/handrailcatalog.h"

#include "catalog/catalogentry.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

Problem warning(const QString &text, int line)
{
    return { Problem::Severity::Warning, text, line };
}

QList<Problem> unknownKeys(const YamlNode &map, const QStringList &known)
{
    QList<Problem> problems;
    for (qsizetype i = 0; i < map.keys.size(); ++i) {
        if (!known.contains(map.keys.at(i)))
            problems.append(warning(u"\"%1\" is not a key Handrail knows; it was skipped."_s.arg(map.keys.at(i)),
                                    map.children.at(i).line));
    }
    return problems;
}

void addDashboards(const YamlNode &list, CatalogEntry &entry)
{
    const bool isOne = list.kind == YamlNode::Kind::Scalar || list.kind == YamlNode::Kind::Map;
    for (const YamlNode &item : isOne ? QList<YamlNode> { list } : list.children) {
        const QString url = item.kind == YamlNode::Kind::Scalar ? item.text : item.field(u"url"_s).text;
        if (url.isEmpty())
            entry.say(u"A dashboard needs a url; it was skipped."_s, item.line);
        entry.add(CatalogClaim::Fact::Dashboard, url, item.line, item.field(u"title"_s).text);
    }
}

QString nameOf(const YamlNode &item)
{
    return item.kind == YamlNode::Kind::Scalar ? item.text : item.field(u"name"_s).text;
}

void readTeam(const QString &file, const YamlNode &item, Catalog &catalog, QList<Problem> &problems)
{
    CatalogEntry entry(file, CatalogKind::Handrail);
    entry.add(CatalogClaim::Fact::Listed, nameOf(item), item.line);
    if (entry.claims().isEmpty()) {
        problems.append(warning(u"A team needs a name; it was skipped."_s, item.line));
        return;
    }
    entry.add(CatalogClaim::Fact::Contact, item.field(u"contact"_s));
    entry.add(CatalogClaim::Fact::OnCall, item.field(u"on_call"_s));
    catalog.addTeam(entry.claims());
    problems += entry.problems() + unknownKeys(item, { u"name"_s, u"contact"_s, u"on_call"_s });
}

void readService(const QString &file, const YamlNode &item, Catalog &catalog, QList<Problem> &problems)
{
    CatalogEntry entry(file, CatalogKind::Handrail);
    entry.add(CatalogClaim::Fact::Listed, nameOf(item), item.line);
    if (entry.claims().isEmpty()) {
        problems.append(warning(u"A service needs a name; it was skipped."_s, item.line));
        return;
    }
    entry.add(CatalogClaim::Fact::Description, item.field(u"description"_s));
    entry.add(CatalogClaim::Fact::Owner, item.field(u"owner"_s));
    entry.add(CatalogClaim::Fact::Contact, item.field(u"contact"_s));
    entry.add(CatalogClaim::Fact::Alias, item.field(u"aliases"_s));
    entry.add(CatalogClaim::Fact::DependsOn, item.field(u"depends_on"_s));
    entry.add(CatalogClaim::Fact::PartOf, item.field(u"part_of"_s));
    addDashboards(item.field(u"dashboards"_s), entry);
    catalog.addService(entry.claims());
    problems += entry.problems()
        + unknownKeys(item, { u"name"_s, u"description"_s, u"owner"_s, u"contact"_s, u"aliases"_s, u"depends_on"_s,
                              u"part_of"_s, u"dashboards"_s });
}

using ReadItem = void (*)(const QString &, const YamlNode &, Catalog &, QList<Problem> &);

void readList(const QString &file, const YamlNode &list, ReadItem readItem, Catalog &catalog, QList<Problem> &problems)
{
    if (list.kind != YamlNode::Kind::List && list.kind != YamlNode::Kind::Null)
        problems.append(warning(u"A list was expected here; it was skipped."_s, list.line));
    for (const YamlNode &item : list.kind == YamlNode::Kind::List ? list.children : QList<YamlNode> {})
        readItem(file, item, catalog, problems);
}

} // namespace

bool looksLikeHandrail(const QString &fileName, const YamlNode &document)
{
    Q_UNUSED(document)
    return fileName == u"handrail.yaml" || fileName == u"handrail.yml";
}

QList<Problem> readHandrailCatalog(const QString &file, const YamlNode &document, Catalog &catalog)
{
    if (document.kind != YamlNode::Kind::Map)
        return { warning(u"The file should have \"teams:\" and \"services:\"; nothing was read."_s, document.line) };
    QList<Problem> problems = unknownKeys(document, { u"teams"_s, u"services"_s });
    readList(file, document.field(u"teams"_s), readTeam, catalog, problems);
    readList(file, document.field(u"services"_s), readService, catalog, problems);
    return problems;
}

} // namespace Handrail
