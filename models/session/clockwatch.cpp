// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clockwatch.h"

#include "base/clock.h"

#include <QElapsedTimer>
#include <QtGlobal>

#include <chrono>
#include <cstdlib>
#include <utility>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace Handrail {

using namespace std::chrono_literals;

namespace {

constexpr qint64 tolerated = 2000; ///< ms; what setting a clock right by the network does in one go is less

qint64 passedWithSleep()
{
#ifdef Q_OS_LINUX
    // The usual monotonic clock stands still while a laptop sleeps: every morning would be a jump.
    timespec time {};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1000000;
#endif
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

} // namespace

ClockWatch::ClockWatch(const Clock &clock, QObject *parent)
    : ClockWatch(clock, &passedWithSleep, parent)
{
}

ClockWatch::ClockWatch(const Clock &clock, Passed passed, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_passed(std::move(passed))
    , m_difference(difference())
{
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &ClockWatch::look);
    m_timer.start();
}

void ClockWatch::look()
{
    const qint64 now = difference();
    const qint64 jump = now - std::exchange(m_difference, now);
    if (std::llabs(jump) > tolerated)
        Q_EMIT jumped(jump);
}

qint64 ClockWatch::difference() const
{
    return m_clock.now().toMSecsSinceEpoch() - m_passed();
}

} // namespace Handrail
