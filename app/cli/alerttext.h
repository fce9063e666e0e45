// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

namespace Handrail {

/** An alert as the terminal shows it: its name, then what is known of it, one field a line. */
QString alertText(const Alert &alert);
/** "CheckoutErrorRate  critical  checkout": an alert in one line. */
QString alertHeadline(const Alert &alert);

} // namespace Handrail
