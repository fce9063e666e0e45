// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QFlags>

namespace Handrail {

/** What an entry is about, as a reader sorts them: the five kinds of notes, what was done, what was seen, how it stood. */
enum class EntryGroup {
    Note = 1 << 0,
    Finding = 1 << 1,
    Decision = 1 << 2,
    Action = 1 << 3,
    Question = 1 << 4,
    Steps = 1 << 5,
    Output = 1 << 6,
    Status = 1 << 7
};
Q_DECLARE_FLAGS(EntryGroups, EntryGroup)
Q_DECLARE_OPERATORS_FOR_FLAGS(EntryGroups)

EntryGroup groupOf(const TimelineEntry &entry);

/** Which entries of a timeline are wanted. What is left empty lets everything through. */
struct TimelineFilter
{
    EntryGroups groups; ///< any of these
    QString person; ///< who wrote it, or is named in it as @person
    QString text; ///< stands in it, in capitals or not

    bool isEmpty() const { return !groups && person.isEmpty() && text.isEmpty(); }
    bool accepts(const TimelineEntry &entry) const;
    bool operator==(const TimelineFilter &) const = default;
};

} // namespace Handrail
