// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidenttransaction.h"

namespace Handrail {

using namespace Qt::StringLiterals;

Result<Done> inTransaction(const Database &database, const std::function<Result<Done>()> &work)
{
    if (const auto begun = database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<Done> done = work();
    if (done)
        done = database.run(u"COMMIT"_s);
    if (!done)
        (void)database.run(u"ROLLBACK"_s); // fails when SQLite rolled back by itself, as it does when the disk is full
    return done;
}

} // namespace Handrail
