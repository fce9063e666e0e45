// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"

#include <QStringView>

namespace Handrail {

/** Whether a code block is something to run, by its language or, without one, by its words; output and config are not. */
bool isCommandBlock(const Block &code);

/** Whether inline code is a command: a tool the table knows and something behind it, or an SQL statement. */
bool isCommandText(const QString &text);

/** Whether a fence's word names a language in which a system is asked for metrics, logs or traces. */
bool isQueryLanguage(const QString &language);

/** Whether nothing in @p text looks as if a shell would run it, or a database change something: a query's name is only what somebody wrote. */
bool isQueryText(const QString &text);

/** Whether a code block is a query to paste somewhere: part of a step, but no command. One that its author marked with a risk is none. */
bool isQueryBlock(const Block &code);

/** @p line without a shell prompt ("$ ", "user@host:~$ ", "PS C:\>", "mysql> "); unchanged when there is none. */
QStringView withoutPrompt(QStringView line);

/** The program a command line starts, past prompts, brackets and variables set before it; "sudo" counts as one. */
QString toolOf(QStringView line);

} // namespace Handrail
