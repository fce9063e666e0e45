// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/indexwords.h"

#include <QList>

namespace Handrail {

/**
 * The sections that are worth weighing for @p words, by their number in the index. To rank all that has any of them would take
 * fifteen times as long: those with the rarer words are ranked, and of these the titles are looked at for the others.
 */
Result<QList<qint64>> sectionsByWords(const Database &database, const IndexWords::Answer &words, int limit);

} // namespace Handrail
