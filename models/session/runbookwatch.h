// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

#include <QObject>
#include <QTimer>

namespace Handrail {

/** Looks every few seconds whether the file that is being followed is still what it was when it was opened. */
class RunbookWatch : public QObject
{
    Q_OBJECT
public:
    explicit RunbookWatch(QObject *parent = nullptr);

    /** An empty ref watches nothing. @p sha256 is that of the text as opened. */
    void watch(const RunbookRef &ref, const QByteArray &sha256);
    void look(); ///< now, off the calling thread; one at a time of each file, for on a dead network drive none ends

Q_SIGNALS:
    void changedOnDisk();
    void goneFromDisk();
    void asOpened(); ///< it is again what it was

private:
    enum class State { AsOpened, Changed, Gone };
    void found(State state);

    RunbookRef m_ref;
    QByteArray m_sha256;
    State m_state = State::AsOpened;
    bool m_isLooking = false;
    int m_generation = 0; ///< of what is watched: a look at what was watched before may never end
    QTimer m_timer;
};

} // namespace Handrail
