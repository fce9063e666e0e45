// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/datadogentity.h"

#include "catalog/catalogentry.h"

namespace Handrail {

using namespace Qt::StringLiterals;

using Fact = CatalogClaim::Fact;

namespace {

void addOwners(const YamlNode &metadata, CatalogEntry &entry)
{
    const YamlNode &owner = metadata.field(u"owner"_s);
    entry.add(Fact::Owner, owner);
    entry.add(Fact::Owner, metadata.field(u"additionalOwners"_s));
}

void addReferences(Fact fact, const YamlNode &references, CatalogEntry &entry)
{
    for (const QString &name : namesOfReferences(references.texts()))
        entry.add(fact, name, references.line);
}

void addPagers(const YamlNode &integrations, CatalogEntry &entry)
{
    const YamlNode &pagerDuty = integrations.field(u"pagerduty"_s).field(u"serviceURL"_s);
    entry.add(Fact::Contact, pagerDuty.text, pagerDuty.line, u"pagerduty"_s);
    const YamlNode &opsgenie = integrations.field(u"opsgenie"_s).field(u"serviceURL"_s);
    entry.add(Fact::Contact, opsgenie.text, opsgenie.line, u"opsgenie"_s);
}

} // namespace

bool looksLikeDatadogEntity(const QString &fileName, const YamlNode &document)
{
    return document.field(u"apiVersion"_s).text.startsWith(u"v3")
        && (fileName.contains(u"datadog") || document.field(u"metadata"_s).kind == YamlNode::Kind::Map);
}

QList<Problem> readDatadogEntity(const QString &file, const YamlNode &document, Catalog &catalog)
{
    const YamlNode &metadata = document.field(u"metadata"_s);
    const YamlNode &spec = document.field(u"spec"_s);
    CatalogEntry entry(file, CatalogKind::DatadogEntity);
    entry.add(Fact::Listed, metadata.field(u"name"_s));
    if (entry.claims().isEmpty()) {
        entry.say(u"An entity needs metadata.name; it was skipped."_s, document.line);
        return entry.problems();
    }
    const CatalogClaim self = entry.claims().first();
    if (const YamlNode &title = metadata.field(u"displayName"_s); title.text != self.value)
        entry.add(Fact::Alias, title);
    entry.add(Fact::Description, metadata.field(u"description"_s));
    addOwners(metadata, entry);
    addReferences(Fact::PartOf, metadata.field(u"inheritFrom"_s), entry);
    addReferences(Fact::PartOf, spec.field(u"componentOf"_s), entry);
    addReferences(Fact::DependsOn, spec.field(u"dependsOn"_s), entry);
    entry.addContacts(metadata.field(u"contacts"_s));
    entry.addLinks(metadata.field(u"links"_s));
    addPagers(document.field(u"integrations"_s), entry);
    catalog.addService(entry.claims());
    const YamlNode &components = spec.field(u"components"_s);
    for (const QString &name : namesOfReferences(components.texts()))
        catalog.addFact(name, { Fact::PartOf, self.value, {}, { file, components.line }, self.kind, 0 });
    return entry.problems();
}

} // namespace Handrail
