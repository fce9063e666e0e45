// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/notemarks.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

QList<NoteMark> noteMarks(const QString &text)
{
    // Bounded: a megabyte of "@" costs no more than any other megabyte.
    static const QRegularExpression pattern(
        uR"(\bhttps?://[^\s<>"']{1,2000}+|(?<![\w@#./-])[@#](\p{L}(?:[\w.-]{0,62}[\w])?))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QList<NoteMark> marks;
    QRegularExpressionMatchIterator found = pattern.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        QString whole = match.captured();
        if (!match.hasCaptured(1)) {
            while (whole.endsWith(u'.') || whole.endsWith(u',') || whole.endsWith(u')') || whole.endsWith(u';'))
                whole.chop(1); // the sentence's, not the address's
            marks.append({ NoteMark::Kind::Link, match.capturedStart(), whole.size(), whole });
        } else {
            const auto kind = whole.startsWith(u'@') ? NoteMark::Kind::Person : NoteMark::Kind::Tag;
            marks.append({ kind, match.capturedStart(), whole.size(), match.captured(1) });
        }
    }
    return marks;
}

} // namespace Handrail
