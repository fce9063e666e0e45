// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail {

/** One word of a command: what the shell makes of its quotes, and the commands it runs to make it. */
struct ShellWord
{
    QString text; ///< quotes and backslashes taken off; variables and substitutions as written
    bool isQuoted = false; ///< some of it stood in quotes
    QStringList substitutions; ///< the insides of $(...), `...` and <(...)

    bool operator==(const ShellWord &) const = default;
};

struct ShellRedirect
{
    QString sign; ///< ">", ">>", "<", ">|", "&>", "2>"
    ShellWord target;

    bool operator==(const ShellRedirect &) const = default;
};

/** What stands between two operators: variables set, words, redirections, and the text of its here-document. */
struct ShellCommand
{
    QList<ShellWord> assignments; ///< NAME=value before the first word
    QList<ShellWord> words;
    QList<ShellRedirect> redirects;
    QString hereDocument;
    bool isPiped = false; ///< its input comes from the command before it

    bool operator==(const ShellCommand &) const = default;
};

struct ShellScript
{
    QList<ShellCommand> commands; ///< of all pipes, lists, loops and subshells, in order
    bool isWhole = true; ///< false when a quote or bracket is never closed: the text is not what it seems

    bool operator==(const ShellScript &) const = default;
};

/** Reads the tokens of @p text as a POSIX shell would, bash's usual additions included. */
ShellScript readShell(const QString &text);

} // namespace Handrail
