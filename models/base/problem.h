// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Handrail {

/** Something that went wrong, or that was not understood: what happened and what to do, in one sentence. */
struct Problem
{
    enum class Severity {
        Note,    ///< worth knowing; nothing was lost
        Warning, ///< part of the input was not understood; the rest was
        Error    ///< the thing asked for did not happen
    };

    Severity severity = Severity::Error;
    QString text;
    int line = 0; ///< 1-based line of the input; 0 when no line is meant

    bool operator==(const Problem &) const = default;
};

QString toString(Problem::Severity severity); ///< "note", "warning", "error": as the command line prints it

} // namespace Handrail
