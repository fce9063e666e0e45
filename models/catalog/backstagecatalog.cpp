// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/backstagecatalog.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "group:default/team-a", "default/team-a" and "team-a" all name team-a. */
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

QString contactOfGroup(const YamlNode &document)
{
    const YamlNode &profile = document.field(u"spec"_s).field(u"profile"_s);
    return profile.field(u"email"_s).text;
}

Service serviceOf(const QString &file, const YamlNode &document)
{
    const YamlNode &metadata = document.field(u"metadata"_s);
    const YamlNode &spec = document.field(u"spec"_s);
    const YamlNode &owner = spec.field(u"owner"_s);
    Service service;
    service.name = metadata.field(u"name"_s).text;
    service.description = metadata.field(u"description"_s).text;
    service.owner = nameOfReference(owner.text);
    service.dependsOn = namesOfReferences(spec.field(u"dependsOn"_s).texts());
    if (const QString title = metadata.field(u"title"_s).text; !title.isEmpty() && title != service.name)
        service.aliases.append(title);
    for (const YamlNode &link : metadata.field(u"links"_s).children) {
        const QString url = link.field(u"url"_s).text;
        if (link.field(u"type"_s).text == u"dashboard" && !url.isEmpty())
            service.dashboards.append({ link.field(u"title"_s).text, url });
    }
    service.source = { file, owner.line > 0 ? owner.line : metadata.field(u"name"_s).line };
    return service;
}

} // namespace

bool looksLikeBackstage(const YamlNode &document)
{
    return document.field(u"apiVersion"_s).text.startsWith(u"backstage.io/");
}

QList<Problem> readBackstageEntity(const QString &file, const YamlNode &document, Catalog &catalog)
{
    const QString kind = document.field(u"kind"_s).text;
    const YamlNode &name = document.field(u"metadata"_s).field(u"name"_s);
    if (name.text.isEmpty())
        return { { Problem::Severity::Warning, u"An entity needs metadata.name; it was skipped."_s, document.line } };
    if (kind == u"Group")
        catalog.add(Team { name.text, contactOfGroup(document), { file, name.line } });
    else if (QStringList { u"Component"_s, u"System"_s, u"Resource"_s, u"API"_s }.contains(kind))
        catalog.add(serviceOf(file, document));
    return {}; // users, locations and templates are no business of ours
}

} // namespace Handrail
