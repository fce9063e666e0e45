// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/**
 * @p markdown as HTML to stand in a page's body, made from the same blocks as every view. HTML in it is shown as the text it is,
 * images are named and not loaded, and only links to the web, to mail and within the page are links.
 */
QString htmlFragment(const QString &markdown);

} // namespace Handrail
