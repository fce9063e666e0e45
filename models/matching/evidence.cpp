// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/evidence.h"

#include "library/runbookfields.h"
#include "matching/labelmatcher.h"
#include "matching/linkevidence.h"
#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Whether it means one alert: alertname="KubeletDown" does, =~"Kube.*" and !="Watchdog" let others through. */
bool asksForName(const LabelMatcher &matcher)
{
    return matcher.label == u"alertname" && matcher.op == LabelMatcher::Operator::Equal;
}

Reason fromMatchers(const AlertQuestion &question, const SectionRecord &record)
{
    Reason strongest;
    for (const QString &text : record.alerts) {
        const auto matchers = isLabelMatchers(text) ? readLabelMatchers(text) : std::nullopt;
        if (!matchers || !accepts(*matchers, question.alert))
            continue;
        const bool isByName = std::any_of(matchers->begin(), matchers->end(), asksForName);
        const double weight = isByName ? question.weights.matcher : question.weights.matcherOfAnyName;
        if (weight > strongest.weight)
            strongest = { Reason::Kind::Matcher, u"front matter says it is for %1"_s.arg(text), weight };
    }
    return strongest;
}

/** Whether @p name goes on after @p wanted with a new word: "KubeletDown-node" for KubeletDown. */
bool beginsWithName(const QString &name, const QString &wanted)
{
    return name.size() > wanted.size() && name.startsWith(wanted, Qt::CaseInsensitive)
        && !name.at(wanted.size()).isLetterOrNumber();
}

/** "ReplicationLag" of "ReplicationLagCritical"; empty when there is no degree, or less than two words beside it. */
QString keyWithoutSeverity(const QString &name)
{
    static const QStringList degrees { u"critical"_s, u"warning"_s, u"error"_s, u"info"_s, u"page"_s, u"ticket"_s };
    QStringList words = spelledOut(name).toLower().split(u' ');
    return words.size() > 2 && degrees.contains(words.takeLast()) ? nameKey(words.join(u' ')) : QString();
}

/**
 * A name without its articles and forms of "to be": "The disk is full" and "DiskFull" are alike. No other word is small here:
 * "not", "above" and "critical" tell one alert from another, as do "BE" and the A of "FeedAStale".
 */
QString withoutSmallWords(const QString &name)
{
    static const QStringList small { u"a"_s,  u"an"_s, u"the"_s, u"is"_s, u"are"_s, u"was"_s, u"were"_s, u"be"_s, u"been"_s,
                                     u"An"_s, u"The"_s, u"Is"_s, u"Are"_s, u"Was"_s, u"Were"_s, u"Be"_s, u"Been"_s };
    QString key;
    for (const QString &word : spelledOut(name).split(u' ')) {
        if (!small.contains(word))
            key += word.toLower();
    }
    return key;
}

