// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

namespace Handrail {

/** @p markdown, which others may read as it is, as one self-contained page: no script, no image, nothing that is fetched. */
QString htmlDocument(const QString &title, const QString &markdown);

/** What markdownReport() says, as such a page. */
QString htmlReport(const Incident &incident);

} // namespace Handrail
