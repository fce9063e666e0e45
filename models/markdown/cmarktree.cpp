// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/cmarktree.h"

#include "markdown/markdowncaps.h"
#include "markdown/tablereader.h"

#include <cmark.h>

#include <memory>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 64;
constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS;

struct NodeDeleter
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using NodePointer = std::unique_ptr<cmark_node, NodeDeleter>;

NodePointer parsed(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return NodePointer(cmark_parse_document(bytes.constData(), size_t(bytes.size()), options));
}

QString stringFrom(const char *text)
{
    return text ? QString::fromUtf8(text) : QString();
}

/** The text of everything below a node, without recursion: for what is nested too deep. */
QString textBelow(cmark_node *top)
{
    QString text;
    cmark_iter *iterator = cmark_iter_new(top);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER)
            continue;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text += u' ';
        else
            text += stringFrom(cmark_node_get_literal(node));
    }
    cmark_iter_free(iterator);
    return text;
}

/** Turns the inlines of one block into ours, with the line each starts on. */
class InlineReader
{
public:
    /** @p lineOffset is added to cmark's own line numbers. */
    explicit InlineReader(int firstLine, int lineOffset)
        : m_line(firstLine)
        , m_lineOffset(lineOffset)
    {
    }

    QList<Inline> childrenOf(cmark_node *parent, int depth = 0)
    {
        QList<Inline> inlines;
        for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
            inlines.append(read(node, depth));
        return inlines;
    }

private:
    Inline read(cmark_node *node, int depth)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
            m_line = qMax(m_line, cmark_node_get_start_line(node) + m_lineOffset);

        Inline part;
        part.kind = kindOf(type);
        part.line = m_line;
        part.text = stringFrom(cmark_node_get_literal(node));
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            ++m_line;
        } else if (part.kind == Inline::Kind::Link || part.kind == Inline::Kind::Image) {
            part.target = stringFrom(cmark_node_get_url(node));
        }
        if (!cmark_node_first_child(node))
            return part;
        if (depth >= maximumDepth) {
            part.kind = Inline::Kind::Text;
            part.text = textBelow(node);
            return part;
        }
        part.children = childrenOf(node, depth + 1);
        part.line = part.children.first().line;
        return part;
    }

    static Inline::Kind kindOf(cmark_node_type type)
    {
        switch (type) {
        case CMARK_NODE_SOFTBREAK:
            return Inline::Kind::SoftBreak;
        case CMARK_NODE_LINEBREAK:
            return Inline::Kind::LineBreak;
        case CMARK_NODE_CODE:
            return Inline::Kind::Code;
        case CMARK_NODE_EMPH:
            return Inline::Kind::Emphasis;
        case CMARK_NODE_STRONG:
            return Inline::Kind::Strong;
        case CMARK_NODE_LINK:
            return Inline::Kind::Link;
        case CMARK_NODE_IMAGE:
            return Inline::Kind::Image;
        case CMARK_NODE_HTML_INLINE:
            return Inline::Kind::Html;
        default:
            return Inline::Kind::Text;
        }
    }

    int m_line;
    int m_lineOffset;
};

/** The inlines of a text of its own, such as a table cell on line @p line. */
QList<Inline> inlinesOf(const QString &text, int line)
{
    const NodePointer document = parsed(text);
    cmark_node *paragraph = cmark_node_first_child(document.get());
    if (!paragraph)
        return {};
    if (cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && !cmark_node_next(paragraph))
        return InlineReader(line, line - 1).childrenOf(paragraph);
    Inline plain; // "- x" or "# x" in a cell is text
    plain.text = text;
    plain.line = line;
    return { plain };
}

/** Turns cmark's blocks into ours. */
class BlockReader
{
public:
    BlockReader(const QStringList &lines, QList<Problem> &problems)
        : m_lines(lines)
        , m_problems(problems)
    {
    }

    QList<Block> childrenOf(cmark_node *parent, int depth)
    {
        QList<Block> blocks;
        const bool isOrdered = cmark_node_get_list_type(parent) == CMARK_ORDERED_LIST;
        int number = cmark_node_get_list_start(parent);
        for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
            if (depth >= maximumDepth) {
                blocks.append(tooDeep(node));
            } else if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
                blocks.append(readParagraph(node));
            } else {
                Block block = read(node, depth);
                if (isOrdered)
                    block.number = number++;
                blocks.append(block);
            }
        }
        return blocks;
    }

