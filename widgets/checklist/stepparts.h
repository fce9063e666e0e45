// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

#include <QSet>

#include <optional>

namespace Handrail {

/** A stretch of a step as it is shown: text, or one command or query in a card. */
struct StepPart
{
    QList<Block> text;
    QSet<int> withoutCodeAt; ///< lines of code in @c text that follows as cards
    std::optional<CommandBlock> command;

    bool operator==(const StepPart &) const = default;
};

/** The step in the order it is written, its commands and queries where they stand and those inside sentences and lists right after. */
QList<StepPart> partsOf(const Step &step);

/**
 * What a reader of step @p stepId should know before it: the background of its part, and for the first step of a part that of the
 * parts without steps right before it, each under its heading. Empty when there is none.
 */
QList<Block> backgroundOf(const Procedure &procedure, const QString &stepId);

/** Whether the text of @p part warns of something: "do not", "never", "warning". Such a text is shown however brief one wants it. */
bool saysWarning(const StepPart &part);

/** What the step should show, without the "Expected:" its box says already. */
QString expectationOf(const Step &step);

} // namespace Handrail
