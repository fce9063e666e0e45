// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/markdownwriter.h"

#include "base/linkpolicy.h"
#include "base/oddcharacters.h"
#include "widgets/common/syntaxcolors.h"
#include "widgets/common/textstyle.h"

#include <QTextBlockFormat>
#include <QTextFrame>
#include <QTextTable>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int indentStep = 22; ///< px a nested list moves to the right
constexpr qsizetype longestWord = 4000; ///< a longer run of text is folded: laying it out takes minutes

/** Text without the runs no layout survives, and with hidden characters made visible. */
QString shown(const QString &text)
{
    QString visible = madeVisible(text);
    if (visible.size() <= longestWord || visible.contains(u' '))
        return visible;
    return visible.first(longestWord) + u" … "_s;
}

} // namespace

MarkdownWriter::MarkdownWriter(QTextDocument &document, const QFont &font, Size size, Ground ground)
    : m_document(document)
    , m_cursor(&document)
    , m_font(size == Size::Instruction ? styled(font, TextStyle::Instruction) : font)
    , m_size(size)
    , m_ground(ground)
{
    document.clear();
    document.setDefaultFont(m_font);
    document.setDocumentMargin(0);
    document.setUndoRedoEnabled(false);
}

QColor MarkdownWriter::color(Token token) const
{
    return m_ground == Ground::Paper ? paperColor(token) : Handrail::color(token);
}

QTextCharFormat MarkdownWriter::textFormat() const
{
    QTextCharFormat format;
    format.setForeground(color(Token::Text));
    return format;
}

QTextCharFormat MarkdownWriter::monoFormat() const
{
    QTextCharFormat format = textFormat();
    format.setFont(styled(m_font, TextStyle::Mono));
    return format;
}

