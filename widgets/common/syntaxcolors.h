// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"
#include "widgets/common/tokens.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A stretch of code and the token it is written in. */
struct ColoredSpan
{
    TextSpan span;
    Token token = Token::Text;
};

/**
 * The colours of @p code in @p language, a fence's word such as "sh" or "promql"; nothing for a language not known, for code over
 * 200 KB and for lines over 4,000 characters. All use of KSyntaxHighlighting is behind this function.
 */
QList<ColoredSpan> syntaxColors(const QString &code, const QString &language);

} // namespace Handrail
