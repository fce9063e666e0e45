// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/shelllexer.h"

#include <optional>

namespace Handrail {

/** A command that another one starts: "sudo x", "xargs x", "ssh host 'x'", "kubectl exec pod -- x". */
struct WrappedCommand
{
    QList<ShellWord> words; ///< what is started, word by word
    QString script; ///< or as a text that a shell reads
    CommandRisk whenEmpty; ///< what the outer command does when nothing is started

    bool isEmpty() const { return words.isEmpty() && script.trimmed().isEmpty(); }
};

/** What @p words starts, if its tool is one that starts others. */
std::optional<WrappedCommand> wrappedIn(const QList<ShellWord> &words);

} // namespace Handrail
