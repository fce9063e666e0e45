// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A value in a pasted text and the key it stands under. */
struct PasteField
{
    QString key; ///< empty for a line of running text
    QString parent; ///< key of the object or list it stands in
    QString value; ///< without its quotes; escapes as they are read
    TextSpan span; ///< of the value in the text, quotes left out

    bool operator==(const PasteField &) const = default;
};

/**
 * Every key and value of @p text with its place, whatever the text is: JSON, also cut off, escaped inside other JSON, or between
 * other words; "Key: value" lines; key=value pairs. Only looks, decides nothing: the formats read alerts, this tells where a value
 * they read stands.
 */
QList<PasteField> fieldsIn(const QString &text);

} // namespace Handrail
