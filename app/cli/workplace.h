// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace Handrail {

/** Where the user's things are when no option says otherwise, and who and when it is. */
struct Workplace
{
    QString settingsFile;
    QString cacheFolder;
    QString dataFolder;
    QString user; ///< who writes notes when the settings name nobody
    const Clock &clock;
    int patience = 5000; ///< ms to wait for another Handrail that has the incidents
};

} // namespace Handrail
