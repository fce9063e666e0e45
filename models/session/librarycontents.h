// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "library/runbook.h"
#include "search/runbookindex.h"

namespace Handrail {

/** Gives @p runbook the services and owners that it does not name itself and others give it. */
void tieRunbook(RunbookEntry &runbook, const Catalog &catalog);

/** All runbooks by title; the catalogue, CODEOWNERS or a folder's name give services and owners to those that name none. */
Result<QList<RunbookEntry>> libraryRunbooks(const RunbookIndex &index, const Catalog &catalog);

/**
 * What @p query finds, best first. Its filters see services and owners as libraryRunbooks() has them, and the hits have them too; filters without a word find
 * the runbooks they let through, by title.
 */
Result<QList<SearchHit>> searchLibrary(const RunbookIndex &index, const Catalog &catalog, const SearchQuery &query, int limit);

/** The runbooks of @p service, read whole; at most a hundred. */
QList<Runbook> runbooksAbout(const QString &service, const RunbookIndex &index, const Catalog &catalog);

/** Sets RunbookEntry::brokenLinks of all of @p runbooks, which are a whole library: looks at the disk for what is not among them. */
void findBrokenLinks(QList<RunbookEntry> &runbooks);

} // namespace Handrail
