// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Handrail {

/**
 * Takes the focus to the next widget of @p window that Tab reaches, or to the one before, round the end: in the order of the layouts,
 * which is that of the eye. Qt's own order is that of making, and a step's commands, made anew for each step, would come after all
 * else. False when there is none.
 */
bool moveFocusInTabOrder(QWidget *window, bool forward);

} // namespace Handrail
