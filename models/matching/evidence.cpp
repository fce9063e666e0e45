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

/** Never enough to be confident: a page that is called nearly like it may be about the neighbour. */
Reason fromDeadLink(const DeadLink &link, const SectionRecord &record, const Weights &weights)
{
    const DeadLink::Nearness nearness = link.nearness(record);
    return { Reason::Kind::RunbookUrl, u"it is called nearly like the dead runbook link: %1"_s.arg(nearness.words.join(u", ")),
             weights.urlNearly * nearness.share };
}

Reason fromUrl(const AlertQuestion &question, const SectionRecord &record)
{
    if (question.deadLink)
        return fromDeadLink(*question.deadLink, record, question.weights);
    for (const RunbookUrl &url : question.urls) {
        const int shared = sharedParts(record.runbook.ref.path, url.path);
        if (shared == 0)
            continue;
        const bool isFile = record.anchor.isEmpty();
        // A heading that is in no section of the file is gone: the file is what the link still names.
        const bool isMeant = url.anchor.isEmpty() ? isFile
                                                  : namesHeading(url, record) || (isFile && !question.foundHeadings.contains(record.runbook.ref.filePath()));
        const double weight = shared > 1 || !url.path.contains(u'/') ? question.weights.url : question.weights.urlWithoutFolder;
        return { Reason::Kind::RunbookUrl, u"the alert's runbook link ends in %1"_s.arg(url.path.section(u'/', -shared)),
                 isMeant ? weight : question.weights.urlOtherSection };
    }
    return {};
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

/** "ReplicationLagCritical" without the degree that many rules end their alerts' names with. */
QString withoutSeverity(const QString &key)
{
    static const QRegularExpression degree(u"(critical|warning|error|info|page|ticket)$"_s);
    return QString(key).remove(degree);
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
bool hasKey(QStringView name, const QString &key)
{
    const auto first = std::find_if(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return first != name.end() && (first->unicode() >= 0x80 || key.startsWith(first->toLower())) && nameKey(name) == key;
}

/** Whether a table has a row whose first cell is wanted: Block's plain text parts cells by tabs. */
template<typename IsWanted>
bool hasRow(QStringView text, IsWanted isWanted)
{
    for (qsizetype tab = text.indexOf(u'\t'); tab >= 0;) {
        const qsizetype line = text.first(tab).lastIndexOf(u'\n') + 1;
        if (isWanted(text.sliced(line, tab - line)))
            return true;
        const qsizetype next = text.indexOf(u'\n', tab);
        tab = next < 0 ? -1 : text.indexOf(u'\t', next);
    }
    return false;
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
    for (qsizetype i = 0; i < question.names.size(); ++i) {
        const QString &key = question.nameKeys.at(i);
        const bool own = question.names.at(i) == question.alert.name;
        const auto reason = [&](const QString &what, double weight) {
            return Reason { Reason::Kind::AlertName,
                            own ? u"%1 is the alert's name"_s.arg(what) : u"%1 is a name the alert mentions"_s.arg(what),
                            own ? weight : weight * question.weights.mentionedName };
        };
        const bool declared = std::any_of(record.alerts.begin(), record.alerts.end(),
                                          [&](const QString &alert) { return nameKey(alert) == key; });
        if (declared)
            return reason(isFile ? u"an alert in the front matter"_s : u"the heading"_s, question.weights.declaredName);
        if (isFile && nameKey(stem) == key)
            return reason(u"the file's name"_s, question.weights.fileName);
        if (nameKey(record.title) == key)
            return reason(u"the title"_s, question.weights.title);
        if (isFile && beginsWithName(stem, question.names.at(i)))
            return reason(u"the beginning of the file's name"_s, question.weights.beginsWithName);
        const QString root = withoutSeverity(key);
        if (root != key && (nameKey(stem) == root || nameKey(record.title) == root))
            return reason(u"the title, but for the severity,"_s, question.weights.nameWithSeverity);
        if (!titleWords.isEmpty() && withoutSmallWords(question.names.at(i)) == titleWords)
            return reason(u"the title, but for small words,"_s, question.weights.sameWords);
        // A single word, "Error" or "disk", is a row of many tables that list no alerts.
        const qsizetype furtherWords = spelledOut(question.names.at(i)).count(u' ');
        if (!isFile && furtherWords > 0 && hasRow(record.text, [&](QStringView cell) { return hasKey(cell, key); }))
            return reason(u"a row of the table"_s, question.weights.tableRow);
        if (!isFile && furtherWords > 1 && root != key && hasRow(record.text, [&](QStringView cell) { return hasKey(cell, root); }))
            return reason(u"a row of the table, but for the severity,"_s, question.weights.nameWithSeverity);
        if (const HeadingPlace *heading = headingCalled(question.names.at(i), record); heading && isPartOfItsOwn(heading->title))
            return reason(u"the heading \"%1\" in it"_s.arg(heading->title), question.weights.headingInside);
        if (isNamedIn(record.text, question.names.at(i)))
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
