// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

class QAction;

namespace Handrail {

/** What can be done with the open incident. The window makes the actions, the page answers them and says when they are possible. */
struct IncidentActions
{
    QAction *done = nullptr;
    QAction *failed = nullptr;
    QAction *skip = nullptr;
    QAction *nextStep = nullptr;
    QAction *previousStep = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *copyCommand = nullptr;
    QAction *note = nullptr;
    std::array<QAction *, 5> noteKinds {}; ///< in the order of NoteKind
    QAction *correctNote = nullptr;
    QAction *firstText = nullptr; ///< of the selected note, when it was corrected
    QAction *attachFile = nullptr;
    QAction *claim = nullptr;
    std::array<QAction *, 2> roles {}; ///< lead, scribe: as the severities
    std::array<QAction *, 4> severities {}; ///< critical, high, warning, info: each carries the log's word as its data
    QAction *exportReport = nullptr;
    QAction *rightRunbook = nullptr; ///< for this alert: counts when it comes again
    QAction *wrongRunbook = nullptr;
    QAction *resolve = nullptr;
    QAction *reopen = nullptr;
    QAction *askForHelp = nullptr;
    QAction *brief = nullptr; ///< checkable: commands and warnings without the text around them
    QAction *showRunbook = nullptr; ///< checkable: the whole document beside the step
};

} // namespace Handrail
