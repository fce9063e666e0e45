// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeHandrail(const QString &fileName, const YamlNode &document);

/** Reads Handrail's own handrail.yaml: teams (name, contact) and services (name, description, owner, contact, ...). */
QList<Problem> readHandrailCatalog(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
