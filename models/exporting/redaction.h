// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A stretch of a text that looks like a password, key or token. */
struct FoundSecret
{
    QString kind; ///< "AWS key"
    TextSpan span;

    bool operator==(const FoundSecret &) const = default;
};

/** Every secret in @p text, in order, none overlapping another. */
QList<FoundSecret> secretsIn(const QString &text);

/** @p text with every secret replaced by "[hidden: AWS key, 20 chars]". Masking twice changes nothing more. */
QString masked(const QString &text);
/** The same for a value whose name may tell what it is: a label "password". */
QString maskedValue(const QString &name, const QString &value);

} // namespace Handrail
