// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/partreader.h"

#include "library/commandtext.h"
#include "library/sentences.h"
#include "library/stepmaker.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Kind = Phase::Kind;

bool isComment(const Block &block)
{
    return block.kind == Block::Kind::Html;
}

/** Reads one part: its steps, and what is no step. */
class PartReader
{
public:
    explicit PartReader(Phase &phase)
        : m_phase(phase)
    {
    }

    void read(const Part &part)
    {
        if (m_phase.kind == Kind::Context) {
            m_phase.context += part.blocks;
            return;
        }
        for (qsizetype i = 0; i < part.blocks.size(); ++i) {
            m_next = i + 1 < part.blocks.size() ? &part.blocks[i + 1] : nullptr;
            m_previous = i > 0 ? &part.blocks[i - 1] : nullptr;
            readBlock(part.blocks[i], part.heading);
        }
    }

private:
    bool isWork() const { return m_phase.kind != Kind::Other; }

    void readBlock(const Block &block, const Block &heading)
    {
        switch (block.kind) {
        case Block::Kind::List:
            return readList(block);
        case Block::Kind::Paragraph:
            return readParagraph(block, heading);
        case Block::Kind::Code:
            return readCode(block, heading);
        default:
            return keep(block);
        }
    }

    void addStep(const QList<Block> &blocks) { m_phase.steps.append(stepFromBlocks(blocks)); }

    /** What is no step explains the step before it; before the first step it is background. */
    void keep(const Block &block)
    {
        if (m_phase.steps.isEmpty() || isComment(block))
            m_phase.context.append(block);
        else
            extendStep(m_phase.steps.last(), block);
    }

    /** A heading right above bare code says what the code is for: both are the step. */
    void readCode(const Block &code, const Block &heading)
    {
        if (!m_phase.steps.isEmpty() || !isCommandBlock(code))
            return keep(code);
        if (m_phase.context.isEmpty() && heading.kind == Block::Kind::Heading)
            return addStep({ heading, code });
        addStep({ code });
    }

    bool leadsToCode() const { return m_next && m_next->kind == Block::Kind::Code; }
    bool leadsToCommand(Instruction instruction) const
    {
        return m_next && (isCommandBlock(*m_next) || (isQueryBlock(*m_next) && instruction != Instruction::None));
    }
    /** "Do the following:" above a list of steps is its title and no step. */
    bool leadsToSteps(const QString &text) const
    {
        return m_next && m_next->kind == Block::Kind::List && text.trimmed().endsWith(u':') && holdsAction(*m_next);
    }

    void readParagraph(const Block &paragraph, const Block &heading)
    {
        const QString text = plainText(paragraph.inlines);
        const Instruction instruction = instructionIn(text);
        if (leadsToSteps(text) || isSummaryLead(text))
            return keep(paragraph);
        if (leadsToCommand(instruction) || (leadsToCode() && instruction == Instruction::Asked))
            return readPair(paragraph, instruction, heading);
        if (instruction == Instruction::Asked || (instruction == Instruction::Suggested && holdsCommand(paragraph)))
            return addStepsByLine(paragraph);
        const bool isPointer = instruction == Instruction::Suggested && m_phase.steps.isEmpty() && isWork()
            && m_phase.kind != Kind::FollowUp;
        if (isPointer)
            return addStep({ paragraph });
        if (isWork() && paragraph.lastLine > paragraph.firstLine)
            return addStepsByLine(paragraph);
        keep(paragraph);
    }

    /** A paragraph above a command: a step, or one more word on the step that still waits for its command. */
    void readPair(const Block &paragraph, Instruction instruction, const Block &heading)
    {
        const bool waits = !m_phase.steps.isEmpty() && m_phase.steps.last().commands.isEmpty();
        if (instruction == Instruction::None && waits)
            return keep(paragraph);
        const bool isBareLink = plainText(paragraph.inlines).startsWith(u"http"_s) && !plainText(paragraph.inlines).contains(u' ');
        if (isBareLink && m_phase.steps.isEmpty() && m_phase.context.isEmpty() && heading.kind == Block::Kind::Heading)
            return addStep({ heading, paragraph });
        addStep({ paragraph });
    }

    /** Several instructions in one paragraph, each on a line of its own, are steps of their own. */
    void addStepsByLine(const Block &paragraph)
    {
        for (const Block &piece : piecesOf(paragraph)) {
            const QString text = plainText(piece.inlines);
            const Instruction instruction = instructionIn(text);
            if (instruction == Instruction::Asked || (instruction == Instruction::Suggested && holdsCommand(piece)))
                addStep({ piece });
            else
                keep(piece);
        }
    }

