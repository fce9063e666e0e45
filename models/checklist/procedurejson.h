// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/placeholders.h"
#include "library/procedure.h"

#include <QJsonObject>

namespace Handrail {

/** @p procedure as the command line's "steps" prints it, commands filled from @p values and labelled with their risk. */
QJsonObject toJson(const Procedure &procedure, const KnownValues &values);

} // namespace Handrail
