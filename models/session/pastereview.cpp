// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastereview.h"

namespace Handrail {

namespace {

constexpr qsizetype longestReviewed = 256 * 1024;

} // namespace

PasteReview reviewOf(const Alert &alert, const QString &pasted)
{
    const QString text = pasted.first(std::min(pasted.size(), longestReviewed));
    return { originsOf(alert, text), secretsIn(text) };
}

} // namespace Handrail
