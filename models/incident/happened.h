// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

class QTimeZone;

namespace Handrail {

/** When something happened, as a note's first word says it: "@14:02 ", "@2026-11-23 14:02 ", "-20m ", "-1h30m ". */
struct Happened
{
    enum class State {
        Now, ///< no such word
        Then,
        Refused ///< a time that has not come yet, is before the year 2000 or is none: the note is kept as it was written
    };

    State state = State::Now;
    QDateTime at; ///< UTC; only Then
    QString text; ///< the note without that word

    bool operator==(const Happened &) const = default;
};

/** Clock times are those of @p zone; one without a day that is still to come today was yesterday's. */
Happened readHappened(const QString &note, const QDateTime &now, const QTimeZone &zone);

} // namespace Handrail
