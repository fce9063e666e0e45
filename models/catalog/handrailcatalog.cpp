// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/handrailcatalog.h"

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

QList<DashboardLink> dashboardsOf(const YamlNode &list, QList<Problem> &problems)
{
    QList<DashboardLink> links;
    for (const YamlNode &item : list.children) {
        const DashboardLink link { item.field(u"title"_s).text,
                                   item.kind == YamlNode::Kind::Scalar ? item.text : item.field(u"url"_s).text };
        if (link.url.isEmpty())
            problems.append(warning(u"A dashboard needs a url; it was skipped."_s, item.line));
        else
            links.append(link);
    }
    return links;
}

void readTeam(const QString &file, const YamlNode &item, Catalog &catalog, QList<Problem> &problems)
{
    const Team team { item.kind == YamlNode::Kind::Scalar ? item.text : item.field(u"name"_s).text,
                      item.field(u"contact"_s).text,
                      { file, item.line } };
    if (team.name.isEmpty()) {
        problems.append(warning(u"A team needs a name; it was skipped."_s, item.line));
        return;
    }
    catalog.add(team);
    problems += unknownKeys(item, { u"name"_s, u"contact"_s });
}

void readService(const QString &file, const YamlNode &item, Catalog &catalog, QList<Problem> &problems)
{
    Service service;
    service.name = item.kind == YamlNode::Kind::Scalar ? item.text : item.field(u"name"_s).text;
    if (service.name.isEmpty()) {
        problems.append(warning(u"A service needs a name; it was skipped."_s, item.line));
        return;
    }
    service.description = item.field(u"description"_s).text;
    service.owner = item.field(u"owner"_s).text;
    service.contact = item.field(u"contact"_s).text;
    service.aliases = item.field(u"aliases"_s).texts();
    service.dependsOn = item.field(u"depends_on"_s).texts();
    service.dashboards = dashboardsOf(item.field(u"dashboards"_s), problems);
    const YamlNode &owner = item.field(u"owner"_s);
    service.source = { file, owner.line > 0 ? owner.line : item.line };
    catalog.add(service);
    problems += unknownKeys(item, { u"name"_s, u"description"_s, u"owner"_s, u"contact"_s, u"aliases"_s,
                                    u"depends_on"_s, u"dashboards"_s });
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
