// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runbookwatch.h"

#include "base/whenanswered.h"
#include "library/runbookfile.h"

#include <QtConcurrentRun>

#include <chrono>
#include <utility>

namespace Handrail {

using namespace std::chrono_literals;

RunbookWatch::RunbookWatch(QObject *parent)
    : QObject(parent)
{
    // Asked for by time, not by a watcher: a watched file goes silent after its second atomic replacement.
    m_timer.setInterval(3s);
    connect(&m_timer, &QTimer::timeout, this, &RunbookWatch::look);
}

void RunbookWatch::watch(const RunbookRef &ref, const QByteArray &sha256)
{
    m_ref = ref;
    m_sha256 = sha256;
    m_state = State::AsOpened;
    m_isLooking = false;
    ++m_generation;
    if (ref.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
}

void RunbookWatch::look()
{
    if (m_ref.isEmpty() || std::exchange(m_isLooking, true))
        return;
    whenAnswered(QtConcurrent::run(readRunbook, m_ref), this, [this, generation = m_generation](const Result<Runbook> &runbook) {
        if (generation != m_generation)
            return;
        m_isLooking = false;
        found(!runbook ? State::Gone : runbook->sha256 == m_sha256 ? State::AsOpened : State::Changed);
    });
}

void RunbookWatch::found(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    switch (state) {
    case State::AsOpened:
        Q_EMIT asOpened();
        break;
    case State::Changed:
        Q_EMIT changedOnDisk();
        break;
    case State::Gone:
        Q_EMIT goneFromDisk();
        break;
    }
}

} // namespace Handrail
