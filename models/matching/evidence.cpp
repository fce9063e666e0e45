// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/evidence.h"

#include "library/phasekind.h"
#include "library/runbookfields.h"
#include "matching/labelmatcher.h"
#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A link to Mitigation or to Step 2 opens the whole runbook: what comes before it only looks. */
bool isPartOfItsOwn(const QString &heading)
{
    return !phaseKindOf(heading) && !isStepHeading(heading);
}

bool isCalled(const QString &wanted, const QString &anchor, const QString &title)
{
    const QString key = nameKey(wanted);
    return key == nameKey(anchor) || key == nameKey(title);
}

const HeadingPlace *headingCalled(const QString &wanted, const SectionRecord &record)
{
    const auto found = wanted.isEmpty() ? record.headings.end()
                                        : std::find_if(record.headings.begin(), record.headings.end(), [&wanted](const HeadingPlace &heading) {
                                              return isCalled(wanted, heading.anchor, heading.title);
                                          });
    return found == record.headings.end() ? nullptr : &*found;
}

/** A page that is called nearly like it may be about the neighbour. */
Reason fromDeadLink(const DeadLink &link, const SectionRecord &record, const Weights &weights)
{
    const DeadLink::Nearness nearness = link.nearness(record);
    return { Reason::Kind::LikeRunbookUrl, u"it is called nearly like the dead runbook link: %1"_s.arg(nearness.words.join(u", ")),
             weights.urlNearly * nearness.share };
}

Reason fromLink(const RunbookUrl &url, const AlertQuestion &question, const SectionRecord &record)
{
    const QString &path = record.runbook.ref.path;
    const int shared = sharedParts(path, url.path);
    if (shared == 0)
        return {};
    const QString end = url.path.section(u'/', -shared);
    const bool isFile = record.anchor.isEmpty();
    // A heading that is in no section of the file is gone: the file is what the link still names.
    const bool isMeant = url.anchor.isEmpty() ? isFile
                                              : namesHeading(url, record) || (isFile && !question.foundHeadings.contains(record.runbook.ref.filePath()));
    const auto like = [&](const QString &detail) {
        return Reason { Reason::Kind::LikeRunbookUrl, detail, isMeant ? question.weights.urlElsewhere : question.weights.urlOtherSection };
    };
    if (!leadsTo(url, path))
        return like(u"the alert's runbook link ends in %1, but names another folder"_s.arg(end));
    if (question.overviews.contains(record.runbook.ref.filePath()) && !isFolderPage(pageStem(url.path)) && !namesHeading(url, record))
        return like(u"the alert's runbook link leads to %1, a folder of several runbooks"_s.arg(end));
    const double weight = shared > 1 || !url.path.contains(u'/') ? question.weights.url : question.weights.urlWithoutFolder;
    return { Reason::Kind::RunbookUrl, u"the alert's runbook link ends in %1"_s.arg(end), isMeant ? weight : question.weights.urlOtherSection };
}

Reason fromUrl(const AlertQuestion &question, const SectionRecord &record)
{
    QList<Reason> reasons { {} };
    for (const RunbookUrl &url : question.urls)
        reasons.append(fromLink(url, question, record));
    for (const DeadLink &link : question.deadLinks)
        reasons.append(fromDeadLink(link, record, question.weights));
    return *std::max_element(reasons.begin(), reasons.end(), [](const Reason &a, const Reason &b) { return a.weight < b.weight; });
}

Reason fromMatchers(const AlertQuestion &question, const SectionRecord &record)
{
    for (const QString &text : record.alerts) {
        if (!isLabelMatchers(text))
            continue;
        if (const auto matchers = readLabelMatchers(text); matchers && accepts(*matchers, question.alert))
            return { Reason::Kind::Matcher, u"front matter says it is for %1"_s.arg(text), question.weights.matcher };
    }
    return {};
}

/** Whether @p name is @p key, or goes on after it with a new word: "KubeletDown-node" for KubeletDown. */
bool beginsWithName(const QString &name, const QString &wanted)
{
    return name.size() > wanted.size() && name.startsWith(wanted, Qt::CaseInsensitive)
        && !name.at(wanted.size()).isLetterOrNumber();
}

/** "ReplicationLag" of "ReplicationLagCritical"; empty when there is no degree, or nothing else. */
QString keyWithoutSeverity(const QString &key)
{
    static const QRegularExpression degree(u"(critical|warning|error|info|page|ticket)$"_s);
    const QString without = QString(key).remove(degree);
    return without == key ? QString() : without;
}

