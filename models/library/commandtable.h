// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace Handrail {

/** The tools Handrail knows and what their verbs can do, as resources/risk has them: tool name to its rules. */
const QJsonObject &commandTable();

/** Whether @p name is a tool of the table or a word of the shell itself. */
bool isKnownTool(const QString &name);

} // namespace Handrail
