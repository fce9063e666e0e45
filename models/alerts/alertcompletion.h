// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

namespace Handrail {

/**
 * Fills what a format left empty from what it read: name, severity, service and runbook out of labels and annotations, the scale's
 * word out of the sender's. An end that contradicts the state is dropped.
 */
void completeFromLabels(Alert &alert);

void setSeverity(Alert &alert, const QString &word);

/** Adds @p url unless it is empty, no web address, or there already. */
void addLink(Alert &alert, const QString &url);

/** Whether a label of this name says which service it is: "service", "app.kubernetes.io/name", "applicationName". */
bool namesService(const QString &label);

/** Whether a member of this name holds the runbook's address: "runbook", "runbook_url", "playbookLink". */
bool namesRunbook(const QString &key);

/** "Nothing says whether it is over": said once for alerts that are taken as firing because nothing says otherwise. */
Problem takenAsFiring();

} // namespace Handrail
