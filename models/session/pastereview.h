// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertorigins.h"
#include "exporting/redaction.h"

namespace Handrail {

/** What a person checks a paste by: where each field came from, what was used, and what must not be shown around. */
struct PasteReview
{
    AlertOrigins origins;
    QList<FoundSecret> secrets;

    bool operator==(const PasteReview &) const = default;
};

/** Only the beginning of a very long paste is looked at: as much as a window shows of it. */
PasteReview reviewOf(const Alert &alert, const QString &pasted);

} // namespace Handrail
