// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogentry.h"

#include "library/dashboardsystem.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString firstText(const YamlNode &map, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const QString text = map.field(key).text.trimmed(); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

CatalogEntry::CatalogEntry(const QString &file, CatalogKind kind)
    : m_file(file)
    , m_kind(kind)
{
}

void CatalogEntry::add(Fact fact, const QString &value, int line, const QString &title)
{
    if (!value.trimmed().isEmpty())
        m_claims.append({ fact, value.trimmed(), title, { m_file, line }, m_kind, 0 });
}

void CatalogEntry::add(Fact fact, const YamlNode &value)
{
    switch (value.kind) {
    case YamlNode::Kind::Null:
        break;
    case YamlNode::Kind::Scalar:
        add(fact, value.text, value.line);
        break;
    case YamlNode::Kind::List:
        for (const YamlNode &child : value.children) {
            if (child.kind == YamlNode::Kind::List)
                say(u"A list in a list means nothing here; it was skipped."_s, child.line);
            else
                add(fact, child);
        }
        break;
    case YamlNode::Kind::Map:
        if (const YamlNode &name = value.field(u"name"_s); name.kind == YamlNode::Kind::Scalar)
            add(fact, name);
        else
            say(u"A text was expected here; it was skipped."_s, value.line);
        break;
    }
}

void CatalogEntry::addLinks(const YamlNode &list)
{
    if (!isList(list))
        return;
    for (const YamlNode &item : list.children) {
        const bool isBare = item.kind == YamlNode::Kind::Scalar;
        const QString url = isBare ? item.text : firstText(item, { u"url"_s, u"permalink"_s, u"link"_s });
        const QString title = firstText(item, { u"title"_s, u"name"_s });
        const QString type = firstText(item, { u"type"_s }).toLower();
        if (url.isEmpty())
            say(u"A link needs a url; it was skipped."_s, item.line);
        else if (type == u"runbook" || type == u"playbook")
            add(Fact::Runbook, url, item.line, title);
        else if (type == u"dashboard" || ((type.isEmpty() || type == u"other") && isDashboard(url)))
            add(Fact::Dashboard, url, item.line, title);
        else if (type == u"chat" || type == u"slack" || type == u"email" || type == u"contact")
            add(Fact::Contact, url, item.line, type);
    }
}

void CatalogEntry::addContacts(const YamlNode &list)
{
    if (!isList(list))
        return;
    for (const YamlNode &item : list.children) {
        const QString contact = item.kind == YamlNode::Kind::Scalar ? item.text : firstText(item, { u"contact"_s });
        if (contact.trimmed().isEmpty())
            say(u"A contact needs a \"contact\"; it was skipped."_s, item.line);
        add(Fact::Contact, contact, item.line, firstText(item, { u"type"_s, u"name"_s }));
    }
}

void CatalogEntry::say(const QString &problem, int line)
{
    m_problems.append({ Problem::Severity::Warning, problem, line });
}

bool CatalogEntry::isList(const YamlNode &node)
{
    if (node.kind != YamlNode::Kind::List && node.kind != YamlNode::Kind::Null)
        say(u"A list was expected here; it was skipped."_s, node.line);
    return node.kind == YamlNode::Kind::List;
}

QString nameOfReference(const QString &reference)
{
    const QString withoutKind = reference.section(u':', -1);
    return withoutKind.section(u'/', -1).trimmed();
}

QStringList namesOfReferences(const QStringList &references)
{
    QStringList names;
    for (const QString &reference : references)
        names.append(nameOfReference(reference));
    return names;
}

} // namespace Handrail
