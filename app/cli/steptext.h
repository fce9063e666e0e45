// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/placeholders.h"
#include "library/procedure.h"

namespace Handrail {

/** A procedure as the terminal shows it: phases, numbered steps, commands filled in and labelled by what they can do. */
QString procedureText(const Procedure &procedure, const KnownValues &values);

} // namespace Handrail