void MarkdownWriter::startBlock(int indent, qreal spaceAbove)
{
    QTextBlockFormat format;
    format.setLeftMargin(indent * indentStep);
    format.setLineHeight(m_size == Size::Instruction ? 130 : 120, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(m_atStart ? 0 : spaceAbove);
    if (m_blockIsEmpty)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
    m_cursor.setBlockCharFormat(textFormat());
    m_blockIsEmpty = false;
    m_atStart = false;
}

void MarkdownWriter::closeEmptyBlock()
{
    QTextBlockFormat closed;
    closed.setLineHeight(1, QTextBlockFormat::FixedHeight);
    m_cursor.setBlockFormat(closed);
}

void MarkdownWriter::write(const QList<Block> &blocks)
{
    m_cursor.beginEditBlock();
    for (const Block &block : blocks)
        write(block, 0);
    if (m_blockIsEmpty)
        closeEmptyBlock();
    m_cursor.endEditBlock();
}

void MarkdownWriter::write(const Block &block, int indent)
{
    switch (block.kind) {
    case Block::Kind::Document:
        for (const Block &child : block.children)
            write(child, indent);
        break;
    case Block::Kind::Heading: {
        startBlock(indent, block.level <= 2 ? 18 : 14);
        m_headings.insert(block.firstLine, m_cursor.position());
        QTextCharFormat format = textFormat();
        format.setFont(styled(m_font, block.level == 1 ? TextStyle::PageHead : block.level == 2 ? TextStyle::SectionHead : TextStyle::EmphasisStrong));
        write(block.inlines, format);
        break;
    }
    case Block::Kind::Paragraph:
        startBlock(indent, 8);
        write(block.inlines, textFormat());
        break;
    case Block::Kind::List:
        writeList(block, indent);
        break;
    case Block::Kind::Item:
    case Block::Kind::Quote:
        for (const Block &child : block.children)
            write(child, indent + 1);
        break;
    case Block::Kind::Code:
        if (!m_leftOut.contains(block.firstLine))
            writeCode(block, indent);
        break;
    case Block::Kind::Rule:
        startBlock(indent, 8);
        m_cursor.insertText(u"———"_s, monoFormat());
        break;
    case Block::Kind::Html:
        startBlock(indent, 8);
        {
            QTextCharFormat format = monoFormat();
            format.setForeground(color(Token::Muted));
            m_cursor.insertText(shown(block.literal.trimmed()), format);
        }
        break;
    case Block::Kind::Table:
        writeTable(block);
        break;
    }
}

void MarkdownWriter::writeList(const Block &list, int indent)
{
    for (const Block &item : list.children) {
        QString mark = list.ordered ? QString::number(item.number) + u'.' : u"•"_s;
        if (item.ticked)
            mark = *item.ticked ? u"☑"_s : u"☐"_s;
        startBlock(indent, 5);
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setLeftMargin((indent + 1) * indentStep);
        format.setTextIndent(-indentStep);
        format.setTabPositions({ QTextOption::Tab(indentStep, QTextOption::LeftTab) });
        m_cursor.setBlockFormat(format);
        QTextCharFormat muted = textFormat();
        muted.setForeground(color(Token::Muted));
        m_cursor.insertText(mark + u'\t', muted);
        bool first = true;
        for (const Block &child : item.children) {
            if (first && child.kind == Block::Kind::Paragraph)
                write(child.inlines, textFormat());
            else
                write(child, indent + 1);
            first = false;
        }
    }
}

void MarkdownWriter::writeCode(const Block &block, int indent)
{
    QTextFrameFormat frame;
    frame.setBackground(color(Token::CodeBg));
    frame.setBorder(1);
    frame.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    frame.setBorderBrush(color(Token::Divider));
    frame.setPadding(8);
    frame.setLeftMargin(indent * indentStep);
    frame.setTopMargin(6);
    frame.setBottomMargin(2);
    if (m_blockIsEmpty)
        closeEmptyBlock();
    m_cursor.insertFrame(frame);

    QString code = block.literal;
    while (code.endsWith(u'\n'))
        code.chop(1);
    code = shown(code);
    QTextBlockFormat lines;
    lines.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
    m_cursor.setBlockFormat(lines);
    const int start = m_cursor.position();
    m_cursor.insertText(code, monoFormat());
    const QString language = block.info.section(u' ', 0, 0).section(u'{', 0, 0);
    QTextCursor painter(&m_document);
    for (const ColoredSpan &colored : syntaxColors(code, language)) {
        painter.setPosition(start + int(colored.span.start));
        painter.setPosition(start + int(colored.span.end()), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setForeground(color(colored.token));
        painter.mergeCharFormat(format);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_blockIsEmpty = true; // Qt keeps an empty block behind every frame: the next text goes there
    m_atStart = false;
}

void MarkdownWriter::writeTable(const Block &table)
{
    const int columns = table.rows.isEmpty() ? 0 : int(table.rows.first().size());
    if (columns == 0)
        return;
    QTextTableFormat format;
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setBorderBrush(color(Token::Divider));
    format.setTopMargin(8);
    format.setHeaderRowCount(1);
    if (m_blockIsEmpty)
        closeEmptyBlock();
    QTextTable *written = m_cursor.insertTable(int(table.rows.size()), columns, format);
    for (int row = 0; row < int(table.rows.size()); ++row) {
        for (int column = 0; column < columns && column < int(table.rows.at(row).size()); ++column) {
            QTextCharFormat cell = textFormat();
            if (row == 0)
                cell.setFontWeight(QFont::DemiBold);
            m_cursor = written->cellAt(row, column).firstCursorPosition();
            write(table.rows.at(row).at(column), cell);
        }
    }
    m_cursor.movePosition(QTextCursor::End);
    m_blockIsEmpty = true; // Qt keeps an empty block behind every frame: the next text goes there
    m_atStart = false;
}

void MarkdownWriter::write(const QList<Inline> &inlines, QTextCharFormat format)
{
    for (const Inline &part : inlines) {
        switch (part.kind) {
        case Inline::Kind::Text:
            m_cursor.insertText(shown(part.text), format);
            break;
        case Inline::Kind::SoftBreak:
            m_cursor.insertText(u" "_s, format);
            break;
        case Inline::Kind::LineBreak:
            m_cursor.insertText(QString(QChar::LineSeparator), format);
            break;
        case Inline::Kind::Code: {
            QTextCharFormat code = format;
            QFont font = styled(m_font, TextStyle::Mono);
            font.setPointSizeF(format.font().pointSizeF() > 0 ? format.font().pointSizeF() * 0.95 : font.pointSizeF());
            code.setFont(font);
            code.setBackground(color(Token::CodeBg));
            m_cursor.insertText(shown(part.text), code);
            break;
        }
        case Inline::Kind::Emphasis: {
            QTextCharFormat emphasis = format;
            emphasis.setFontItalic(true);
            write(part.children, emphasis);
            break;
        }
        case Inline::Kind::Strong: {
            QTextCharFormat strong = format;
            strong.setFontWeight(QFont::DemiBold);
            write(part.children, strong);
            break;
        }
        case Inline::Kind::Strikethrough: {
            QTextCharFormat struck = format;
            struck.setFontStrikeOut(true);
            write(part.children, struck);
            break;
        }
        case Inline::Kind::Link: {
            QTextCharFormat link = format;
            const LinkVerdict verdict = judgeLink(part.target);
            if (verdict.kind == LinkVerdict::Kind::Refused) {
                link.setToolTip(verdict.reason);
            } else {
                link.setAnchor(true);
                link.setAnchorHref(part.target);
                link.setForeground(color(Token::Link));
                link.setToolTip(verdict.kind == LinkVerdict::Kind::Web ? verdict.host : part.target);
            }
            write(part.children, link);
            break;
        }
        case Inline::Kind::Image: {
            QTextCharFormat image = format;
            image.setForeground(color(Token::Muted));
            const QString name = plainText(part.children);
            m_cursor.insertText(u"[picture"_s + (name.isEmpty() ? QString() : u": "_s + shown(name)) + u']', image);
            break;
        }
        case Inline::Kind::Html: {
            if (isLineBreakTag(part.text))
                m_cursor.insertText(QString(QChar::LineSeparator), format);
            if (isLineBreakTag(part.text) || isFormattingTag(part.text))
                break;
            QTextCharFormat html = format;
            html.setForeground(color(Token::Muted));
            m_cursor.insertText(shown(part.text), html);
            break;
        }
        }
    }
}

} // namespace Handrail
