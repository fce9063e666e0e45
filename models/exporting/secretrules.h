// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace Handrail {

/** How one kind of secret looks. Only texts that hold one of the keywords, whatever its case, are searched at all. */
struct SecretRule
{
    QString kind; ///< "AWS key": as the mask names it
    QStringList keywords;
    QRegularExpression pattern; ///< the secret is group 1, or the whole when there is no group
};

/** The table: quantifiers are bounded or possessive, so that the time stays linear in the text. */
const QList<SecretRule> &secretRules();

} // namespace Handrail
