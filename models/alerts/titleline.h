// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

namespace Handrail {

/** What the first line or the subject of an alert says. */
struct TitleLine
{
    /** Where the word stands that says how it is. */
    enum class Mark { None, Apart, Before, After }; ///< "[DOWN] x" or "DOWN | x", "DOWN: x", "x is DOWN"

    QString name;
    QString severity;
    AlertStatus status = AlertStatus::Unknown;
    int announced = 0; ///< n of "[FIRING:n]"
    QString word; ///< the one that says how it is
    Mark mark = Mark::None;
    bool isGroup = false; ///< Alertmanager's "[FIRING:n] …", which may stand for several alerts

    bool saysSomething() const { return status != AlertStatus::Unknown || !severity.isEmpty(); }
};

/** Understands "[FIRING:1] Name (values)", "DOWN | Name", "[P1] Name", "PROBLEM: Name", "Name is CRITICAL". */
TitleLine readTitleLine(const QString &line);

} // namespace Handrail
