// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Handrail {

/**
 * Copies the sample runbooks and alerts of the program into @p folder, unless they are there already, so that they are plain
 * files like anybody's. Gives the library's folder, @p folder + "/library"; the alerts to paste lie beside it in "alerts".
 */
Result<QString> installSamples(const QString &folder);

} // namespace Handrail
