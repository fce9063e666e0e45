// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ownership.h"
#include "incident/incident.h"

#include <QHash>

namespace Handrail {

/**
 * What a template may ask of an incident, by the name of the field, as Markdown; empty where nothing is known. Secrets are masked,
 * times are UTC, notes read as they were corrected. Notes speak in a field of their own by a tag: #impact, #helped, #surprise,
 * #newcomer, #watch; an action with #done is done.
 * @param now UTC: for an incident that is still open
 */
QHash<QString, QString> incidentFields(const Incident &incident, const Ownership &ownership, const QDateTime &now);

} // namespace Handrail
