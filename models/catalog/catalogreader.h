// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

namespace Handrail {

/**
 * Reads one catalogue file into @p catalog: Handrail's own handrail.yaml, or Backstage's catalog-info.yaml
 * (https://backstage.io/docs/features/software-catalog/descriptor-format). What could not be read is a problem with its line;
 * the rest is kept. @p file is its path relative to the library, for the sources.
 */
QList<Problem> readCatalogFile(const QString &file, const QByteArray &bytes, Catalog &catalog);

} // namespace Handrail
