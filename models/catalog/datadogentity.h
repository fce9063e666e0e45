// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeDatadogEntity(const QString &fileName, const YamlNode &document);

/**
 * Reads one document of Datadog's entity.datadog.yaml, schema v3 (https://docs.datadoghq.com/software_catalog): whatever its
 * kind, it is a service here; a system's owner is that of its components, and "inheritFrom" names what a thing is a part of.
 */
QList<Problem> readDatadogEntity(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
