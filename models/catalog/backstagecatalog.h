// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeBackstage(const YamlNode &document);

/** Reads one entity of Backstage's catalog-info.yaml: Component, System, Resource and API are services, Group a team. */
QList<Problem> readBackstageEntity(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