private:
    Block located(cmark_node *node, Block::Kind kind) const
    {
        Block block;
        block.kind = kind;
        block.firstLine = qBound(1, cmark_node_get_start_line(node), int(m_lines.size()));
        block.lastLine = qBound(block.firstLine, cmark_node_get_end_line(node), qMax(block.firstLine, int(m_lines.size())));
        return block;
    }

    Block tooDeep(cmark_node *node)
    {
        const Block place = located(node, Block::Kind::Paragraph);
        m_problems.append({ Problem::Severity::Warning,
                            u"This part is nested more than 64 levels deep and is shown as plain text."_s, place.firstLine });
        return plainParagraph(m_lines, place.firstLine, place.lastLine);
    }

    Block read(cmark_node *node, int depth)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING: {
            Block heading = located(node, Block::Kind::Heading);
            heading.level = cmark_node_get_heading_level(node);
            heading.inlines = InlineReader(heading.firstLine, 0).childrenOf(node);
            return heading;
        }
        case CMARK_NODE_LIST: {
            Block list = located(node, Block::Kind::List);
            list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
            list.number = cmark_node_get_list_start(node);
            list.children = childrenOf(node, depth + 1);
            return list;
        }
        case CMARK_NODE_ITEM: {
            Block item = located(node, Block::Kind::Item);
            item.children = childrenOf(node, depth + 1);
            readTaskBox(item);
            return item;
        }
        case CMARK_NODE_CODE_BLOCK:
            return readCode(node);
        case CMARK_NODE_BLOCK_QUOTE: {
            Block quote = located(node, Block::Kind::Quote);
            quote.children = childrenOf(node, depth + 1);
            return quote;
        }
        case CMARK_NODE_THEMATIC_BREAK:
            return located(node, Block::Kind::Rule);
        default: {
            Block html = located(node, Block::Kind::Html);
            html.literal = stringFrom(cmark_node_get_literal(node));
            return html;
        }
        }
    }

    Block readCode(cmark_node *node)
    {
        Block code = located(node, Block::Kind::Code);
        code.literal = stringFrom(cmark_node_get_literal(node));
        code.info = stringFrom(cmark_node_get_fence_info(node)).trimmed();
        const QStringView line = QStringView(m_lines[code.firstLine - 1]);
        const qsizetype column = qMax(0, cmark_node_get_start_column(node) - 1);
        const QStringView opening = column < line.size() ? line.sliced(column).trimmed() : QStringView();
        // Indented far enough, a fence is the text of an indented block.
        code.fenced = (opening.startsWith(u"```") || opening.startsWith(u"~~~")) && !code.literal.startsWith(opening);
        return code;
    }

    static void readTaskBox(Block &item)
    {
        if (item.children.isEmpty() || item.children.first().inlines.isEmpty())
            return;
        Inline &first = item.children.first().inlines.first();
        if (first.kind != Inline::Kind::Text || first.text.size() < 4 || first.text[0] != u'[' || first.text[2] != u']'
            || first.text[3] != u' ')
            return;
        const QChar mark = first.text[1].toLower();
        if (mark != u' ' && mark != u'x')
            return;
        item.ticked = mark == u'x';
        first.text = first.text.sliced(4);
    }

    /** The source lines of a paragraph without the marks of the lists and quotes around it. */
    QStringList sourceOf(cmark_node *node, const Block &place) const
    {
        QStringList lines = m_lines.mid(place.firstLine - 1, place.lastLine - place.firstLine + 1);
        for (QString &line : lines) {
            qsizetype at = 0;
            while (at < line.size() && (line[at].isSpace() || line[at] == u'>'))
                ++at;
            line = line.sliced(at);
        }
        // The first line may stand behind a list marker; cmark counts its column in bytes.
        const QByteArray first = m_lines[place.firstLine - 1].toUtf8();
        lines.first() = QString::fromUtf8(first.sliced(qBound(0, cmark_node_get_start_column(node) - 1, int(first.size()))));
        return lines;
    }

    QList<Block> readParagraph(cmark_node *node)
    {
        Block paragraph = located(node, Block::Kind::Paragraph);
        const bool mayBeTable = paragraph.lastLine > paragraph.firstLine
            && std::any_of(m_lines.begin() + paragraph.firstLine, m_lines.begin() + paragraph.lastLine,
                           [](const QString &line) { return line.contains(u"--"_s) || line.contains(u"|-"_s) || line.contains(u":-"_s); });
        if (mayBeTable) {
            const QStringList lines = sourceOf(node, paragraph);
            if (const std::optional<TableText> table = tableIn(lines))
                return withTable(lines, *table, paragraph);
        }
        paragraph.inlines = InlineReader(paragraph.firstLine, 0).childrenOf(node);
        return { paragraph };
    }

    /** A paragraph that holds a table: what stands above it, the table, and what was over the cap as plain text. */
    QList<Block> withTable(const QStringList &lines, const TableText &text, const Block &paragraph)
    {
        QList<Block> blocks;
        if (text.firstLine > 0) {
            Block above = paragraph;
            above.lastLine = paragraph.firstLine + int(text.firstLine) - 1;
            above.inlines = inlinesOf(lines.first(text.firstLine).join(u'\n'), above.firstLine);
            blocks.append(above);
        }
        Block table;
        table.kind = Block::Kind::Table;
        table.firstLine = paragraph.firstLine + int(text.firstLine);
        table.lastLine = table.firstLine + int(text.lineCount) - 1;
        for (qsizetype i = 0; i < text.rows.size(); ++i) {
            QList<QList<Inline>> row;
            for (const QString &cell : text.rows[i])
                row.append(inlinesOf(cell, table.firstLine + int(i == 0 ? 0 : i + 1)));
            table.rows.append(row);
        }
        blocks.append(table);
        if (text.isCapped) {
            m_problems.append({ Problem::Severity::Warning,
                                u"This table has more than 1,000 rows; the rest is shown as plain text."_s, table.firstLine });
            blocks.append(plainParagraph(m_lines, table.lastLine + 1, paragraph.lastLine));
        }
        return blocks;
    }

    const QStringList &m_lines;
    QList<Problem> &m_problems;
};

} // namespace

Block readBlocks(const QStringList &lines, QList<Problem> &problems)
{
    Block root;
    root.firstLine = 1;
    root.lastLine = qMax(1, int(lines.size()));
    const NodePointer document = parsed(lines.join(u'\n'));
    if (document && !lines.isEmpty())
        root.children = BlockReader(lines, problems).childrenOf(document.get(), 0);
    return root;
}

} // namespace Handrail
