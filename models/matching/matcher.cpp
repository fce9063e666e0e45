// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matcher.h"

#include "matching/certainty.h"
#include "matching/evidence.h"
#include "matching/linkevidence.h"
#include "search/searchwords.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <future>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** How many sections are weighed: in a library of very many that is a smaller part of those that say the same, so some more. */
int candidateLimit(int sections)
{
    constexpr int least = 100;
    constexpr int most = 300;
    return std::clamp(sections / 400, least, most);
}

/** Every kind of evidence speaks once; what it says and what it counts are the same value. */
Match weighed(const AlertQuestion &question, const SectionRecord &record)
{
    const HeadingPlace *heading = meantHeading(question, record);
    Match match { record.runbook, heading ? heading->anchor : record.anchor, heading ? heading->title : record.title, 0, {}, {} };
    double doubt = 1;
    for (const Evidence evidence : allEvidence()) {
        const Reason reason = evidence(question, record);
        if (reason.weight <= 0)
            continue;
        doubt *= 1 - reason.weight;
        match.reasons.append(reason);
    }
    match.score = 1 - doubt;
    if (const PastRun *run = latestRun(question, record)) {
        const bool isWrong = run->outcome == PastRun::Outcome::Wrong;
        if (isWrong || run->outcome == PastRun::Outcome::Abandoned) {
            match.isRejected = isWrong;
            match.score *= isWrong ? question.weights.keptWhenWrong : question.weights.keptWhenAbandoned;
            const QString day = run->at.toLocalTime().date().toString(Qt::ISODate);
            match.against = isWrong ? u"somebody said on %1 that it is the wrong one for this alert"_s.arg(day)
                                    : u"it was opened for this alert on %1 and not followed"_s.arg(day);
        }
    }
    std::stable_sort(match.reasons.begin(), match.reasons.end(),
                     [](const Reason &a, const Reason &b) { return a.weight > b.weight; });
    return match;
}

/** Each section is weighed by itself, so that two threads halve the wait: most of it is counting the words of their texts. */
QList<Match> allWeighed(const AlertQuestion &question, const QList<SectionRecord> &records)
{
    const auto weighAll = [&question](const SectionRecord *from, const SectionRecord *to) {
        QList<Match> matches;
        for (const SectionRecord *record = from; record != to; ++record)
            matches.append(weighed(question, *record));
        return matches;
    };
    constexpr qsizetype worthAThread = 16;
    const SectionRecord *const begin = records.constData();
    const SectionRecord *const middle = begin + (records.size() < worthAThread ? 0 : records.size() / 2);
    std::future<QList<Match>> first = std::async(begin == middle ? std::launch::deferred : std::launch::async | std::launch::deferred, weighAll, begin, middle);
    const QList<Match> second = weighAll(middle, begin + records.size());
    return first.get() + second;
}

bool isBetter(const Match &a, const Match &b)
{
    if (a.isRejected != b.isRejected)
        return b.isRejected;
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

/** The same alert is one of the same fingerprint or name. */
QList<PastRun> runsOf(const Alert &alert, const QList<PastRun> &all)
{
    QList<PastRun> runs;
    std::copy_if(all.begin(), all.end(), std::back_inserter(runs), [&alert](const PastRun &run) {
        return (!alert.fingerprint.isEmpty() && run.fingerprint == alert.fingerprint)
            || (!alert.name.isEmpty() && nameKey(run.alertName) == nameKey(alert.name) && signsOf(run.alertName) == signsOf(alert.name));
    });
    return runs;
}

/** The match called most like a link that is dead; what somebody called wrong for this alert is not offered again. */
std::optional<Match> nearestOf(const QList<Match> &matches)
{
    const auto nearness = [](const Match &match) {
        const auto reason = std::find_if(match.reasons.begin(), match.reasons.end(),
                                         [](const Reason &each) { return each.kind == Reason::Kind::LikeRunbookUrl; });
        return reason == match.reasons.end() || !match.against.isEmpty() ? 0.0 : reason->weight;
    };
    const auto nearest = std::max_element(matches.begin(), matches.end(),
                                          [nearness](const Match &a, const Match &b) { return nearness(a) < nearness(b); });
    return nearest != matches.end() && nearness(*nearest) > 0 ? std::optional(*nearest) : std::nullopt;
}

/** The best, the last of which gives way to @p wanted when that is not among them. */
QList<Match> best(const QList<Match> &matches, int limit, const std::optional<Match> &wanted)
{
    QList<Match> shown = matches.first(std::min<qsizetype>(limit, matches.size()));
    if (wanted && shown.size() > 1 && !shown.contains(*wanted))
        shown.last() = *wanted;
    return shown;
}

/** One that is known by its words alone is replaced by one that was asked for by its path, which comes with its headings. */
void addNew(const QList<SectionRecord> &more, QList<SectionRecord> &records)
{
    QHash<std::pair<QString, QString>, qsizetype> known;
    for (qsizetype i = 0; i < records.size(); ++i)
        known.insert({ records.at(i).runbook.ref.filePath(), records.at(i).anchor }, i);
    for (const SectionRecord &record : more) {
        const auto place = known.constFind({ record.runbook.ref.filePath(), record.anchor });
        if (place == known.cend())
            records.append(record);
        else if (records.at(*place).headings.isEmpty())
            records[*place] = record;
    }
}

constexpr qsizetype mostPaths = 24; ///< each is looked up in the index

CandidateQuery candidateQuery(const AlertQuestion &question, const QList<AlertTerm> &terms)
{
    CandidateQuery query;
    for (const AlertedName &name : question.names)
        query.names += { name.written, name.withoutSeverity };
    for (const ServiceHint &hint : question.services)
        query.services.append(hint.key);
    for (const RunbookUrl &url : question.urls) {
        query.paths.append(url.path);
        query.services.append(pageName(url.path)); // of a folder, what else is in it
    }
    for (const PastRun &run : question.pastRuns) { // the newest first
        if (!query.paths.contains(run.runbook.path))
            query.paths.append(run.runbook.path);
        if (query.paths.size() >= mostPaths)
            break;
    }
    for (const AlertTerm &term : terms)
        query.words.append(term.word);
    return query;
}

/** What may be the alert's runbook: what it names, what is called like a link of its that is dead, and where tables lead from its name. */
Result<QList<SectionRecord>> gathered(const RunbookIndex &index, const QList<AlertTerm> &terms, int limit, AlertQuestion &question)
{
    auto records = index.candidates(candidateQuery(question, terms), limit);
    if (!records)
        return records;
    for (const RunbookUrl &url : deadAmong(question.urls, *records)) {
        constexpr int most = 40;
        question.deadLinks.append(DeadLink(url, index));
        const auto alike = index.candidates(question.deadLinks.last().candidates(), most);
        if (!alike)
            return alike.problem();
        addNew(*alike, *records);
    }
    question.listings = listingsIn(*records, question);
    CandidateQuery listed;
    for (const Listing &listing : std::as_const(question.listings)) {
        if (listed.paths.size() < mostPaths && !listed.paths.contains(listing.runbook.path))
            listed.paths.append(listing.runbook.path);
    }
    if (listed.paths.isEmpty())
        return records;
    const auto more = index.candidates(listed, limit);
    if (!more)
        return more.problem();
    addNew(*more, *records);
    return records;
}

} // namespace

