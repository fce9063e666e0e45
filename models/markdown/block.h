// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Handrail {

/** A piece of running text inside a block. Text and code carry it in @c text, the others in @c children. */
struct Inline
{
    enum class Kind { Text, SoftBreak, LineBreak, Code, Emphasis, Strong, Strikethrough, Link, Image, Html };

    Kind kind = Kind::Text;
    QString text; ///< Text, Code, Html: as written
    QString target; ///< Link, Image: as written, not judged
    int line = 0; ///< 1-based line of the file; for Code and Link the line they start on, else the block's
    QList<Inline> children;

    bool operator==(const Inline &other) const;
};

/** A block of a markdown file and where it stands. The one tree that checklist, index, lint and the view are made from. */
struct Block
{
    enum class Kind { Document, Heading, Paragraph, List, Item, Code, Quote, Rule, Html, Table };

    Kind kind = Kind::Document;
    int firstLine = 0; ///< 1-based line of the file, front matter counted
    int lastLine = 0;
    int level = 0; ///< Heading: 1 to 6
    bool ordered = false; ///< List
    int number = 0; ///< List: its first number; Item of an ordered list: its own
    std::optional<bool> ticked; ///< Item that starts with a task box: whether it is ticked
    QString literal; ///< Code, Html: the text between the fences, every byte of it
    QString info; ///< Code: the info string; empty for an indented block
    bool fenced = false; ///< Code: between fences, so that its text starts on firstLine + 1
    QList<Inline> inlines; ///< Heading, Paragraph
    QList<QList<QList<Inline>>> rows; ///< Table: rows of cells; the first row is the head
    QList<Block> children;

    bool operator==(const Block &other) const;
};

/** Whether inline HTML only says how text looks: "<sup>", "</b>". Anything else in angle brackets may be a placeholder. */
bool isFormattingTag(const QString &html);
bool isLineBreakTag(const QString &html); ///< "<br>"

/** The words of @p inlines without marks; a soft break is a space, a line break a newline, an image its description. */
QString plainText(const QList<Inline> &inlines);
/** The words of a block and of all below it, blocks parted by newlines. */
QString plainText(const Block &block);
/** Every inline of @p kind below @p inlines, in order. */
QList<Inline> collected(const QList<Inline> &inlines, Inline::Kind kind);

} // namespace Handrail
