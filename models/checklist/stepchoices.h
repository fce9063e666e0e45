// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

namespace Handrail {

/** A way that a step's text offers: "If the pods are down, skip to step 4", "follow the [restart](restart.md) runbook". */
struct StepChoice
{
    QString sentence; ///< the author's, in plain words
    QString stepId; ///< where it leads; never the step itself; empty when it leads to another runbook
    RunbookRef runbook {}; ///< the other runbook's file, when the text links to it; it need not exist
    QString anchor {}; ///< of its section
    QString runbookName {}; ///< what the text calls it, when it has no link

    bool operator==(const StepChoice &) const = default;
};

/**
 * The ways that @p step names, in order, each step once: "go to step 4" counts the steps of its own part first and then all of
 * them; "skip to Mitigation" and a link to a heading lead to the first step below that heading. A way that leads to no step of
 * @p procedure is left out: it stays in the text. Links to other markdown files of the library, and runbooks that are named
 * ("refer to the Disk full runbook"), come last.
 */
QList<StepChoice> choicesIn(const Step &step, const Procedure &procedure, const Runbook &runbook);

} // namespace Handrail
