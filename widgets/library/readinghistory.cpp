// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/readinghistory.h"

namespace Handrail {

void ReadingHistory::visit(const RunbookRef &ref, const QString &anchor, int scroll)
{
    if (m_current >= 0) {
        Place &current = m_places[m_current];
        if (current.ref == ref && current.anchor == anchor)
            return;
        current.scroll = scroll;
    }
    m_places.resize(m_current + 1);
    m_places.append({ ref, anchor, 0 });
    if (m_places.size() > mostPlaces)
        m_places.removeFirst();
    m_current = m_places.size() - 1;
}

ReadingHistory::Place ReadingHistory::back(int scroll)
{
    m_places[m_current].scroll = scroll;
    return m_places.at(--m_current);
}

ReadingHistory::Place ReadingHistory::forward(int scroll)
{
    m_places[m_current].scroll = scroll;
    return m_places.at(++m_current);
}

} // namespace Handrail