/** Whether nameKey() of @p name is @p key. Most names differ at their first letter, which is soon seen. */
bool hasKey(const QString &name, const QString &key)
{
    const auto first = std::find_if(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return first != name.end() && (first->unicode() >= 0x80 || key.startsWith(first->toLower())) && nameKey(name) == key;
}

bool isSame(const QString &text, const AlertedName &name)
{
    return hasKey(text, name.key) && signsOf(text) == name.signs;
}

bool isSameButForSeverity(const QString &text, const AlertedName &name)
{
    return !name.withoutSeverity.isEmpty() && hasKey(text, name.withoutSeverity) && signsOf(text) == name.signs;
}

/** Whether the text has @p name as a word of its own, written the same way. */
bool isNamedIn(const QString &text, const QString &name)
{
    if (spelledOut(name).count(u' ') < 1)
        return false; // an everyday word names nothing
    constexpr qsizetype most = 128 * 1024; // characters that are looked through
    const QStringView looked = QStringView(text).left(most);
    const auto isEdge = [&looked](qsizetype i) { return i < 0 || i >= looked.size() || !looked.at(i).isLetterOrNumber(); };
    for (qsizetype at = looked.indexOf(name); at >= 0; at = looked.indexOf(name, at + 1)) {
        if (isEdge(at - 1) && isEdge(at + name.size()))
            return true;
    }
    return false;
}

/** A table that leads to this runbook for the alert's name. */
Reason fromListing(const AlertQuestion &question, const SectionRecord &record)
{
    for (const Listing &listing : question.listings) {
        const bool isMeant = listing.anchor.isEmpty() ? record.anchor.isEmpty() : namesHeading({ {}, listing.anchor }, record);
        if (listing.runbook == record.runbook.ref && isMeant)
            return { Reason::Kind::AlertName, u"the table in %1 leads to it from the alert's name"_s.arg(listing.table), listing.weight };
    }
    return {};
}

/** What is called like the alert, in itself. */
Reason fromOwnNames(const AlertQuestion &question, const SectionRecord &record)
{
    const QString stem = pageName(record.runbook.ref.path);
    const QString titleWords = withoutSmallWords(record.title);
    const bool isFile = record.anchor.isEmpty();
    for (const AlertedName &name : question.names) {
        const bool own = name.written == question.alert.name;
        const auto reason = [&](const QString &what, double weight) {
            return Reason { Reason::Kind::AlertName,
                            own ? u"%1 is the alert's name"_s.arg(what) : u"%1 is a name the alert mentions"_s.arg(what),
                            own ? weight : weight * question.weights.mentionedName };
        };
        const auto isThis = [&name](const QString &text) { return isSame(text, name); };
        const auto isThisButForSeverity = [&name](const QString &text) { return isSameButForSeverity(text, name); };
        if (std::any_of(record.alerts.begin(), record.alerts.end(), isThis))
            return isFile ? reason(u"an alert in the front matter"_s, question.weights.declaredName) : reason(u"the heading"_s, question.weights.heading);
        if (isFile && isThis(stem))
            return reason(u"the file's name"_s, question.weights.fileName);
        if (isThis(record.title))
            return reason(u"the title"_s, question.weights.title);
        const auto isRow = [&](const auto &isNamed) {
            return std::any_of(record.listedAlerts.begin(), record.listedAlerts.end(),
                               [&](const ListedAlert &listed) { return listed.path.isEmpty() && isNamed(listed.name); });
        };
        if (isRow(isThis))
            return reason(u"a row of the table"_s, question.weights.tableRow);
        if (!titleWords.isEmpty() && withoutSmallWords(name.written) == titleWords && signsOf(record.title) == name.signs)
            return reason(u"the title, but for small words,"_s, question.weights.sameWords);
        if (isFile && isThisButForSeverity(stem))
            return reason(u"the file's name, but for the severity,"_s, question.weights.nameWithSeverity);
        if (isThisButForSeverity(record.title))
            return reason(u"the title, but for the severity,"_s, question.weights.nameWithSeverity);
        if (isRow(isThisButForSeverity))
            return reason(u"a row of the table, but for the severity,"_s, question.weights.nameWithSeverity);
        if (isFile && beginsWithName(stem, name.written))
            return reason(u"the beginning of the file's name"_s, question.weights.beginsWithName);
        const auto heading = std::find_if(record.headings.begin(), record.headings.end(), [&](const HeadingPlace &each) {
            return isThis(each.title) && isPartOfItsOwn(each.title);
        });
        if (heading != record.headings.end())
            return reason(u"the heading \"%1\" in it"_s.arg(heading->title), question.weights.headingInside);
        if (isNamedIn(record.text, name.written))
            return reason(u"a word in the text"_s, question.weights.namedInText);
    }
    return {};
}

Reason fromName(const AlertQuestion &question, const SectionRecord &record)
{
    const Reason own = fromOwnNames(question, record);
    const Reason listed = fromListing(question, record);
    return listed.weight > own.weight ? listed : own;
}

Reason fromService(const AlertQuestion &question, const SectionRecord &record)
{
    if (question.services.isEmpty())
        return {};
    QStringList folders = record.runbook.ref.path.split(u'/');
    const bool isOverview = isFolderPage(pageStem(folders.takeLast())) && record.anchor.isEmpty();
    const auto weightOf = [&](const ServiceHint &hint) {
        return isOverview ? hint.weight + question.weights.overview : hint.weight * (hint.isPlace ? question.weights.pageOfPlace : 1);
    };
    const QStringList serviceKeys = nameKeys(record.runbook.services);
    const QStringList folderKeys = nameKeys(folders);
    for (const ServiceHint &hint : question.services) { // the weightiest first
        if (serviceKeys.contains(hint.key))
            return { Reason::Kind::Service, u"it is written for the service: %1"_s.arg(hint.detail), weightOf(hint) };
        if (folderKeys.contains(hint.key))
            return { Reason::Kind::Service, u"it is in the service's folder: %1"_s.arg(hint.detail), weightOf(hint) };
    }
    return {};
}

Reason fromText(const AlertQuestion &question, const SectionRecord &record)
{
    return question.text.reason(record);
}

/** What solved the same alert here before. What speaks against a runbook is counted in weighed(). */
Reason fromHistory(const AlertQuestion &question, const SectionRecord &record)
{
    const PastRun *run = latestRun(question, record);
    if (!run)
        return {};
    const QString day = run->at.toLocalTime().date().toString(Qt::ISODate);
    if (run->outcome == PastRun::Outcome::Right)
        return { Reason::Kind::History, u"it was the right one for this alert on %1"_s.arg(day), question.weights.judgedRight };
    if (run->outcome == PastRun::Outcome::Followed)
        return { Reason::Kind::History, u"it was followed to its end for this alert on %1"_s.arg(day), question.weights.followed };
    return {};
}

} // namespace

