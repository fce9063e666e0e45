// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matcher.h"

#include "matching/evidence.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int candidateLimit = 100;
constexpr double confidentFrom = 0.90;
constexpr double possibleFrom = 0.12; ///< below it two texts share no more than words of the trade
constexpr double tooCloseToTell = 0.005; ///< two this near are a tie, however good

/** Every kind of evidence speaks once; what it says and what it counts are the same value. */
Match weighed(const AlertQuestion &question, const SectionRecord &record)
{
    Match match { record.runbook, record.anchor, record.title, 0, {} };
    double doubt = 1;
    for (const Evidence evidence : allEvidence()) {
        const Reason reason = evidence(question, record);
        if (reason.weight <= 0)
            continue;
        doubt *= 1 - reason.weight;
        match.reasons.append(reason);
    }
    match.score = 1 - doubt;
    std::stable_sort(match.reasons.begin(), match.reasons.end(),
                     [](const Reason &a, const Reason &b) { return a.weight > b.weight; });
    return match;
}

bool isBetter(const Match &a, const Match &b)
{
    if (a.score != b.score)
        return a.score > b.score;
    // The same input gives the same answer.
    return std::tie(a.runbook.ref.path, a.anchor, a.runbook.ref.root)
        < std::tie(b.runbook.ref.path, b.anchor, b.runbook.ref.root);
}

/** One file is shown once, unless several of its sections are runbooks of their own: then the page above them is left out. */
QList<Match> withoutRepeats(const QList<Match> &sorted)
{
    constexpr int sectionsOfOneFile = 3;
    QHash<QString, int> shown;
    QSet<QString> wholeFileShown;
    QList<Match> result;
    for (const Match &match : sorted) {
        const QString file = match.runbook.ref.filePath();
        const bool isFile = match.anchor.isEmpty();
        if (wholeFileShown.contains(file) || (isFile && shown.value(file) > 0) || shown.value(file) >= sectionsOfOneFile)
            continue;
        ++shown[file];
        if (isFile)
            wholeFileShown.insert(file);
        result.append(match);
    }
    return result;
}

MatchResult::Verdict verdictOn(const QList<Match> &matches)
{
    if (matches.isEmpty())
        return MatchResult::Verdict::None;
    const bool isTie = matches.size() > 1 && matches[0].score - matches[1].score < tooCloseToTell;
    return matches[0].score >= confidentFrom && !isTie ? MatchResult::Verdict::Confident : MatchResult::Verdict::Possible;
}

QStringList keysOf(const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names)
        keys.append(nameKey(name));
    return keys;
}

} // namespace

QString toString(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::RunbookUrl:
        return u"runbook-url"_s;
    case Reason::Kind::Matcher:
        return u"matcher"_s;
    case Reason::Kind::AlertName:
        return u"alert-name"_s;
    case Reason::Kind::Service:
        return u"service"_s;
    case Reason::Kind::History:
        return u"history"_s;
    case Reason::Kind::Text:
        break;
    }
    return u"text"_s;
}

QString toString(MatchResult::Verdict verdict)
{
    switch (verdict) {
    case MatchResult::Verdict::Confident:
        return u"confident"_s;
    case MatchResult::Verdict::Possible:
        return u"possible"_s;
    case MatchResult::Verdict::None:
        break;
    }
    return u"none"_s;
}

Matcher::Matcher(const RunbookIndex &index, Catalog catalog, QStringList myTeams)
    : m_index(index)
    , m_catalog(std::move(catalog))
    , m_myTeams(std::move(myTeams))
{
}

Result<MatchResult> Matcher::match(const Alert &alert, int limit) const
{
    const QList<AlertTerm> terms = alertTerms(alert);
    CandidateQuery query;
    query.names = alertNames(alert);
    QStringList stems;
    for (const AlertTerm &term : terms) {
        query.words.append(term.word);
        stems.append(term.stem);
    }
    QList<RunbookUrl> urls;
    for (const QString &link : runbookLinks(alert)) {
        if (const RunbookUrl url = readRunbookUrl(link); !url.path.isEmpty()) {
            urls.append(url);
            query.paths.append(url.path);
        }
    }
    const QList<Labels::Pair> services = serviceLabels(alert);
    MatchResult result;
    for (const auto &[label, value] : services) {
        query.services.append(value);
        if (const Service *known = m_catalog.find(value)) {
            query.services.append(known->name);
            if (result.ownership.service.isEmpty())
                result.ownership = m_catalog.ownershipOf(value, m_myTeams);
        }
    }
    query.services.removeDuplicates();
    if (result.ownership.service.isEmpty())
        result.ownership = m_catalog.ownershipOf(services.isEmpty() ? QString() : services.first().second, m_myTeams);

    const auto frequencies = m_index.frequencies(stems);
    if (!frequencies)
        return frequencies.problem();
    const auto records = m_index.candidates(query, candidateLimit);
    if (!records)
        return records.problem();

    const AlertQuestion question { alert,    query.names,    keysOf(query.names),
                                   urls,     services,       query.services,
                                   TextScore(terms, *frequencies) };
    QList<Match> matches;
    for (const SectionRecord &record : *records) {
        const Match match = weighed(question, record);
        if (match.score >= possibleFrom)
            matches.append(match);
    }
    std::sort(matches.begin(), matches.end(), isBetter);
    matches = withoutRepeats(matches);
    result.verdict = verdictOn(matches);
    result.matches = matches.first(std::min<qsizetype>(limit, matches.size()));
    return result;
}

} // namespace Handrail
