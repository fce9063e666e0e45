// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Handrail {

/** A line of a comparison. */
struct DiffLine
{
    enum class Kind {
        Same, ///< around a change
        Added,
        Removed,
        Gap ///< lines that are alike were left out here
    };

    Kind kind = Kind::Same;
    QString text;
    int number = 0; ///< 1-based, in the newer text; in the older one for a removed line; 0 for a gap

    bool operator==(const DiffLine &) const = default;
};

/** What changed between two versions of a text, with three lines around each change. Empty when nothing did. */
QList<DiffLine> changedLines(const QString &before, const QString &after);

} // namespace Handrail
