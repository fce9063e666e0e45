// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexrows.h"

#include <QTimeZone>
#include <QSqlQuery>
#include <QVariant>

namespace Handrail {

using namespace Qt::StringLiterals;

const QString IndexRows::runbookColumns
    = u"r.root, r.path, r.title, r.services, r.owners, r.modified_ns / 1000000, r.reviewed_on, r.review_due"_s;
const QString IndexRows::listingColumns = runbookColumns + u", r.tags, r.alerts, r.links"_s;

RunbookEntry IndexRows::runbookEntry(const QSqlQuery &row)
{
    return { { row.value(0).toString(), row.value(1).toString() },
             row.value(2).toString(),
             list(row.value(3).toString()),
             list(row.value(4).toString()),
             QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong(), QTimeZone::utc()).toUTC(),
             {},
             QDate::fromString(row.value(6).toString(), Qt::ISODate),
             QDate::fromString(row.value(7).toString(), Qt::ISODate),
             {},
             {},
             {},
             {} };
}

RunbookEntry IndexRows::listedRunbook(const QSqlQuery &row)
{
    RunbookEntry entry = runbookEntry(row);
    entry.tags = list(row.value(runbookColumnCount).toString());
    entry.alerts = list(row.value(runbookColumnCount + 1).toString());
    entry.links = list(row.value(runbookColumnCount + 2).toString());
    return entry;
}

QStringList IndexRows::list(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QList<HeadingPlace> IndexRows::headings(const QString &text)
{
    QList<HeadingPlace> places;
    for (const QString &line : list(text))
        places.append({ line.section(u'\t', 1, 1), line.section(u'\t', 2), line.section(u'\t', 0, 0).toLongLong() });
    return places;
}

QList<ListedAlert> IndexRows::listedAlerts(const QString &text)
{
    QList<ListedAlert> alerts;
    for (const QString &line : list(text))
        alerts.append({ line.section(u'\t', 0, 0), line.section(u'\t', 1, 1), line.section(u'\t', 2) });
    return alerts;
}

} // namespace Handrail
