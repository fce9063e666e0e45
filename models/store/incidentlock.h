// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

class QLockFile;

namespace Handrail {

/** Keeps a second program from writing to the same data folder. The kernel frees it, however the program ends. */
class IncidentLock
{
public:
    static Result<std::shared_ptr<IncidentLock>> take(const QString &folder);
    static bool isInUse(const Problem &problem); ///< whether @p problem is that another program has it, which may pass
    ~IncidentLock();
    IncidentLock(const IncidentLock &) = delete;
    IncidentLock &operator=(const IncidentLock &) = delete;

private:
    IncidentLock();
    int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_lockFile; ///< where there is no flock()
};

} // namespace Handrail
