// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeBackstage(const QString &fileName, const YamlNode &document);

/**
 * Reads one entity of Backstage's catalog-info.yaml
 * (https://backstage.io/docs/features/software-catalog/descriptor-format): Component, System, Resource and API are services,
 * Group and User own them. Of a component that names no owner its system's is the owner.
 */
QList<Problem> readBackstageEntity(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
