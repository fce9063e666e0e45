// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"

#include <QStringList>

namespace Handrail {

/** The risk of a curl call, by its method and by what it sends. */
CommandRisk riskOfCurl(const QStringList &arguments);

} // namespace Handrail
