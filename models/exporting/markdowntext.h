// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/**
 * Text that others wrote, made safe to stand in a Markdown file: it reads as what it is, and nothing in it becomes a heading, a
 * link, HTML or an invisible character. Secrets are masked.
 */
namespace MarkdownText {

QString line(const QString &text); ///< on one line; line breaks become blanks
/** Lines one below the other, for a list item: the second and all further ones are indented by @p indent. */
QString lines(const QString &text, const QString &indent);
QString code(const QString &text); ///< a code span, on one line
/** A code block between fences longer than any in it, every line indented by @p indent. */
QString fenced(const QString &text, const QString &language, const QString &indent);

} // namespace MarkdownText

} // namespace Handrail
