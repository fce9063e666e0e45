// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/**
 * The commands of a block that shows a session: prompts taken off, output left out. Without a prompt the block is all commands.
 * A line without a prompt that starts with a known tool counts as a command as well: what is left out is never shown as safe.
 */
QString commandsOfSession(const QString &block);

} // namespace Handrail
