// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Handrail {

/** Who is on call, as a calendar has it. */
struct OnCall
{
    QString person; ///< several who share the shift are joined by "and"
    QDateTime until; ///< UTC: the end of this shift

    bool operator==(const OnCall &) const = default;
};

/**
 * Whose shift @p calendar (iCalendar, RFC 5545) has at @p at. Of shifts that overlap the shortest counts, for that is the
 * exception; one that stands for an occurrence (RECURRENCE-ID), or for all from it on, replaces it. Times without a zone are those
 * of the calendar's X-WR-TIMEZONE, else of this computer. Nothing when nobody has a shift or isCalendar() is false.
 */
std::optional<OnCall> onCallAt(const QByteArray &calendar, const QDateTime &at);

/** Whether @p text is a calendar whose times can be told: it names no zone that neither it nor the zone database describes. */
bool isCalendar(const QByteArray &text);

} // namespace Handrail
