// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"

namespace Handrail {

/** Where a heading stands in the words of an indexed section, so that a hit opens the file at the right place. */
struct HeadingPlace
{
    QString anchor;
    QString title;
    qsizetype position = 0; ///< in IndexedSection::text

    bool operator==(const HeadingPlace &) const = default;
};

/** An alert that a row of a table is about. */
struct ListedAlert
{
    QString name;
    QString path {}; ///< of the library's runbook that the row leads to, from the library's folder; empty when it leads to none
    QString anchor {};

    bool operator==(const ListedAlert &) const = default;
};

/**
 * What is indexed, found and followed as one: a whole file, or the part of it that a heading gives to one alert. Headings such as
 * Meaning or Diagnosis divide a runbook and are no runbook of their own: they stay in the section they belong to.
 */
struct IndexedSection
{
    QString anchor; ///< empty for the file
    QString title;
    QStringList alerts; ///< names and matchers of the front matter; the name that the heading is
    QStringList names; ///< what else it is called: file name, folder for an index page, title
    QList<ListedAlert> listedAlerts; ///< by the rows of its tables
    QString context; ///< headings above it and the file's path, in words
    QString text; ///< its words, without those of the sections taken out of it
    QList<HeadingPlace> headings;

    bool operator==(const IndexedSection &) const = default;
};

/** The file first, then its sections in order. */
QList<IndexedSection> indexedSections(const Runbook &runbook);
/** What a file with these sections says it is for: names and matchers; a title or file name counts when it is an alert's name. */
QStringList alertsIn(const QList<IndexedSection> &sections);

} // namespace Handrail
