// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"
#include "widgets/common/tokens.h"

#include <QFont>
#include <QHash>
#include <QSet>
#include <QTextCursor>
#include <QTextDocument>

namespace Handrail {

/**
 * Writes blocks into a text document, block by block through a cursor: what is shown is made from the same tree as the checklist
 * and the index. HTML is shown as the text it is; images are named, not loaded.
 */
class MarkdownWriter
{
public:
    enum class Size { Body, Instruction };
    enum class Ground { Window, Paper };

    MarkdownWriter(QTextDocument &document, const QFont &font, Size size = Size::Body, Ground ground = Ground::Window);

    /** Code blocks that start on these lines are left out: they are shown as command cards. */
    void leaveOutCode(const QSet<int> &lines) { m_leftOut = lines; }
    void write(const QList<Block> &blocks);
    /** Position in the document of every heading, by its line. */
    const QHash<int, int> &headingPositions() const { return m_headings; }

private:
    void write(const Block &block, int indent);
    void writeList(const Block &list, int indent);
    void writeCode(const Block &block, int indent);
    void writeTable(const Block &table);
    void write(const QList<Inline> &inlines, QTextCharFormat format);
    void closeEmptyBlock(); ///< makes the empty block around a frame take no room
    void startBlock(int indent, qreal spaceAbove);
    QTextCharFormat textFormat() const;
    QColor color(Token token) const;
    QTextCharFormat monoFormat() const;

    QTextDocument &m_document;
    QTextCursor m_cursor;
    QFont m_font;
    Size m_size;
    Ground m_ground;
    QSet<int> m_leftOut;
    QHash<int, int> m_headings;
    bool m_blockIsEmpty = true; ///< the block the cursor is in can be written into
    bool m_atStart = true;
};

} // namespace Handrail
