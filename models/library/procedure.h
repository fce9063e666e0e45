// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** A command as the runbook has it: a fence, an indented block or inline code that is a command. */
struct CommandBlock
{
    QString text; ///< as written, every byte; for a fence without its last newline
    QString language; ///< first word of the info string
    int line = 0; ///< of the fence's opening, or of the inline code
    bool isInline = false;
    QString declaredRisk; ///< the author's risk= attribute, if any
    QString expect; ///< the author's expect= attribute, if any
    QString name; ///< Runme's name attribute, if any
    bool isQuery = false; ///< asked of a system that keeps metrics or logs, and nothing to run

    bool operator==(const CommandBlock &) const = default;
};

/** One thing to do: what to do, with which commands, and what it should show. */
struct Step
{
    QString id; ///< unique in the procedure and the same each time the same text is read: from position and content
    int line = 0;
    QString title; ///< a short line: the step's own heading or first sentence
    QString text; ///< the whole instruction in plain words, without the commands' text
    QList<Block> blocks; ///< the instruction as written, for showing; code fences included
    QList<CommandBlock> commands;
    QList<CommandBlock> queries; ///< fences only
    QList<Inline> links; ///< kind Link
    QString expect; ///< what it should show, if the text says so

    bool operator==(const Step &) const = default;
};

/** A heading's part of a procedure: what kind of work it is, its background and its steps. */
struct Phase
{
    enum class Kind { Context, Diagnose, Mitigate, Escalate, FollowUp, Other };

    Kind kind = Kind::Other;
    QString title;
    int line = 0;
    QList<Block> context; ///< what belongs to no step, in order: shown, foldable, never ticked
    QList<CommandBlock> commands; ///< commands in the context
    QList<Step> steps;

    bool operator==(const Phase &) const = default;
};

/** A runbook, or one section of it, as something to follow. Every block of the source is in a step or in a phase's context. */
struct Procedure
{
    QString title;
    QList<Phase> phases;

    int stepCount() const;
    const Step *step(const QString &id) const;
    bool operator==(const Procedure &) const = default;
};

/** context|diagnose|mitigate|escalate|follow-up|other: the command line's words. */
QString toString(Phase::Kind kind);

/** Reads the steps off the structure of @p runbook; of the section with @p anchor alone when it is not empty and exists. */
Procedure readProcedure(const Runbook &runbook, const QString &anchor);

} // namespace Handrail
