// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"

#include <QStringList>

namespace Handrail {

/** What the table in resources/risk says of a tool called with @p arguments; Unknown when it says nothing. */
CommandRisk riskOfTool(const QString &tool, const QStringList &arguments);

/** The words of @p arguments that are neither options nor the values of options, by the table's knowledge of @p tool. */
QStringList positionalsOf(const QString &tool, const QStringList &arguments);

/** The risk for "read", "change: restarts it", ... as the table writes it. */
Risk riskFromString(const QString &word);

} // namespace Handrail
