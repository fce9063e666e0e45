// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/ownership.h"

namespace Handrail {

/** A runbook to be filled in: front matter and headings as Handrail reads them, with what @p alert says. Secrets are masked. */
QString runbookDraft(const Alert &alert, const Ownership &ownership);
/** "QueueTooLong.md" for the alert of that name; never a path, never empty. */
QString runbookDraftFileName(const Alert &alert);

} // namespace Handrail
