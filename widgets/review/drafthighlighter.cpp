// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/drafthighlighter.h"

#include "widgets/common/tokens.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

void DraftHighlighter::highlightBlock(const QString &line)
{
    enum State { Text, Question };
    const bool inQuestion = previousBlockState() == Question || line.startsWith(u"<!--");
    setCurrentBlockState(inQuestion && !line.contains(u"-->") ? Question : Text);
    QTextCharFormat format;
    if (inQuestion) {
        format.setForeground(color(Token::Info));
        format.setFontItalic(true);
        setFormat(0, int(line.size()), format);
        return;
    }
    static const QRegularExpression heading(u"^#{1,6} "_s);
    if (heading.match(line).hasMatch()) {
        format.setFontWeight(QFont::DemiBold);
        setFormat(0, int(line.size()), format);
    }
    static const QRegularExpression hidden(u"\\\\?\\[hidden: [^\\]]{1,80}\\]"_s);
    QTextCharFormat mask;
    mask.setBackground(color(Token::WarnSoft));
    auto matches = hidden.globalMatch(line);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), mask);
    }
}

} // namespace Handrail
