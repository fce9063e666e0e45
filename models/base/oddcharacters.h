// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A character that is not what it seems in a command: invisible, turning the reading order, or a look-alike of another. */
struct OddCharacter
{
    enum class Kind {
        Hidden,   ///< control, bidirectional, zero width, soft hyphen: a command with one is not copied unseen
        LookAlike ///< en dash, curly quote, no-break space, Cyrillic or Greek letter between Latin ones
    };
    Kind kind = Kind::Hidden;
    char32_t codePoint = 0;
    qsizetype position = 0; ///< UTF-16 unit in the text
    QString name;           ///< "U+202E right-to-left override"

    bool operator==(const OddCharacter &) const = default;
};

/** Every odd character of @p text, in order; newline and tab are none. */
QList<OddCharacter> oddCharacters(QStringView text);

/** @p text with every hidden character replaced by a visible name such as "⟦RLO⟧" or "␍". */
QString madeVisible(QStringView text);

/** What Copy puts on the clipboard: without ESC, C0 (but newline and tab) and C1, and without a newline at the end. */
QString copyable(QStringView text);

} // namespace Handrail
