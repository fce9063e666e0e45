// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/stepmaker.h"

#include "library/commandtext.h"
#include "library/fenceinfo.h"
#include "library/sections.h"
#include "library/sentences.h"

#include <QCryptographicHash>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

CommandBlock commandFrom(const Block &code)
{
    const FenceInfo info = readFenceInfo(code.info);
    CommandBlock command;
    command.text = code.literal.endsWith(u'\n') ? code.literal.chopped(1) : code.literal;
    command.language = info.language;
    command.line = code.firstLine;
    command.declaredRisk = info.attributes.value(u"risk"_s);
    command.expect = info.attributes.value(u"expect"_s);
    command.name = info.attributes.value(u"name"_s);
    command.isQuery = isQueryBlock(code);
    return command;
}

void appendInlineCommands(const QList<Inline> &inlines, QList<CommandBlock> &commands)
{
    for (const Inline &code : collected(inlines, Inline::Kind::Code)) {
        if (!isCommandText(code.text))
            continue;
        CommandBlock command;
        command.text = code.text;
        command.line = code.line;
        command.isInline = true;
        commands.append(command);
    }
}

void appendCommands(const Block &block, QList<CommandBlock> &commands)
{
    if (isCommandBlock(block))
        commands.append(commandFrom(block));
    appendInlineCommands(block.inlines, commands);
    for (const QList<QList<Inline>> &row : block.rows) {
        for (const QList<Inline> &cell : row)
            appendInlineCommands(cell, commands);
    }
    for (const Block &child : block.children)
        appendCommands(child, commands);
}

void appendQueries(const Block &block, QList<CommandBlock> &queries)
{
    if (isQueryBlock(block))
        queries.append(commandFrom(block));
    for (const Block &child : block.children)
        appendQueries(child, queries);
}

void appendLinks(const Block &block, QList<Inline> &links)
{
    links += collected(block.inlines, Inline::Kind::Link);
    for (const QList<QList<Inline>> &row : block.rows) {
        for (const QList<Inline> &cell : row)
            links += collected(cell, Inline::Kind::Link);
    }
    for (const Block &child : block.children)
        appendLinks(child, links);
}

void appendProse(const Block &block, bool withLists, QStringList &lines)
{
    if (block.kind == Block::Kind::Code || block.kind == Block::Kind::Html || (block.kind == Block::Kind::List && !withLists))
        return;
    if (block.kind == Block::Kind::Heading)
        lines.append(headingTitle(block));
    else if (!block.inlines.isEmpty())
        lines.append(plainText(block.inlines));
    else if (!block.rows.isEmpty())
        lines.append(plainText(block));
    for (const Block &child : block.children)
        appendProse(child, withLists, lines);
}

/** What to call a step that has no words: its first command's first line. */
QString titleFromCommands(const QList<CommandBlock> &commands)
{
    return commands.isEmpty() ? QString() : firstSentence(commands.first().text.trimmed().section(u'\n', 0, 0));
}

void describe(Step &step)
{
    QStringList lines;
    for (const Block &block : std::as_const(step.blocks))
        appendProse(block, true, lines);
    step.text = lines.join(u'\n').trimmed();
    step.title = firstSentence(step.text.section(u'\n', 0, 0));
    step.commands = commandsIn(step.blocks);
    if (step.title.isEmpty())
        step.title = titleFromCommands(step.commands);
    step.queries.clear();
    step.links.clear();
    for (const Block &block : std::as_const(step.blocks)) {
        appendQueries(block, step.queries);
        appendLinks(block, step.links);
    }
    step.expect.clear();
    for (const CommandBlock &command : std::as_const(step.commands)) {
        if (step.expect.isEmpty())
            step.expect = command.expect;
    }
    if (step.expect.isEmpty())
        step.expect = expectationIn(step.text);
}

} // namespace

Step stepFromBlocks(const QList<Block> &blocks)
{
    Step step;
    step.blocks = blocks;
    step.line = blocks.isEmpty() ? 0 : blocks.first().firstLine;
    describe(step);
    return step;
}

void extendStep(Step &step, const Block &block)
{
    step.blocks.append(block);
    describe(step);
}

QList<CommandBlock> commandsIn(const QList<Block> &blocks)
{
    QList<CommandBlock> commands;
    for (const Block &block : blocks)
        appendCommands(block, commands);
    return commands;
}

bool holdsCommand(const Block &block)
{
    return !commandsIn({ block }).isEmpty();
}

QString proseOf(const Block &block, bool withLists)
{
    QStringList lines;
    appendProse(block, withLists, lines);
    return lines.join(u'\n').trimmed();
}

void identify(Procedure &procedure)
{
    int position = 0;
    for (Phase &phase : procedure.phases) {
        for (Step &step : phase.steps) {
            QCryptographicHash hash(QCryptographicHash::Sha256);
            hash.addData(step.text.toUtf8());
            for (const CommandBlock &command : std::as_const(step.commands))
                hash.addData(command.text.toUtf8());
            step.id = u"%1-%2"_s.arg(++position).arg(QString::fromLatin1(hash.result().toHex().first(8)));
        }
    }
}

} // namespace Handrail
