// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** What a command can do at its worst. The order is the order of danger; Unknown is treated as Change. */
enum class Risk { Read, Unknown, Change, Destroy };

struct CommandRisk
{
    Risk risk = Risk::Unknown;
    QString reason; ///< neutral English: "kubectl delete pvc loses data"

    bool operator==(const CommandRisk &) const = default;
};

/** Reads the risk off the tokens of a command block. @p declared is the author's word; detection can only raise it. */
CommandRisk riskOf(const QString &command, const QString &language, const QString &declared);

/** read|change|destroy|unknown: the command line's words. */
QString toString(Risk risk);

} // namespace Handrail
