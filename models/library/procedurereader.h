// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

namespace Handrail {

/** Reads steps and phases off @p blocks, the top level of a file or of one section of it with its heading first. */
Procedure procedureOf(const QString &title, const QList<Block> &blocks);

} // namespace Handrail
