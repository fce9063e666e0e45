// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"

namespace Handrail {

/** The worst of the SQL statements in @p text; what is no statement Handrail knows is Unknown. */
CommandRisk riskOfSql(const QString &text);

/** Whether @p text is SQL by its first word. */
bool isSql(const QString &text);

} // namespace Handrail
