// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/backstagecatalog.h"

#include "catalog/catalogentry.h"

namespace Handrail {

using namespace Qt::StringLiterals;

using Fact = CatalogClaim::Fact;

namespace {

/** Adds the name that each reference of @p references ends in. */
void addReferences(Fact fact, const YamlNode &references, CatalogEntry &entry)
{
    CatalogEntry written({}, CatalogKind::Backstage);
    written.add(fact, references);
    for (const CatalogClaim &claim : written.claims())
        entry.add(fact, nameOfReference(claim.value), claim.source.line);
    for (const Problem &problem : written.problems())
        entry.say(problem.text, problem.line);
}

void addOtherName(const YamlNode &title, const QString &name, CatalogEntry &entry)
{
    if (title.text != name)
        entry.add(Fact::Alias, title.text, title.line);
}

void readOwner(const YamlNode &document, CatalogEntry &entry)
{
    const YamlNode &metadata = document.field(u"metadata"_s);
    const YamlNode &profile = document.field(u"spec"_s).field(u"profile"_s);
    const QString name = metadata.field(u"name"_s).text;
    addOtherName(metadata.field(u"title"_s), name, entry);
    addOtherName(profile.field(u"displayName"_s), name, entry);
    entry.addLinks(metadata.field(u"links"_s));
    entry.add(Fact::Contact, profile.field(u"email"_s));
}

void readThing(const YamlNode &document, CatalogEntry &entry)
{
    const YamlNode &metadata = document.field(u"metadata"_s);
    const YamlNode &spec = document.field(u"spec"_s);
    const QString name = metadata.field(u"name"_s).text;
    entry.add(Fact::Description, metadata.field(u"description"_s));
    addReferences(Fact::Owner, spec.field(u"owner"_s), entry);
    addReferences(Fact::PartOf, spec.field(u"system"_s), entry);
    for (const QString &key : { u"dependsOn"_s, u"consumesApis"_s })
        addReferences(Fact::DependsOn, spec.field(key), entry);
    addOtherName(metadata.field(u"title"_s), name, entry);
    // What the component's pods are labelled with, and so what an alert calls it.
    addOtherName(metadata.field(u"annotations"_s).field(u"backstage.io/kubernetes-id"_s), name, entry);
    entry.addLinks(metadata.field(u"links"_s));
}

} // namespace

bool looksLikeBackstage(const QString &fileName, const YamlNode &document)
{
    Q_UNUSED(fileName)
    return document.field(u"apiVersion"_s).text.startsWith(u"backstage.io/");
}

QList<Problem> readBackstageEntity(const QString &file, const YamlNode &document, Catalog &catalog)
{
    const QString kind = document.field(u"kind"_s).text;
    const bool isOwner = kind == u"Group" || kind == u"User";
    if (!isOwner && !QStringList { u"Component"_s, u"System"_s, u"Resource"_s, u"API"_s }.contains(kind))
        return {}; // locations and templates are no business of ours
    CatalogEntry entry(file, CatalogKind::Backstage);
    entry.add(Fact::Listed, document.field(u"metadata"_s).field(u"name"_s));
    if (entry.claims().isEmpty()) {
        entry.say(u"An entity needs metadata.name; it was skipped."_s, document.line);
        return entry.problems();
    }
    if (isOwner) {
        readOwner(document, entry);
        catalog.addTeam(entry.claims());
        return entry.problems();
    }
    readThing(document, entry);
    catalog.addService(entry.claims());
    const CatalogClaim &self = entry.claims().first();
    for (const QString &name : namesOfReferences(document.field(u"spec"_s).field(u"dependencyOf"_s).texts()))
        catalog.addFact(name, { Fact::DependsOn, self.value, {}, self.source, self.kind, 0 });
    return entry.problems();
}

} // namespace Handrail
