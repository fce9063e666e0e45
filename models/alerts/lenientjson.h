// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"

#include <QJsonValue>
#include <QString>

namespace Handrail {

/** What was read as JSON, and what had to be mended for it. */
struct JsonReading
{
    QJsonValue value = QJsonValue::Undefined; ///< undefined when it is no JSON
    QList<Problem> problems; ///< one for each kind of repair, at its first line
    qsizetype end = 0; ///< where reading stopped
    bool cut = false; ///< the text ended before the value did

    bool ok() const { return !value.isUndefined(); }
};

/**
 * Reads one JSON value at @p from, as strict or as broken as people paste it: comments, curly or single quotes, Python's words,
 * bare keys, commas too many or missing, raw line breaks in texts, and an end that was cut off. Of keys met twice the first wins.
 * Whole numbers above 2^53 become texts, since a double would change them. What is nested too deeply is not read at all.
 */
JsonReading readLenientJson(const QString &text, qsizetype from = 0);

/** A number as it is written in labels: whole numbers without exponent or fraction. */
QString numberText(double number);

} // namespace Handrail
