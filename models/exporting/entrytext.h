// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

namespace Handrail {

/** One entry of an incident as Markdown; secrets masked. */
namespace EntryText {

/** What was done: "**Done** step 4: Look at the pods". Nothing for a note, which says itself what it is. */
QString deed(const TimelineEntry &entry);
/** The words of a note; its further lines are indented by two, to stand in a list item. */
QString note(const TimelineEntry &note);
/** Of a note that tells of earlier or was corrected: when it was written and corrected, in brackets; else nothing. */
QString remarks(const TimelineEntry &note, const Incident &incident);
/** "words text"; a text that is a block begins a line of its own. */
QString joined(const QString &words, const QString &text);

} // namespace EntryText

} // namespace Handrail
