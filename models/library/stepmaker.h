// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

namespace Handrail {

/** Fills in what a step's blocks say: line, title, text, commands, links and what to expect. Its id comes from identify(). */
Step stepFromBlocks(const QList<Block> &blocks);

/** Adds @p block to the end of @p step. */
void extendStep(Step &step, const Block &block);

/** Every command in @p blocks, in order: fences, and inline code that is a command. */
QList<CommandBlock> commandsIn(const QList<Block> &blocks);

/** Whether a command stands in @p block itself or below it. */
bool holdsCommand(const Block &block);

/** The words of @p block without code blocks, nested lists left out when @p withLists is false. */
QString proseOf(const Block &block, bool withLists = true);

/** Gives every step an id from its place and its words: the same each time, and unique. */
void identify(Procedure &procedure);

} // namespace Handrail
