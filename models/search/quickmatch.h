// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Handrail {

/** How well a name fits what is being typed, and which parts of it were meant. */
struct QuickMatch
{
    int score = 0; ///< higher is better; comparable for one typed text only
    QList<TextSpan> marks; ///< in the name, in order, apart

    bool operator==(const QuickMatch &) const = default;
};

/**
 * Whether every one of @p words stands in @p name or in @p beside (a path, an owner), as the start of a word, within one, or as the
 * first letters of words in a row ("ced" for "Checkout error rate, Dublin"); the first of these counts most. Nothing otherwise.
 */
std::optional<QuickMatch> quickMatch(const QStringList &words, const QString &name, const QString &beside = {});

} // namespace Handrail
