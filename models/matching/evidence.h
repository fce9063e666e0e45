// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/alertterms.h"
#include "matching/deadlink.h"
#include "matching/matcher.h"
#include "matching/runbookurl.h"
#include "matching/servicehints.h"
#include "matching/textscore.h"
#include "matching/weights.h"

#include <QSet>

namespace Handrail {

/** A name of the alert in the forms that it is compared by. */
struct AlertedName
{
    explicit AlertedName(const QString &name);

    QString written;
    QString key; ///< nameKey()
    QString withoutSeverity; ///< its key without the degree that many rules end their alerts' names with; empty when it has none
    QString signs; ///< signsOf()
};

/** A row of a table that leads from one of the alert's names to a runbook. */
struct Listing
{
    RunbookRef runbook;
    QString anchor;
    QString table; ///< path of the file it stands in
    double weight = 0;
};

/** An alert with all that is asked of it, worked out once. */
struct AlertQuestion
{
    const Alert &alert;
    QList<AlertedName> names; ///< the alert's own first
    QList<RunbookUrl> urls;
    QList<DeadLink> deadLinks {}; ///< those of the above, when none of them leads to a file here
    QSet<QString> foundHeadings {}; ///< files that have the heading which a link to them names in a section of its own
    QSet<QString> overviews {}; ///< files that a link to their folder opens, in which other runbooks are as well
    QList<Listing> listings {};
    QList<ServiceHint> services; ///< the weightiest first
    TextScore text;
    QList<PastRun> pastRuns; ///< of this alert, the latest first
    const Weights &weights;
};

/** What one kind of evidence has to say for a section; its weight is 0 when it has nothing to say. */
using Evidence = Reason (*)(const AlertQuestion &question, const SectionRecord &record);

/** Where the rows of @p records that are about the alert lead to. */
QList<Listing> listingsIn(const QList<SectionRecord> &records, const AlertQuestion &question);

/** What became of @p record's runbook when it was last tried for this alert; a person's judgement before all. Null: never tried. */
const PastRun *latestRun(const AlertQuestion &question, const SectionRecord &record);

/** The heading inside of @p record that the alert means, by its link or its name; null when it means the whole of it. */
const HeadingPlace *meantHeading(const AlertQuestion &question, const SectionRecord &record);

/** All kinds, the strongest first. A new one is a new function, added here once. */
const QList<Evidence> &allEvidence();

} // namespace Handrail
