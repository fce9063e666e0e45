// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/deadlink.h"

#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 12; ///< of a link; each that no runbook has is compared with all the index's words
constexpr int mostAlike = 2;

/** What can name something: no stop word, number or identifier of a wiki's page. */
QStringList tellingWords(const QString &name)
{
    QStringList words;
    for (const QString &word : searchWordsOf(spelledOut(name))) {
        const bool hasDigit = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        if (word.size() > 1 && !isStopWord(word) && !(hasDigit && word.size() > 4) && !words.contains(word))
            words.append(word);
    }
    return words;
}

} // namespace

DeadLink::DeadLink(const RunbookUrl &url, const RunbookIndex &index)
{
    const QStringList parts = url.path.split(u'/', Qt::SkipEmptyParts);
    const QString folder = parts.value(parts.size() - 2);
    const QStringList words = tellingWords(folder + u' ' + pageName(url.path) + u' ' + url.anchor);
    QStringList stems;
    for (const QString &word : words.first(std::min(words.size(), mostWords)))
        stems.append(stemOf(word));
    const auto frequencies = index.frequencies(stems);
    if (!frequencies)
        return;
    for (qsizetype i = 0; i < stems.size(); ++i) {
        QStringList alike { words.at(i) };
        if (frequencies->containing.value(stems.at(i)) == 0)
            alike = index.nearestWords(words.at(i), mostAlike);
        m_asked += alike;
        QStringList alikeStems;
        for (const QString &word : std::as_const(alike))
            alikeStems.append(stemOf(word));
        m_words.push_back({ alikeStems, frequencies->rarityOf(stems.at(i)) });
    }
    m_folders = { parts.value(parts.size() - 1), folder };
    m_folders.removeAll(QString());
}

CandidateQuery DeadLink::candidates() const
{
    CandidateQuery query;
    query.services = m_folders;
    query.words = m_asked;
    return query;
}

DeadLink::Nearness DeadLink::nearness(const SectionRecord &record) const
{
    const QString &path = record.runbook.ref.path;
    const QStringList own = tellingWords(pageName(path) + (record.anchor.isEmpty() ? QString() : u' ' + record.title));
    const QStringList folders = tellingWords(path.section(u'/', 0, -2));
    Nearness nearness;
    double said = 0;
    double all = 0;
    qsizetype inFolders = 0;
    const auto findIn = [](const QStringList &words, const Word &wanted) {
        const auto found = std::find_if(words.begin(), words.end(), [&wanted](const QString &word) { return wanted.stems.contains(stemOf(word)); });
        return found == words.end() ? QString() : *found;
    };
    for (const Word &wanted : m_words) {
        all += wanted.rarity;
        QString word = findIn(own, wanted);
        if (word.isEmpty()) {
            word = findIn(folders, wanted);
            inFolders += word.isEmpty() ? 0 : 1;
        }
        if (word.isEmpty())
            continue;
        said += wanted.rarity;
        nearness.words.append(word);
    }
    if (nearness.words.isEmpty())
        return {};
    // Both ways: how much of the link it says, and how much of what it says is the link's. A folder's further words are no fault.
    const double ofLink = said / all;
    const double ofOwn = double(nearness.words.size()) / double(own.size() + inFolders);
    nearness.share = 2 * ofLink * ofOwn / (ofLink + ofOwn);
    constexpr double alike = 0.5;
    return nearness.share < alike ? Nearness {} : nearness;
}

} // namespace Handrail
