// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/servicelist.h"

#include "catalog/catalogentry.h"

namespace Handrail {

using namespace Qt::StringLiterals;

using Fact = CatalogClaim::Fact;

namespace {

/** Entry @p item of a list, its name read; without claims when it has none. */
CatalogEntry begun(const QString &file, const YamlNode &item, const QString &what)
{
    CatalogEntry entry(file, CatalogKind::ServiceList);
    if (item.kind == YamlNode::Kind::Map || item.kind == YamlNode::Kind::Scalar)
        entry.add(Fact::Listed, item.kind == YamlNode::Kind::Map ? item.field(u"name"_s).text : item.text, item.line);
    if (entry.claims().isEmpty())
        entry.say(u"A %1 needs a name; it was skipped."_s.arg(what), item.line);
    return entry;
}

/** What a document or a log link is kept under differs; links that lead to a dashboard are what counts. */
void addDashboards(const YamlNode &technical, CatalogEntry &entry)
{
    entry.addLinks(technical.field(u"logging"_s));
    entry.addLinks(technical.field(u"dashboards"_s));
}

void addRunbooks(const YamlNode &runbooks, CatalogEntry &entry)
{
    for (const YamlNode &item : runbooks.kind == YamlNode::Kind::List ? runbooks.children : QList<YamlNode> { runbooks }) {
        QString url = item.text;
        for (const QString &key : { u"url"_s, u"link"_s, u"permalink"_s, u"path"_s })
            url = url.isEmpty() ? item.field(key).text : url;
        const QString name = item.field(u"name"_s).text;
        entry.add(Fact::Runbook, url, item.line, name.isEmpty() ? item.field(u"title"_s).text : name);
    }
}

QList<Problem> readService(const QString &file, const YamlNode &item, Catalog &catalog)
{
    CatalogEntry entry = begun(file, item, u"service"_s);
    if (entry.claims().isEmpty())
        return entry.problems();
    const YamlNode &technical = item.field(u"technical"_s);
    entry.add(Fact::Description, item.field(u"description"_s));
    entry.add(Fact::Alias, item.field(u"friendly_name"_s));
    for (const QString &key : { u"owner"_s, u"team"_s, u"teams"_s })
        entry.add(Fact::Owner, item.field(key));
    const YamlNode &dependencies = technical.field(u"dependencies"_s);
    for (const YamlNode &dependency : dependencies.children)
        entry.add(Fact::DependsOn, dependency.kind == YamlNode::Kind::Map ? dependency.field(u"service"_s) : dependency);
    addDashboards(technical, entry);
    const YamlNode &operations = item.field(u"operations"_s);
    for (const QString &key : { u"runbooks"_s, u"playbooks"_s })
        addRunbooks(operations.field(key), entry);
    catalog.addService(entry.claims());
    return entry.problems();
}

QList<Problem> readTeam(const QString &file, const YamlNode &item, Catalog &catalog)
{
    CatalogEntry entry = begun(file, item, u"team"_s);
    if (entry.claims().isEmpty())
        return entry.problems();
    for (const QString &key : { u"slack_channel"_s, u"slack_alerts_channel"_s, u"oncall_schedule"_s, u"email"_s, u"url"_s }) {
        const YamlNode &contact = item.field(key);
        const bool isRoom = key.startsWith(u"slack"_s) && !contact.text.isEmpty() && !contact.text.startsWith(u'#');
        entry.add(Fact::Contact, isRoom ? u'#' + contact.text : contact.text, contact.line, key);
    }
    catalog.addTeam(entry.claims());
    return entry.problems();
}

} // namespace

bool looksLikeServiceList(const QString &fileName, const YamlNode &document)
{
    Q_UNUSED(fileName)
    return document.field(u"services"_s).kind == YamlNode::Kind::List
        || document.field(u"teams"_s).kind == YamlNode::Kind::List;
}

QList<Problem> readServiceList(const QString &file, const YamlNode &document, Catalog &catalog)
{
    QList<Problem> problems;
    for (const QString &key : { u"teams"_s, u"services"_s }) {
        const YamlNode &list = document.field(key);
        if (list.kind != YamlNode::Kind::List && list.kind != YamlNode::Kind::Null)
            problems.append({ Problem::Severity::Warning, u"A list was expected here; it was skipped."_s, list.line });
        for (const YamlNode &item : list.kind == YamlNode::Kind::List ? list.children : QList<YamlNode> {})
            problems += key == u"teams" ? readTeam(file, item, catalog) : readService(file, item, catalog);
    }
    return problems;
}

} // namespace Handrail
