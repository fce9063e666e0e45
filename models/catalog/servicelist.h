// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "markdown/yamltree.h"

namespace Handrail {

bool looksLikeServiceList(const QString &fileName, const YamlNode &document);

/**
 * Reads a list of all services as GitLab keeps one beside its runbooks: service-catalog.yml or services.yml with "services:" and
 * "teams:", and teams.yml with "teams:".
 */
QList<Problem> readServiceList(const QString &file, const YamlNode &document, Catalog &catalog);

} // namespace Handrail
