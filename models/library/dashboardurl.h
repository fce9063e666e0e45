// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace Handrail {

/** The stretch of time a dashboard is to show. */
struct TimeWindow
{
    QDateTime from;
    QDateTime to;

    bool operator==(const TimeWindow &) const = default;
};

/**
 * An hour before @p startsAt to an hour after it, or to @p now when that is earlier. Without a start the hour before now.
 */
TimeWindow windowAround(const QDateTime &startsAt, const QDateTime &now);

/** A dashboard's address with its placeholders filled, and what of it could not be filled. */
struct FilledUrl
{
    QString url; ///< what stays open is left as written
    QStringList missing; ///< placeholders nobody has a value for
    QStringList refused; ///< placeholders in scheme, host or port: an alert does not choose where a link leads

    bool isComplete() const { return missing.isEmpty() && refused.isEmpty(); }
    bool operator==(const FilledUrl &) const = default;
};

/** The names in @p url to be filled: {{name}}, ${name}, {name}, <name>; "$labels." and ".Labels." before them are left out. */
QStringList dashboardPlaceholders(const QString &url);
/** @p url without them, by which an address that cannot be filled yet still shows its host. */
QString withoutPlaceholders(const QString &url);

/**
 * Fills @p url from @p labels, percent-encoded, and "from" and "to" from @p window in the unit of the system the address belongs to
 * (dashboardSystemOf()), or in the one that is asked for: "from_ms", "from_s", "from_us", "from_iso". A value may change nothing
 * but what stands between the host and the end.
 */
FilledUrl fillDashboardUrl(const QString &url, const QHash<QString, QString> &labels, const TimeWindow &window);

} // namespace Handrail
