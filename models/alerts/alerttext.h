// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

namespace Handrail {

/**
 * Reads alerts out of running text: titles such as "[FIRING:1] Name" or "DOWN | Name", "Key: value" lines, and the
 * "Labels:" blocks that Alertmanager's templates make. Alerts follow each other; what says nothing is passed over.
 */
ParsedAlerts readAlertText(const PastedText &paste);

} // namespace Handrail
