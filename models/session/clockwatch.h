// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace Handrail {

class Clock;

/** Notices when the wall clock was set: it and the time that passed, sleep included, then went apart by more than two seconds. */
class ClockWatch : public QObject
{
    Q_OBJECT
public:
    using Passed = std::function<qint64()>; ///< ms since any fixed moment

    explicit ClockWatch(const Clock &clock, QObject *parent = nullptr);
    ClockWatch(const Clock &clock, Passed passed, QObject *parent = nullptr);

    void look(); ///< does so by itself every two seconds

Q_SIGNALS:
    void jumped(qint64 milliseconds); ///< how far the wall clock went ahead; negative: back

private:
    qint64 difference() const;

    const Clock &m_clock;
    Passed m_passed;
    qint64 m_difference;
    QTimer m_timer;
};

} // namespace Handrail
