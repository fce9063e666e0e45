// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** Every heading of @p document at its top level as a section, in order; an anchor used before gets "-1", "-2" as on GitHub. */
QList<Section> sectionsOf(const MarkdownDocument &document);

/** The section @p anchor names: exactly, else with case, dashes and punctuation aside. Null when there is none. */
const Section *sectionWithAnchor(const QList<Section> &sections, const QString &anchor);

/** The words of a heading without "{#anchor}", template marks, closing colon and the marks of emphasis. */
QString headingTitle(const Block &heading);

} // namespace Handrail
