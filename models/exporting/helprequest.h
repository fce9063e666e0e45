// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ownership.h"
#include "incident/incident.h"
#include "library/procedure.h"

namespace Handrail {

/**
 * A message that asks somebody else for help, as plain text for any chat or mail: what is wrong, whose it is, what was done and
 * seen, where the asker is, and the question. Secrets are masked; times are UTC.
 * @param currentStep the id of the step being looked at; may be empty
 */
QString helpRequest(const Incident &incident, const Procedure &procedure, const Ownership &ownership, const QString &currentStep,
                    const QString &question);

} // namespace Handrail
