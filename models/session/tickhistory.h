// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

#include <QList>
#include <QString>

namespace Handrail {

/**
 * The ticks that can be taken back, and those taken back that can be made again: of the runbook being followed, since ticks are
 * taken back where they were made. Both are entries of the timeline like any other; which tick they are about stands in them.
 */
class TickHistory
{
public:
    enum class Way { Forth, Back, Again }; ///< a new one, one taken back, one taken back that is made again

    struct Tick
    {
        QString stepId;
        StepMark before;
        StepMark after;
    };

    /** As it stands after @p entries of an incident. */
    static TickHistory of(const QList<TimelineEntry> &entries);

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    const Tick &toUndo() const { return m_done.last(); } ///< canUndo()
    const Tick &toRedo() const { return m_undone.last(); } ///< canRedo()

    /** Says in @p entry, which is not written yet, that it takes back toUndo() or makes toRedo() again. */
    void tell(Way way, TimelineEntry &entry) const;
    void accept(const Tick &tick, Way way);
    void clear();

private:
    QList<Tick> m_done;
    QList<Tick> m_undone;
};

} // namespace Handrail