    static QList<Block> piecesOf(const Block &paragraph)
    {
        QList<Block> pieces;
        Block piece = paragraph;
        piece.inlines.clear();
        for (qsizetype i = 0; i < paragraph.inlines.size(); ++i) {
            const Inline &part = paragraph.inlines[i];
            const bool isBreak = part.kind == Inline::Kind::SoftBreak || part.kind == Inline::Kind::LineBreak;
            if (isBreak && endsSentence(plainText(piece.inlines))
                && instructionIn(plainText(paragraph.inlines.mid(i + 1))) == Instruction::Asked) {
                piece.lastLine = part.line;
                pieces.append(piece);
                piece.inlines.clear();
                piece.firstLine = part.line + 1;
                continue;
            }
            piece.inlines.append(part);
        }
        piece.lastLine = paragraph.lastLine;
        pieces.append(piece);
        return pieces;
    }

    static bool endsSentence(const QString &text)
    {
        return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?');
    }

    void readList(const Block &list)
    {
        if (isSummary(list) || (list.ordered ? !isProcedure(list) : !holdsAction(list)))
            return keep(list);
        Block leftOver = list;
        leftOver.children.clear();
        for (const Block &item : list.children)
            readItem(item, list, leftOver);
        flush(leftOver);
    }

    /** A list that only says what the parts below will do: its lead says so, or its items are links into this page. */
    bool isSummary(const Block &list) const
    {
        if (m_previous && m_previous->kind == Block::Kind::Paragraph && isSummaryLead(plainText(m_previous->inlines)))
            return true;
        return std::all_of(list.children.begin(), list.children.end(), [](const Block &item) {
            const QList<Inline> links = item.children.isEmpty() ? QList<Inline>()
                                                                : collected(item.children.first().inlines, Inline::Kind::Link);
            return links.size() == 1 && links.first().target.startsWith(u'#')
                && plainText(links.first().children).size() * 10 >= proseOf(item).size() * 8;
        });
    }

    /** Numbers are for what is done in turn, unless nothing in it is to be done. */
    bool isProcedure(const Block &list) const
    {
        if (isWork() || list.children.size() == 1)
            return true;
        return holdsAction(list);
    }

    static bool isAction(const Block &item)
    {
        if (item.ticked)
            return true;
        for (const Block &child : item.children) {
            if (child.kind == Block::Kind::Code && isCommandBlock(child))
                return true;
            if (child.kind == Block::Kind::Paragraph
                && (instructionIn(plainText(child.inlines)) == Instruction::Asked || holdsCommand(child)))
                return true;
        }
        return false;
    }

    static bool holdsAction(const Block &list)
    {
        for (const Block &item : list.children) {
            if (isAction(item))
                return true;
            for (const Block &child : item.children) {
                if (child.kind == Block::Kind::List && holdsAction(child))
                    return true;
            }
        }
        return false;
    }

    static const Block *nestedProcedure(const Block &item)
    {
        for (const Block &child : item.children) {
            if (child.kind == Block::Kind::List && (child.ordered ? holdsAction(child) : holdsFences(child)))
                return &child;
        }
        return nullptr;
    }

    static bool holdsFences(const Block &list)
    {
        return std::any_of(list.children.begin(), list.children.end(), [](const Block &item) {
            return std::any_of(item.children.begin(), item.children.end(), [](const Block &child) { return isCommandBlock(child); });
        });
    }

    void flush(Block &leftOver)
    {
        if (leftOver.children.isEmpty())
            return;
        leftOver.firstLine = leftOver.children.first().firstLine;
        leftOver.lastLine = leftOver.children.last().lastLine;
        keep(leftOver);
        leftOver.children.clear();
    }

    void readItem(const Block &item, const Block &list, Block &leftOver)
    {
        Block wrapper = list;
        wrapper.children = { item };
        wrapper.firstLine = item.firstLine;
        wrapper.lastLine = item.lastLine;
        wrapper.number = item.number;
        const bool actsItself = list.ordered || isAction(item);
        const bool nestedActs = std::any_of(item.children.begin(), item.children.end(), [](const Block &child) {
            return child.kind == Block::Kind::List && holdsAction(child);
        });
        if (!actsItself && !nestedActs) {
            leftOver.children.append(item);
            return;
        }
        flush(leftOver);
        if ((actsItself && !nestedProcedure(item)) || !nestedActs)
            return addStep({ wrapper });
        splitItem(item, wrapper, actsItself);
    }

    /** An item whose nested list is where the work is: its own words become a step or lead the first nested one. */
    void splitItem(const Block &item, Block wrapper, bool actsItself)
    {
        Block own = item;
        own.children.clear();
        for (const Block &child : item.children) {
            if (child.kind != Block::Kind::List || !holdsAction(child)) {
                own.children.append(child);
                continue;
            }
            if (!own.children.isEmpty()) {
                wrapper.children = { own };
                own.children.clear();
                if (actsItself)
                    addStep({ wrapper });
                else
                    m_phase.context.append(wrapper);
            }
            readList(child);
        }
        if (!own.children.isEmpty()) {
            wrapper.children = { own };
            keep(wrapper);
        }
    }

    Phase &m_phase;
    const Block *m_next = nullptr;
    const Block *m_previous = nullptr;
};

} // namespace

void readPart(const Part &part, Phase &phase)
{
    PartReader(phase).read(part);
}

} // namespace Handrail
