// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/linkevidence.h"

#include "library/phasekind.h"
#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isCalled(const QString &wanted, const QString &anchor, const QString &title)
{
    const QString key = nameKey(wanted);
    return key == nameKey(anchor) || key == nameKey(title);
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
    const LinkFit fit = fitOf(url, record.runbook.ref);
    if (fit == LinkFit::None)
        return {};
    const int shared = sharedParts(record.runbook.ref.filePath(), url.path);
    const QString end = url.path.section(u'/', -shared);
    const bool isFile = record.anchor.isEmpty();
    const bool isNamed = namesHeading(url, record);
    const bool isGone = isFile && !isNamed && !url.anchor.isEmpty() && !question.foundHeadings.contains(record.runbook.ref.filePath());
    if (!(url.anchor.isEmpty() ? isFile : isNamed || isGone))
        return { Reason::Kind::LikeRunbookUrl, u"the alert's runbook link ends in %1, of which this is another part"_s.arg(end),
                 question.weights.urlOtherSection };
    const auto like = [](const QString &detail, double weight) { return Reason { Reason::Kind::LikeRunbookUrl, detail, weight }; };
    if (fit == LinkFit::Elsewhere)
        return like(u"the alert's runbook link ends in %1, but leads elsewhere"_s.arg(end),
                    std::min(question.weights.urlElsewhere + (shared - 1) * question.weights.perSharedFolder, question.weights.urlWithoutFolder));
    if (isGone)
        return like(u"the alert's runbook link ends in %1, where its heading %2 is not"_s.arg(end, url.anchor), question.weights.urlElsewhere);
    const bool isOverview = question.overviews.contains(record.runbook.ref.filePath()) && !isFolderPage(pageStem(url.path));
    if (isOverview && !isNamed)
        return like(u"the alert's runbook link leads to %1, a folder of several runbooks"_s.arg(end), question.weights.urlElsewhere);
    if (fit == LinkFit::Perhaps && !(isNamed && isPartOfItsOwn(url.anchor)))
        return like(u"the alert's runbook link ends in %1, as that of other pages may"_s.arg(end), question.weights.urlElsewhere);
    const double weight = shared > 1 || !url.path.contains(u'/') ? question.weights.url : question.weights.urlWithoutFolder;
    return { Reason::Kind::RunbookUrl, u"the alert's runbook link ends in %1"_s.arg(end), weight };
}

} // namespace

QList<RunbookUrl> urlsOf(const Alert &alert)
{
    constexpr qsizetype most = 16; // each is looked up in the index
    QList<RunbookUrl> urls;
    for (const QString &link : runbookLinks(alert)) {
        const RunbookUrl url = readRunbookUrl(link);
        const bool isNew = std::none_of(urls.begin(), urls.end(), [&url](const RunbookUrl &known) {
            return known.path == url.path && known.anchor == url.anchor;
        });
        if (!url.path.isEmpty() && isNew && urls.size() < most)
            urls.append(url);
    }
    return urls;
}

QList<RunbookUrl> deadAmong(const QList<RunbookUrl> &urls, const QList<SectionRecord> &records)
{
    constexpr qsizetype most = 3; // each is a search of its own
    const auto leadsHere = [&records](const RunbookUrl &url) {
        return std::any_of(records.begin(), records.end(),
                           [&url](const SectionRecord &record) { return fitOf(url, record.runbook.ref) >= LinkFit::Perhaps; });
    };
    return std::any_of(urls.begin(), urls.end(), leadsHere) ? QList<RunbookUrl> {} : urls.first(std::min(most, urls.size()));
}

QSet<QString> overviewsAmong(const QList<SectionRecord> &records)
{
    QSet<QString> overviews;
    for (const SectionRecord &page : records) {
        if (!isFolderPage(pageStem(page.runbook.ref.path)))
            continue;
        const QString file = page.runbook.ref.filePath();
        const QString folder = file.section(u'/', 0, -2, QString::SectionIncludeTrailingSep);
        const bool isOfSeveral = std::any_of(records.begin(), records.end(), [&](const SectionRecord &record) {
            const QString other = record.runbook.ref.filePath();
            return other != file && other.startsWith(folder);
        });
        if (isOfSeveral)
            overviews.insert(file);
    }
    return overviews;
}

QSet<QString> foundHeadings(const QList<RunbookUrl> &urls, const QList<SectionRecord> &records)
{
    QSet<QString> found;
    for (const RunbookUrl &url : urls) {
        for (const SectionRecord &record : records) {
            if (sharedParts(record.runbook.ref.path, url.path) > 0 && namesHeading(url, record))
                found.insert(record.runbook.ref.filePath());
        }
    }
    return found;
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

bool namesHeading(const RunbookUrl &url, const SectionRecord &record)
{
    return !url.anchor.isEmpty()
        && ((!record.anchor.isEmpty() && isCalled(url.anchor, record.anchor, record.title)) || headingCalled(url.anchor, record));
}

const HeadingPlace *headingCalled(const QString &wanted, const SectionRecord &record)
{
    const auto found = wanted.isEmpty() ? record.headings.end()
                                        : std::find_if(record.headings.begin(), record.headings.end(), [&wanted](const HeadingPlace &heading) {
                                              return isCalled(wanted, heading.anchor, heading.title);
                                          });
    return found == record.headings.end() ? nullptr : &*found;
}

bool isPartOfItsOwn(const QString &heading)
{
    return !phaseKindOf(heading) && !isStepHeading(heading);
}

} // namespace Handrail
