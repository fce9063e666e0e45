// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/evidence.h"

namespace Handrail {

/** What the links of @p alert name, each once; those that name no page are left out. */
QList<RunbookUrl> urlsOf(const Alert &alert);
/** Those that lead to no file here; none when one of them leads to a file: that is the one which somebody keeps. */
QList<RunbookUrl> deadAmong(const QList<RunbookUrl> &urls, const QList<SectionRecord> &records);
/** AlertQuestion::foundHeadings. */
QSet<QString> foundHeadings(const QList<RunbookUrl> &urls, const QList<SectionRecord> &records);
/** AlertQuestion::overviews: the pages of folders in which further runbooks are. */
QSet<QString> overviewsAmong(const QList<SectionRecord> &records);

Reason fromUrl(const AlertQuestion &question, const SectionRecord &record);

/** Whether @p url names @p record, or a heading of it, by more than its file. */
bool namesHeading(const RunbookUrl &url, const SectionRecord &record);
/** The heading in @p record with that anchor or title; null when there is none. */
const HeadingPlace *headingCalled(const QString &wanted, const SectionRecord &record);
/** A link to Mitigation or to Step 2 opens the whole runbook: what comes before it only looks. */
bool isPartOfItsOwn(const QString &heading);

} // namespace Handrail
