// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/problem.h"

namespace Handrail {

using namespace Qt::StringLiterals;

QString toString(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Note:
        return u"note"_s;
    case Problem::Severity::Warning:
        return u"warning"_s;
    case Problem::Severity::Error:
        break;
    }
    return u"error"_s;
}

} // namespace Handrail
