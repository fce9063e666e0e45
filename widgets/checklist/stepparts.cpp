// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/stepparts.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Items are taken apart: a step out of a list is no list of one. */
QList<Block> unwrapped(const QList<Block> &blocks)
{
    QList<Block> flat;
    for (const Block &block : blocks) {
        const bool listOfOne = block.kind == Block::Kind::List && block.children.size() == 1 && blocks.size() == 1;
        if (block.kind == Block::Kind::Item || block.kind == Block::Kind::Document || listOfOne)
            flat.append(unwrapped(block.children));
        else
            flat.append(block);
    }
    return flat;
}

void collectCodeLines(const Block &block, QList<int> &lines)
{
    if (block.kind == Block::Kind::Code)
        lines.append(block.firstLine);
    for (const Block &child : block.children)
        collectCodeLines(child, lines);
}

/** Without the stop at its end: "See which routes fail." is titled "See which routes fail". */
QString bare(const QString &text)
{
    QString words = text.simplified();
    while (words.endsWith(u'.') || words.endsWith(u':'))
        words.chop(1);
    return words;
}

/** A step's title is often its first words, in bold: they are not said twice. */
void dropTitle(QList<Block> &blocks, const QString &title)
{
    if (blocks.isEmpty())
        return;
    Block &first = blocks.first();
    const bool numbered = first.kind == Block::Kind::Heading && bare(plainText(first)).endsWith(bare(title)); // "Step 2: …"
    if (numbered || bare(plainText(first)) == bare(title)) {
        blocks.removeFirst();
        return;
    }
    if (first.kind != Block::Kind::Paragraph || first.inlines.isEmpty() || first.inlines.first().kind != Inline::Kind::Strong
        || bare(plainText(first.inlines.mid(0, 1))) != bare(title))
        return;
    first.inlines.removeFirst();
    if (first.inlines.first().kind == Inline::Kind::SoftBreak)
        first.inlines.removeFirst();
    else if (first.inlines.first().kind == Inline::Kind::Text)
        first.inlines.first().text = first.inlines.first().text.trimmed() + (first.inlines.first().text.endsWith(u' ') ? u" "_s : QString());
}

constexpr qsizetype longestLead = 20; ///< "Expected result: "

class Parts
{
public:
    explicit Parts(const Step &step)
    {
        for (const CommandBlock &command : step.commands + step.queries) {
            if (!command.isInline)
                m_fences.insert(command.line, command);
        }
    }

    void addBlock(const Block &block)
    {
        QList<int> lines;
        collectCodeLines(block, lines);
        const bool isCard = block.kind == Block::Kind::Code && m_fences.contains(block.firstLine);
        if (!isCard)
            m_open.text.append(block);
        for (const int line : std::as_const(lines)) {
            if (m_fences.contains(line) && !isCard)
                m_open.withoutCodeAt.insert(line);
        }
        for (const int line : std::as_const(lines)) {
            if (m_fences.contains(line))
                addCommand(m_fences.take(line));
        }
    }

    void addCommand(const CommandBlock &command)
    {
        flush();
        if (m_shown.contains(command.text.trimmed()))
            return;
        m_shown.insert(command.text.trimmed());
        m_parts.append({ {}, {}, command });
    }

    QList<StepPart> finish(const Step &step)
    {
        flush();
        for (const CommandBlock &command : step.commands + step.queries)
            addCommand(command); // those inside sentences, and any whose block was not met
        return m_parts;
    }

private:
    void flush()
    {
        if (!m_open.text.isEmpty())
            m_parts.append(m_open);
        m_open = {};
    }

    QHash<int, CommandBlock> m_fences;
    QSet<QString> m_shown;
    StepPart m_open;
    QList<StepPart> m_parts;
};

} // namespace

QList<StepPart> partsOf(const Step &step)
{
    QList<Block> blocks = unwrapped(step.blocks);
    dropTitle(blocks, step.title);
    // What the box of expectations says is not said again, unless it holds more than words.
    blocks.removeIf([&step](const Block &block) {
        return block.kind == Block::Kind::Paragraph && !step.expect.isEmpty()
            && plainText(block).simplified().endsWith(step.expect.simplified())
            && plainText(block).size() <= step.expect.size() + longestLead
            && collected(block.inlines, Inline::Kind::Link).isEmpty();
    });
    Parts parts(step);
    for (const Block &block : std::as_const(blocks))
        parts.addBlock(block);
    return parts.finish(step);
}

QString expectationOf(const Step &step)
{
    static const QRegularExpression word(u"^expect(ed|ation)?( output| result)?:\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    return step.expect.simplified().remove(word);
}

QList<Block> backgroundOf(const Procedure &procedure, const QString &stepId)
{
    QList<Block> before; // of the parts since the last one with steps
    for (const Phase &phase : procedure.phases) {
        QList<Block> own;
        if (!phase.context.isEmpty() && !phase.title.isEmpty()) {
            Block heading;
            heading.kind = Block::Kind::Heading;
            heading.level = 3;
            heading.firstLine = heading.lastLine = phase.line;
            Inline title;
            title.text = phase.title;
            heading.inlines = { title };
            own.append(heading);
        }
        own += phase.context;
        const auto step = std::find_if(phase.steps.begin(), phase.steps.end(), [&stepId](const Step &each) { return each.id == stepId; });
        if (step != phase.steps.end())
            return step == phase.steps.begin() ? before + own : own;
        before = phase.steps.isEmpty() ? before + own : QList<Block>();
    }
    return {};
}

bool saysWarning(const StepPart &part)
{
    static const QRegularExpression warning(
        u"\\b(?:warning|caution|danger(?:ous)?|careful|beware|important|attention|irreversible|cannot be undone|data loss|"
        u"do not|don[’']t|must not|never|only if|unless|before you|make sure|stop)\\b|[⚠❗🚨]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return std::any_of(part.text.begin(), part.text.end(),
                       [](const Block &block) { return plainText(block).contains(warning); });
}

} // namespace Handrail
