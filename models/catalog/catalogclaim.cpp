// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogclaim.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

QString placeOf(const FactSource &source)
{
    return source.line > 0 ? u"%1 line %2"_s.arg(source.file).arg(source.line) : source.file;
}

QString toString(CatalogClaim::Fact fact)
{
    switch (fact) {
    case CatalogClaim::Fact::Listed:
        return u"listed"_s;
    case CatalogClaim::Fact::Owner:
        return u"owner"_s;
    case CatalogClaim::Fact::Contact:
        return u"contact"_s;
    case CatalogClaim::Fact::Description:
        return u"description"_s;
    case CatalogClaim::Fact::Alias:
        return u"alias"_s;
    case CatalogClaim::Fact::DependsOn:
        return u"depends-on"_s;
    case CatalogClaim::Fact::PartOf:
        return u"part-of"_s;
    case CatalogClaim::Fact::Dashboard:
        return u"dashboard"_s;
    case CatalogClaim::Fact::Runbook:
        return u"runbook"_s;
    case CatalogClaim::Fact::OnCall:
        break;
    }
    return u"on-call"_s;
}

QString toString(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Handrail:
        return u"handrail"_s;
    case CatalogKind::Backstage:
        return u"backstage"_s;
    case CatalogKind::DatadogEntity:
        return u"datadog-entity"_s;
    case CatalogKind::DatadogService:
        return u"datadog-service"_s;
    case CatalogKind::ServiceList:
        break;
    }
    return u"service-list"_s;
}

void sortClaims(QList<CatalogClaim> &claims)
{
    std::stable_sort(claims.begin(), claims.end(),
                     [](const CatalogClaim &a, const CatalogClaim &b) { return a.kind < b.kind; });
}

QString firstValue(const QList<CatalogClaim> &claims, CatalogClaim::Fact fact)
{
    const auto found = std::find_if(claims.begin(), claims.end(), [fact](const CatalogClaim &claim) {
        return claim.fact == fact && !claim.value.isEmpty();
    });
    return found == claims.end() ? QString() : found->value;
}

QString ownerKey(const QString &owner)
{
    const bool isMail = owner.indexOf(u'@') > 0;
    QString key = isMail ? owner : owner.section(u':', -1).section(u'/', -1);
    while (key.startsWith(u'@') || key.startsWith(u'#'))
        key.remove(0, 1);
    return key.trimmed().toLower().replace(u' ', u'-').replace(u'_', u'-');
}

} // namespace Handrail
