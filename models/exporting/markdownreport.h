// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

namespace Handrail {

/**
 * The incident as a Markdown file to hand on: header, alert, what was done and when, notes, open questions. Times are UTC and
 * say so. Secrets are masked (redaction.h); what a person or an alert wrote is escaped, so that it reads as text.
 */
QString markdownReport(const Incident &incident);

/** "2026-11-23-checkout-error-rate.md": a file name made of the start and the title, safe on every system; without secrets, and with
 *  names as @p roles says (name → role). */
QString reportFileName(const Incident &incident, const QHash<QString, QString> &roles = {});

} // namespace Handrail
