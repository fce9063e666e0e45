// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/librarycontents.h"

#include "catalog/runbookties.h"
#include "library/runbookfile.h"

#include <QFileInfo>
#include <QSet>

namespace Handrail {

namespace {

Result<QList<SearchHit>> tiedHits(Result<QList<SearchHit>> hits, const Catalog &catalog)
{
    if (hits) {
        for (SearchHit &hit : *hits)
            tieRunbook(hit.runbook, catalog);
    }
    return hits;
}

} // namespace

void tieRunbook(RunbookEntry &runbook, const Catalog &catalog)
{
    runbook.owners = ownersOfRunbook(runbook.ref, runbook.owners, runbook.services, catalog).names;
    runbook.services = servicesOfRunbook(runbook.ref, runbook.services, catalog).names;
}

Result<QList<RunbookEntry>> libraryRunbooks(const RunbookIndex &index, const Catalog &catalog)
{
    Result<QList<RunbookEntry>> entries = index.runbooks();
    if (!entries)
        return entries;
    for (RunbookEntry &entry : *entries)
        tieRunbook(entry, catalog);
    return entries;
}

Result<QList<SearchHit>> searchLibrary(const RunbookIndex &index, const Catalog &catalog, const SearchQuery &query, int limit)
{
    if (query.filters.isEmpty())
        return tiedHits(index.search(query, limit), catalog);
    Result<QList<RunbookEntry>> entries = libraryRunbooks(index, catalog);
    if (!entries)
        return entries.problem();
    entries->removeIf([&query](const RunbookEntry &entry) { return !fits(entry, query.filters); });
    if (entries->isEmpty() || query.hasWords()) {
        SearchQuery within = query;
        for (const RunbookEntry &entry : std::as_const(*entries))
            within.files.append(entry.ref.filePath());
        return within.files.isEmpty() ? QList<SearchHit> {} : tiedHits(index.search(within, limit), catalog);
    }
    QList<SearchHit> hits;
    for (const RunbookEntry &entry : entries->first(std::min<qsizetype>(entries->size(), limit))) {
        SearchHit hit;
        hit.runbook = entry;
        hits.append(hit);
    }
    return hits;
}

QList<Runbook> runbooksAbout(const QString &service, const RunbookIndex &index, const Catalog &catalog)
{
    constexpr int most = 100;
    QList<Runbook> runbooks;
    const Result<QList<RunbookEntry>> entries = libraryRunbooks(index, catalog);
    for (const RunbookEntry &entry : entries ? *entries : QList<RunbookEntry> {}) {
        if (runbooks.size() == most)
            break;
        if (!entry.services.contains(service, Qt::CaseInsensitive))
            continue;
        if (const Result<Runbook> runbook = readRunbook(entry.ref))
            runbooks.append(*runbook);
    }
    return runbooks;
}

void findBrokenLinks(QList<RunbookEntry> &runbooks)
{
    QSet<QString> known;
    for (const RunbookEntry &runbook : std::as_const(runbooks))
        known.insert(runbook.ref.filePath());
    for (RunbookEntry &runbook : runbooks) {
        for (const QString &path : std::as_const(runbook.links)) {
            const QString file = RunbookRef { runbook.ref.root, path }.filePath();
            if (!known.contains(file) && !QFileInfo::exists(file))
                runbook.brokenLinks.append(path);
        }
    }
}

} // namespace Handrail
