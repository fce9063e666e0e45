// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"
#include "matching/servicechoice.h"
#include "search/runbookindex.h"

namespace Handrail {

/** One thing that speaks for a runbook. Its weight is what the score was made of: reason and score are one line of code. */
struct Reason
{
    enum class Kind { RunbookUrl, Matcher, AlertName, Service, History, Text };

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

    bool operator==(const Match &) const = default;
};

/** The ranked runbooks for one alert, and how sure Handrail is of the first. */
struct MatchResult
{
    enum class Verdict { None, Possible, Confident };

    Verdict verdict = Verdict::None;
    QList<Match> matches; ///< best first; empty when the verdict is None
    Ownership ownership;

    bool operator==(const MatchResult &) const = default;
};

QString toString(Reason::Kind kind); ///< runbook-url|matcher|alert-name|service|history|text
QString toString(MatchResult::Verdict verdict); ///< none|possible|confident

/** Finds the runbooks that fit an alert. Stateless; asks the index, weighs what it gives, says why. */
class Matcher
{
public:
    Matcher(const RunbookIndex &index, Catalog catalog, QStringList myTeams);

    Result<MatchResult> match(const Alert &alert, int limit) const;
    ServiceChoice serviceOf(const Alert &alert) const;

private:
    Ownership ownershipOf(const Alert &alert) const;

    const RunbookIndex &m_index;
    Catalog m_catalog;
    QStringList m_myTeams;
};

} // namespace Handrail
