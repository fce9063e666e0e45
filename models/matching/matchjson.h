// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/matcher.h"

#include <QJsonObject>

namespace Handrail {

/** One element of "alerts" in the answer of `handrail-cli match --json`. */
QJsonObject toJson(const Alert &alert, const MatchResult &result);

} // namespace Handrail
