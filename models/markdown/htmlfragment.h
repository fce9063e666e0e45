// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/** @p markdown as HTML to stand in a page's body. Raw HTML in it and links that could run something are left out. */
QString htmlFragment(const QString &markdown);

} // namespace Handrail
