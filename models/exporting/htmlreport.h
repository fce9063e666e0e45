// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

namespace Handrail {

/** What markdownReport() says as one self-contained page: no script, no image, nothing that is fetched. */
QString htmlReport(const Incident &incident);

} // namespace Handrail
