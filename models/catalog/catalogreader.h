// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

namespace Handrail {

/**
 * Reads one catalogue file into @p catalog: CODEOWNERS, or YAML of one of the formats listed in the .cpp, recognised by what each
 * document says. What could not be read is a problem with its line; the rest is kept. @p file is its path relative to the
 * library @p root, for the sources.
 */
QList<Problem> readCatalogFile(const QString &root, const QString &file, const QByteArray &bytes, Catalog &catalog);

} // namespace Handrail
