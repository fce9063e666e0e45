// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/datadogservice.h"

#include "catalog/catalogentry.h"

namespace Handrail {

using namespace Qt::StringLiterals;

using Fact = CatalogClaim::Fact;

namespace {

/** v2 has the address itself, later versions have it in "service-url". */
void addPager(const YamlNode &pager, const QString &title, CatalogEntry &entry)
{
    const YamlNode &url = pager.kind == YamlNode::Kind::Map ? pager.field(u"service-url"_s) : pager;
    entry.add(Fact::Contact, url.text, url.line, title);
}

} // namespace

bool looksLikeDatadogService(const QString &fileName, const YamlNode &document)
{
    Q_UNUSED(fileName)
    return document.field(u"schema-version"_s).kind == YamlNode::Kind::Scalar
        || document.field(u"dd-service"_s).kind == YamlNode::Kind::Scalar;
}

QList<Problem> readDatadogService(const QString &file, const YamlNode &document, Catalog &catalog)
{
    CatalogEntry entry(file, CatalogKind::DatadogService);
    const YamlNode &version = document.field(u"schema-version"_s);
    if (version.kind == YamlNode::Kind::Scalar && !version.text.startsWith(u"v2"))
        entry.say(u"Schema version %1 is not one Handrail knows (v2, v2.1, v2.2); what looks alike was read."_s.arg(version.text),
                  version.line);
    entry.add(Fact::Listed, document.field(u"dd-service"_s));
    if (entry.claims().isEmpty()) {
        entry.say(u"A service needs dd-service; it was skipped."_s, document.line);
        return entry.problems();
    }
    entry.add(Fact::Description, document.field(u"description"_s));
    entry.add(Fact::Owner, document.field(u"team"_s));
    entry.add(Fact::PartOf, document.field(u"application"_s));
    entry.addContacts(document.field(u"contacts"_s));
    entry.addLinks(document.field(u"links"_s));
    const YamlNode &integrations = document.field(u"integrations"_s);
    addPager(integrations.field(u"pagerduty"_s), u"pagerduty"_s, entry);
    addPager(integrations.field(u"opsgenie"_s), u"opsgenie"_s, entry);
    catalog.addService(entry.claims());
    return entry.problems();
}

} // namespace Handrail
