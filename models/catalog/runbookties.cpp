// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/runbookties.h"

#include <QUrl>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

using By = RunbookTie::By;

namespace {

/** Letters and digits in lower case, so that "Parcel API", "parcel-api" and "parcel_api" are one. */
QString plainKey(const QString &name)
{
    QString key;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

QString withoutEnding(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') ? path.left(dot) : path;
}

/** Whether a link to a runbook, an address or a path beside the catalogue file, leads to the file at @p path. */
bool leadsTo(const CatalogClaim &link, const QString &path)
{
    const QUrl url(link.value);
    const QString target = withoutEnding(url.path());
    const QString wanted = withoutEnding(path);
    if (!url.scheme().isEmpty())
        return target == wanted || target.endsWith(u'/' + wanted, Qt::CaseInsensitive);
    const QString folder = link.source.file.left(link.source.file.lastIndexOf(u'/') + 1);
    return QUrl(u"/"_s + folder).resolved(QUrl(url.path())).path().mid(1) == path || url.path() == path
        || url.path() == u'/' + path;
}

const Service *serviceCalled(const QString &name, const Catalog &catalog)
{
    const QString key = plainKey(name);
    const auto isCalled = [&key](const Service &service) {
        return plainKey(service.name) == key
            || std::any_of(service.aliases.begin(), service.aliases.end(),
                           [&](const QString &alias) { return plainKey(alias) == key; });
    };
    const QList<Service> &services = catalog.services();
    const auto found = std::find_if(services.begin(), services.end(), isCalled);
    return key.isEmpty() || found == services.end() ? nullptr : &*found;
}

RunbookTie linkedServices(const QString &path, const Catalog &catalog)
{
    RunbookTie tie;
    for (const Service &service : catalog.services()) {
        for (const CatalogClaim &claim : service.claims) {
            if (claim.fact != CatalogClaim::Fact::Runbook || tie.names.contains(service.name) || !leadsTo(claim, path))
                continue;
            tie.by = By::Catalog;
            if (tie.names.isEmpty())
                tie.reason = u"%1 links to it as a runbook of %2"_s.arg(placeOf(claim.source), service.name);
            tie.names.append(service.name);
        }
    }
    return tie;
}

/** The service whose name the file's own begins with, as one or more whole words: "parcel-api-slow", the longest. */
const Service *serviceBeginning(const QString &fileName, const Catalog &catalog)
{
    const QString words = fileName.toLower().replace(u'_', u'-').replace(u' ', u'-');
    const Service *longest = nullptr;
    for (const Service &service : catalog.services()) {
        const QString name = service.name.toLower().replace(u'_', u'-').replace(u' ', u'-');
        const bool begins = words == name || words.startsWith(name + u'-');
        if (begins && (!longest || name.size() > longest->name.size()))
            longest = &service;
    }
    return longest;
}

} // namespace

QString toString(RunbookTie::By by)
{
    switch (by) {
    case By::Nothing:
        return u"nothing"_s;
    case By::FrontMatter:
        return u"front-matter"_s;
    case By::Catalog:
        return u"catalog"_s;
    case By::CodeOwners:
        return u"code-owners"_s;
    case By::Service:
        return u"service"_s;
    case By::Folder:
        return u"folder"_s;
    case By::FileName:
        break;
    }
    return u"file-name"_s;
}

RunbookTie servicesOfRunbook(const RunbookRef &runbook, const QStringList &declared, const Catalog &catalog)
{
    if (!declared.isEmpty()) {
        RunbookTie tie { {}, By::FrontMatter, u"its front matter names %1"_s.arg(declared.join(u", "_s)) };
        for (const QString &name : declared) {
            const Service *known = catalog.find(name);
            tie.names.append(known ? known->name : name);
        }
        tie.names.removeDuplicates();
        return tie;
    }
    if (const RunbookTie linked = linkedServices(runbook.path, catalog); !linked.names.isEmpty())
        return linked;
    const QStringList folders = runbook.path.split(u'/').mid(0, runbook.path.count(u'/'));
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        if (const Service *service = serviceCalled(*folder, catalog))
            return { { service->name }, By::Folder, u"it lies in the folder %1"_s.arg(*folder) };
    }
    const QString fileName = withoutEnding(runbook.path.section(u'/', -1));
    if (const Service *service = serviceBeginning(fileName, catalog))
        return { { service->name }, By::FileName, u"its file is called %1"_s.arg(fileName) };
    return {};
}

RunbookTie ownersOfRunbook(const RunbookRef &runbook, const QStringList &declared, const QStringList &services,
                           const Catalog &catalog)
{
    if (!declared.isEmpty())
        return { declared, By::FrontMatter, u"its front matter names %1"_s.arg(declared.join(u", "_s)) };
    if (const CodeOwners *file = catalog.codeOwnersOf(runbook)) {
        if (const auto answer = file->ownersOf(runbook)) {
            const QString place = placeOf(answer->source);
            return { answer->owners, By::CodeOwners,
                     answer->owners.isEmpty() ? u"%1 leaves it without an owner"_s.arg(place)
                                              : u"%1 names %2"_s.arg(place, answer->owners.join(u", "_s)) };
        }
    }
    const RunbookTie tie = servicesOfRunbook(runbook, services, catalog);
    for (const QString &name : tie.names) {
        const Service *service = catalog.find(name);
        const NamedOwners named = service ? namedOwners(*service, catalog) : NamedOwners();
        if (!named.owners.isEmpty())
            return { named.owners, By::Service, u"%1, so it is about %2; %3"_s.arg(tie.reason, name, named.reason) };
    }
    return {};
}

} // namespace Handrail
