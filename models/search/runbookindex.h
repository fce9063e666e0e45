// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/textspan.h"
#include "library/runbook.h"
#include "search/indexedsection.h"
#include "search/searchquery.h"

#include <QHash>
#include <QList>

namespace Handrail {

/**
 * A runbook as the library lists it: enough for a row, without its text. A hit or a candidate has it without tags, alerts and
 * links, which only runbooks() asks for.
 */
struct RunbookEntry
{
    RunbookRef ref;
    QString title;
    QStringList services;
    QStringList owners;
    QDateTime modifiedAt; ///< UTC, the file's
    QDateTime changedAt; ///< UTC: by its repository's history, else modifiedAt; set by the session
    QDate reviewedOn;
    QDate reviewDue;
    QStringList tags;
    QStringList alerts; ///< names and matchers it says it is for: of its front matter, its headings, its title or file name
    QStringList links; ///< paths of the markdown files it links to, from the library's folder
    QStringList brokenLinks; ///< those of links that lead to no file; set by findBrokenLinks()

    bool operator==(const RunbookEntry &) const = default;
};

/** A section that answers a search. */
struct SearchHit
{
    RunbookEntry runbook;
    QString anchor; ///< of the section; empty for the file's start
    QString sectionTitle;
    QString snippet; ///< plain text around the words found
    QList<TextSpan> marks; ///< the words found, in the snippet
    QList<TextSpan> titleMarks; ///< the words found, in the title
    double score = 0; ///< higher is better; comparable within one answer only

    bool operator==(const SearchHit &) const = default;
};

/** A section as the matcher weighs it: its names and the words it says. */
struct SectionRecord
{
    RunbookEntry runbook;
    QString anchor; ///< empty for the whole file
    QString title; ///< the section's heading, or the runbook's title
    QStringList alerts; ///< names and matchers of the front matter, and a heading that is an alert's name
    QList<ListedAlert> listedAlerts; ///< by the rows of its tables
    QString text; ///< its words
    QList<HeadingPlace> headings {}; ///< in its text; known when it was found by a name or a path

    bool operator==(const SectionRecord &) const = default;
};

/** What the matcher looks for before it weighs: any section that fits one of these. */
struct CandidateQuery
{
    QStringList names; ///< alert names: equal to a front-matter alert, a file name, a heading or a row, compared by nameKey()
    QStringList services;
    QStringList paths; ///< file paths or ends of paths, from a runbook URL
    QStringList words; ///< what the alert says, any of them
    QStringList mistyped {}; ///< file paths, whose files may be called by a name that is written a little differently
};

/** How common words are, so that a rare one counts for more. */
struct WordFrequencies
{
    int sections = 0; ///< in the whole index
    QHash<QString, int> containing; ///< stem → how many of them have it, in any form

    /** 1 for a word that no section has; the more have it the less, but above 0. */
    double rarityOf(const QString &stem) const;

    bool operator==(const WordFrequencies &) const = default;
};

/** The form in which names are compared: letters and digits alone, lower case. "KubePodCrashLooping" = "kube-pod-crash_looping". */
QString nameKey(QStringView name);
QStringList nameKeys(const QStringList &names);

/**
 * What the rest of the program asks of the index. Every function may be called from any thread at any time, also while the
 * index is being built: it then answers from what is there.
 */
class RunbookIndex
{
public:
    virtual ~RunbookIndex() = default;

    virtual Result<QList<RunbookEntry>> runbooks() const = 0; ///< all, by title
    virtual Result<QList<SearchHit>> search(const SearchQuery &query, int limit) const = 0; ///< best first
    virtual Result<QList<SectionRecord>> candidates(const CandidateQuery &query, int limit) const = 0;
    /** Of the words with these stems, as stemOf() makes them. */
    virtual Result<WordFrequencies> frequencies(const QStringList &stems) const
    {
        Q_UNUSED(stems)
        return WordFrequencies {};
    }
    virtual QStringList nearestWords(const QString &word, int limit) const = 0; ///< "did you mean"
};

} // namespace Handrail
