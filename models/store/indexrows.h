// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "search/indexedsection.h"

class QSqlQuery;

namespace Handrail {

/** How rows of the index become values: the columns of a runbook, first in every statement, and the texts that hold lists. */
namespace IndexRows {

extern const QString runbookColumns; ///< of a table or join in which "r" is the runbook
constexpr int runbookColumnCount = 8;
extern const QString listingColumns; ///< those, and what only a list of runbooks shows

RunbookEntry runbookEntry(const QSqlQuery &row);
RunbookEntry listedRunbook(const QSqlQuery &row); ///< of listingColumns
QStringList list(const QString &text);
QList<HeadingPlace> headings(const QString &text);
QList<ListedAlert> listedAlerts(const QString &text);

} // namespace IndexRows

} // namespace Handrail
