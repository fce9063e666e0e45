// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** What a member or a "Key: value" line is about, judged by the words of its key alone. */
enum class FieldRole { None, Name, Severity, Status, Start, End, Service, Link, Runbook, Id, Text };

struct FieldGuess
{
    FieldRole role = FieldRole::None;
    int weight = 0; ///< the more telling key wins

    bool operator==(const FieldGuess &) const = default;
};

/** @p parent is the key of the object that holds it, for keys that mean little alone: "name" in "rule". */
FieldGuess guessRole(const QString &key, const QString &parent = {});

/** Whether an object under this key is the alert itself, rather than a host or a person beside it. */
bool isAboutAlert(const QString &parent);

} // namespace Handrail
