// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

namespace Handrail {

/** A heading and the blocks up to the next heading, whatever its level. */
struct Part
{
    Block heading; ///< kind Document when the file starts without one
    QList<Block> blocks;
};

/** Reads the steps of @p part into @p phase, whose kind is known, and what is no step into its context. */
void readPart(const Part &part, Phase &phase);

} // namespace Handrail