/** "Lag > 30" is not "Lag < 30", nor "disk 1-11" "disk 11.1", though their letters and digits are the same. */
QString signsOf(const QString &name)
{
    QString signs;
    bool wasDigit = false;
    for (const QChar c : name) {
        if (c.isDigit() && !wasDigit && !signs.isEmpty())
            signs += u' ';
        if (c.isDigit() || c == u'<' || c == u'>' || c == u'!')
            signs += c;
        wasDigit = c.isDigit();
    }
    return signs;
}

/**
 * A name without its articles and forms of "to be": "The disk is full" and "DiskFull" are alike. No other word is small here:
 * "not", "above" and "critical" tell one alert from another.
 */
QString withoutSmallWords(const QString &name)
{
    static const QStringList small { u"a"_s, u"an"_s, u"the"_s, u"is"_s, u"are"_s, u"was"_s, u"were"_s, u"be"_s, u"been"_s };
    QString key;
    for (const QString &word : spelledOut(name).toLower().split(u' ')) {
        if (!small.contains(word))
            key += word;
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
    const auto isEdge = [&text](qsizetype i) { return i < 0 || i >= text.size() || !text.at(i).isLetterOrNumber(); };
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (isEdge(at - 1) && isEdge(at + name.size()))
            return true;
    }
    return false;
}

Reason fromName(const AlertQuestion &question, const SectionRecord &record)
{
    const QString stem = pageStem(record.runbook.ref.path);
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
            return reason(isFile ? u"an alert in the front matter"_s : u"the heading"_s, question.weights.declaredName);
        if (isFile && isThis(stem))
            return reason(u"the file's name"_s, question.weights.fileName);
        if (isThis(record.title))
            return reason(u"the title"_s, question.weights.title);
        if (isFile && beginsWithName(stem, name.written))
            return reason(u"the beginning of the file's name"_s, question.weights.beginsWithName);
        if (isThisButForSeverity(stem) || isThisButForSeverity(record.title))
            return reason(u"the title, but for the severity,"_s, question.weights.nameWithSeverity);
        if (!titleWords.isEmpty() && withoutSmallWords(name.written) == titleWords && signsOf(record.title) == name.signs)
            return reason(u"the title, but for small words,"_s, question.weights.sameWords);
        if (std::any_of(record.listedAlerts.begin(), record.listedAlerts.end(), isThis))
            return reason(u"a row of the table"_s, question.weights.tableRow);
        if (std::any_of(record.listedAlerts.begin(), record.listedAlerts.end(), isThisButForSeverity))
            return reason(u"a row of the table, but for the severity,"_s, question.weights.nameWithSeverity);
        if (const HeadingPlace *heading = headingCalled(name.written, record); heading && isPartOfItsOwn(heading->title))
            return reason(u"the heading \"%1\" in it"_s.arg(heading->title), question.weights.headingInside);
        if (isNamedIn(record.text, name.written))
            return reason(u"a word in the text"_s, question.weights.namedInText);
    }
    return {};
}

Reason fromService(const AlertQuestion &question, const SectionRecord &record)
{
    if (question.services.isEmpty())
        return {};
    QStringList folders = record.runbook.ref.path.split(u'/');
    const double overview = isFolderPage(pageStem(folders.takeLast())) && record.anchor.isEmpty() ? question.weights.overview : 0;
    const QStringList serviceKeys = nameKeys(record.runbook.services);
    const QStringList folderKeys = nameKeys(folders);
    for (const ServiceHint &hint : question.services) { // the weightiest first
        if (serviceKeys.contains(hint.key))
            return { Reason::Kind::Service, u"it is written for the service: %1"_s.arg(hint.detail), hint.weight + overview };
        if (folderKeys.contains(hint.key))
            return { Reason::Kind::Service, u"it is in the service's folder: %1"_s.arg(hint.detail), hint.weight + overview };
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
    , withoutSeverity(keyWithoutSeverity(key))
    , signs(signsOf(name))
{
}

bool namesHeading(const RunbookUrl &url, const SectionRecord &record)
{
    return !url.anchor.isEmpty()
        && ((!record.anchor.isEmpty() && isCalled(url.anchor, record.anchor, record.title)) || headingCalled(url.anchor, record));
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
    const HeadingPlace *heading = headingCalled(question.alert.name, record);
    return isOwn(heading) ? heading : nullptr;
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