AlertedName::AlertedName(const QString &name)
    : written(name)
    , key(nameKey(name))
    , withoutSeverity(keyWithoutSeverity(name))
    , signs(signsOf(name))
{
}

QList<Listing> listingsIn(const QList<SectionRecord> &records, const AlertQuestion &question)
{
    QList<Listing> listings;
    for (const SectionRecord &record : records) {
        for (const ListedAlert &listed : record.listedAlerts) {
            for (const AlertedName &name : question.names) {
                const double weight = isSame(listed.name, name) ? question.weights.tableRow
                    : isSameButForSeverity(listed.name, name)   ? question.weights.nameWithSeverity
                                                                : 0;
                if (weight > 0 && !listed.path.isEmpty())
                    listings.append({ { record.runbook.ref.root, listed.path }, listed.anchor, record.runbook.ref.path,
                                      name.written == question.alert.name ? weight : weight * question.weights.mentionedName });
            }
        }
    }
    return listings;
}

const HeadingPlace *meantHeading(const AlertQuestion &question, const SectionRecord &record)
{
    const auto isOwn = [&record](const HeadingPlace *heading) {
        return heading && heading->anchor != record.anchor && heading != &record.headings.first() && isPartOfItsOwn(heading->title);
    };
    for (const RunbookUrl &url : question.urls) {
        if (sharedParts(record.runbook.ref.path, url.path) == 0)
            continue;
        if (const HeadingPlace *heading = headingCalled(url.anchor, record); isOwn(heading))
            return heading;
    }
    for (const Listing &listing : question.listings) {
        const HeadingPlace *heading = listing.runbook == record.runbook.ref ? headingCalled(listing.anchor, record) : nullptr;
        if (isOwn(heading))
            return heading;
    }
    if (question.alert.name.isEmpty())
        return nullptr;
    const auto heading = std::find_if(record.headings.begin(), record.headings.end(), [&question](const HeadingPlace &each) {
        return isSame(each.title, question.names.first());
    });
    return heading != record.headings.end() && isOwn(&*heading) ? &*heading : nullptr;
}

const PastRun *latestRun(const AlertQuestion &question, const SectionRecord &record)
{
    const HeadingPlace *heading = meantHeading(question, record);
    const auto isOfRecord = [&record, heading](const PastRun &run) {
        return run.runbook == record.runbook.ref && (run.anchor == record.anchor || (heading && run.anchor == heading->anchor));
    };
    const auto isJudged = [](const PastRun &run) { return run.outcome == PastRun::Outcome::Right || run.outcome == PastRun::Outcome::Wrong; };
    const PastRun *latest = nullptr;
    for (const PastRun &run : question.pastRuns) {
        if (!isOfRecord(run))
            continue;
        if (isJudged(run))
            return &run; // what a person said counts for more than what happened since
        if (!latest)
            latest = &run;
    }
    return latest;
}

const QList<Evidence> &allEvidence()
{
    static const QList<Evidence> all { fromUrl, fromMatchers, fromName, fromHistory, fromService, fromText };
    return all;
}

} // namespace Handrail
