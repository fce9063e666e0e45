// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Handrail {

/** What a second start asks of the Handrail that has the data folder already. */
struct StartRequest
{
    QStringList libraries; ///< folders to be added
    bool addSamples = false;
    QByteArray activationToken; ///< of the desktop, so that the window may come to the front; may be empty

    bool operator==(const StartRequest &) const = default;
};

} // namespace Handrail
