// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"
#include "matching/servicechoice.h"
#include "matching/weights.h"
#include "search/runbookindex.h"

namespace Handrail {

/** One thing that speaks for a runbook. Its weight is what the score was made of: reason and score are one line of code. */
struct Reason
{
    enum class Kind {
        RunbookUrl, ///< the alert's link leads to it
        LikeRunbookUrl, ///< it is called like the link's end: no proof, whatever it weighs
        Matcher,
        AlertName,
        Service,
        History,
        Text
    };

    Kind kind = Kind::Text;
    QString detail; ///< neutral English: "file name equals the alert's name", "label service=checkout"
    double weight = 0; ///< 0 to 1

    bool operator==(const Reason &) const = default;
};

struct Match
{
    RunbookEntry runbook;
    QString anchor; ///< section to open; empty for the whole file
    QString title; ///< of the section, or of the runbook
    double score = 0; ///< 0 to 1
    QList<Reason> reasons; ///< strongest first; never empty
    QString against; ///< what was counted against it, in neutral English; empty when nothing was
    bool isRejected = false; ///< a person called it the wrong one: it stands below the others

    bool operator==(const Match &) const = default;
};

/** What became of a runbook that was followed for an alert here before. */
struct PastRun
{
    enum class Outcome { Followed, Abandoned, Right, Wrong }; ///< to its end, hardly begun, judged by a person

    QString alertName;
    QString fingerprint;
    RunbookRef runbook;
    QString anchor;
    Outcome outcome = Outcome::Followed;
    QDateTime at; ///< UTC

    bool operator==(const PastRun &) const = default;
};

/** What is known besides the alert and the library. */
struct MatchContext
{
    QDateTime now; ///< UTC; not valid: nobody is asked for who is on call
    QList<PastRun> pastRuns; ///< the latest first
    QList<PastRun> rejected; ///< said just now, of this very alert, which may have no name
};

/** The ranked runbooks for one alert, and how sure Handrail is of the first. */
struct MatchResult
{
    enum class Verdict { None, Possible, Confident };

    Verdict verdict = Verdict::None;
    QList<Match> matches; ///< best first; empty when the verdict is None
    Ownership ownership;
    QString deadLink; ///< the alert's own link to a runbook, when no file here is meant by it
    std::optional<Match> nearestToDeadLink; ///< the one called most like it, of all that fit; among the matches if there is room

    bool operator==(const MatchResult &) const = default;
};

QString toString(Reason::Kind kind); ///< runbook-url|matcher|alert-name|service|history|text; the link's two are one to the reader
QString toString(MatchResult::Verdict verdict); ///< none|possible|confident

/** Finds the runbooks that fit an alert. Stateless; asks the index, weighs what it gives, says why. */
class Matcher
{
public:
    Matcher(const RunbookIndex &index, Catalog catalog, QStringList myTeams, const Weights &weights = {});

    Result<MatchResult> match(const Alert &alert, int limit, const MatchContext &context = {}) const;
    /** What to search for when nothing fits: the words of @p alert that say most and are together in some runbook. */
    QString searchWords(const Alert &alert) const;
    ServiceChoice serviceOf(const Alert &alert) const;

private:
    Ownership ownershipOf(const Alert &alert) const;

    const RunbookIndex &m_index;
    Catalog m_catalog;
    QStringList m_myTeams;
    Weights m_weights;
};

} // namespace Handrail
