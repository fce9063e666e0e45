// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Handrail {

/** A word of a note that means more than its letters. The note itself stays plain text. */
struct NoteMark
{
    enum class Kind { Person, Tag, Link };

    Kind kind = Kind::Tag;
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0; ///< with the @ or #
    QString word; ///< without it; a link's whole address

    bool operator==(const NoteMark &) const = default;
};

/** Every @person, #tag and http(s) address in @p text, in order; an e-mail address is no person, "#12" is no tag. */
QList<NoteMark> noteMarks(const QString &text);

} // namespace Handrail