QString toString(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::RunbookUrl:
    case Reason::Kind::LikeRunbookUrl:
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

Matcher::Matcher(const RunbookIndex &index, Catalog catalog, QStringList myTeams, const Weights &weights)
    : m_index(index)
    , m_catalog(std::move(catalog))
    , m_myTeams(std::move(myTeams))
    , m_weights(weights)
{
}

Result<MatchResult> Matcher::match(const Alert &alert, int limit, const MatchContext &context) const
{
    const QList<AlertTerm> terms = alertTerms(alert, m_weights);
    QStringList stems;
    for (const AlertTerm &term : terms)
        stems.append(term.stem);
    const auto frequencies = m_index.frequencies(stems);
    if (!frequencies)
        return frequencies.problem();
    QList<AlertedName> names;
    for (const QString &name : alertNames(alert))
        names.append(AlertedName(name));
    AlertQuestion question { alert, names, urlsOf(alert), {}, {}, {}, {}, serviceHints(alert, m_catalog, m_weights),
                             TextScore(terms, *frequencies, m_weights), context.rejected + runsOf(alert, context.pastRuns), m_weights };
    auto records = gathered(m_index, terms, candidateLimit(frequencies->sections), question);
    if (!records)
        return records.problem();
    question.foundHeadings = foundHeadings(question.urls, *records);
    question.overviews = question.urls.isEmpty() ? QSet<QString> {} : overviewsAmong(*records);
    QList<Match> matches = allWeighed(question, *records);
    const double worthShowing = isTyped(alert) ? m_weights.possibleForTyped : m_weights.possibleFrom;
    matches.removeIf([this, worthShowing](const Match &match) { // what somebody called wrong stays, below the others
        return match.score < worthShowing * (match.against.isEmpty() ? 1 : m_weights.keptWhenWrong);
    });
    std::sort(matches.begin(), matches.end(), isBetter);
    matches = withoutRepeats(matches);
    MatchResult result { verdictOn(matches, question.services.isEmpty() ? 0 : question.services.first().weight, m_weights), {}, ownershipOf(alert), {}, {} };
    if (!question.deadLinks.isEmpty()) {
        result.deadLink = question.deadLinks.first().written();
        result.nearestToDeadLink = nearestOf(matches);
    }
    result.matches = best(matches, limit, result.nearestToDeadLink);
    if (m_myTeams.isEmpty() && !result.ownership.owner.isEmpty())
        result.ownership.reason += u"; which teams are yours is not set"_s;
    if (context.now.isValid())
        result.ownership.onCall = m_catalog.onCallFor(result.ownership.owner, context.now).value_or(OnCall());
    return result;
}

QString Matcher::searchWords(const Alert &alert) const
{
    constexpr qsizetype most = 3;
    QList<AlertTerm> terms = alertTerms(alert, m_weights);
    std::stable_sort(terms.begin(), terms.end(), [](const AlertTerm &a, const AlertTerm &b) { return a.weight > b.weight; });
    const auto isFound = [this](const QStringList &words) {
        const auto hits = m_index.search(parseQuery(words.join(u' ') + u' '), 1);
        return hits && !hits->isEmpty();
    };
    QStringList words;
    for (const AlertTerm &term : std::as_const(terms)) {
        if (words.size() < most && isFound(words + QStringList { term.word }))
            words.append(term.word);
    }
    return words.isEmpty() ? spelledOut(alert.name) : words.join(u' ');
}

ServiceChoice Matcher::serviceOf(const Alert &alert) const
{
    return chooseService(alert, m_catalog);
}

Ownership Matcher::ownershipOf(const Alert &alert) const
{
    const QList<Labels::Pair> services = serviceLabels(alert);
    for (const auto &[label, value] : services) {
        if (m_catalog.find(value))
            return m_catalog.ownershipOf(value, m_myTeams);
    }
    const QString chosen = serviceOf(alert).service;
    const QString first = services.isEmpty() ? QString() : services.first().second;
    return m_catalog.ownershipOf(chosen.isEmpty() ? first : chosen, m_myTeams);
}

} // namespace Handrail
