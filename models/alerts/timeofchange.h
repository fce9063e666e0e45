// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Handrail {

struct Alert;

/**
 * For senders that name one time only, that of the last change: of an alert that is over it is the end, and nothing says when
 * it began.
 */
void readTimeAsChange(Alert &alert);

} // namespace Handrail
