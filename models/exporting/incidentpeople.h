// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

namespace Handrail {

/** Somebody who took part in an incident or is named in its notes. */
struct IncidentPerson
{
    QString name;
    QString role; ///< "lead", "scribe", "lead and scribe"; empty without one
    int steps = 0; ///< finished by them, those taken back not counted
    int notes = 0;
    bool tookPart = false; ///< else only named: "@name"

    bool operator==(const IncidentPerson &) const = default;
};

/** In the order they first appear; after them who is only named, as "@person". */
QList<IncidentPerson> peopleOf(const Incident &incident);

/** What stands in place of each name: "the lead", "the scribe", "responder 1"; of who is only named, "@name" → "colleague 1". */
QHash<QString, QString> roleNamesOf(const Incident &incident);

/** @p markdown with every whole word that is one of @p roles' names replaced, as it is written or as "@name", in any case. */
QString withRoles(const QString &markdown, const QHash<QString, QString> &roles);

} // namespace Handrail
