// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeDatadogService(const QString &fileName, const YamlNode &document);

/**
 * Reads one document of Datadog's service.datadog.yaml, schema v2, v2.1 and v2.2
 * (https://github.com/DataDog/schema/tree/main/service-catalog).
 */
QList<Problem> readDatadogService(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
