// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace Handrail {

/** The sizes and weights text has, all from the system's font and size; nothing else is used. */
enum class TextStyle { StepTitle, PageHead, PasteBox, Verdict, VerdictWord, Instruction, SectionHead, Emphasis, EmphasisStrong, Body, Strong, Small, SmallStrong, Mono };

QFont styled(const QFont &base, TextStyle style);

/** The style sheet rules of the same styles, for labels that carry their name in the property "textStyle". */
QString textStyleRules(const QFont &base);
QString toString(TextStyle style);

} // namespace Handrail
