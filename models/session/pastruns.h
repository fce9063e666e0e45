// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "matching/matcher.h"

namespace Handrail {

/**
 * What the incidents tell of runbooks, the latest first: what people said of them, and which were followed to their end or closed
 * without one step. A runbook that was followed in part tells nothing.
 */
QList<PastRun> pastRunsIn(const QList<IncidentSummary> &incidents);

/** The open ones about @p service or about the same alert as @p alert, by fingerprint or name; the latter first, then the
 *  newest. */
QList<IncidentSummary> openIncidentsAbout(const Alert &alert, const QString &service, const QList<IncidentSummary> &incidents);

} // namespace Handrail
