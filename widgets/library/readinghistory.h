// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

#include <QList>

namespace Handrail {

/** Where one has been reading, as a browser keeps it: going somewhere new forgets what was ahead. */
class ReadingHistory
{
public:
    struct Place
    {
        RunbookRef ref;
        QString anchor;
        int scroll = 0; ///< px, where it was left

        bool operator==(const Place &) const = default;
    };

    /** To @p ref from the current place, left at @p scroll. The same place again is no step. */
    void visit(const RunbookRef &ref, const QString &anchor, int scroll);
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    Place back(int scroll); ///< @p scroll is where the current place is left
    Place forward(int scroll);

private:
    static constexpr qsizetype mostPlaces = 100;

    QList<Place> m_places;
    qsizetype m_current = -1;
};

} // namespace Handrail
