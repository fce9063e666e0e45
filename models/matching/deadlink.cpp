// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/deadlink.h"

#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 24; ///< of a link, a path or a title; a longer one is a text

/** What can name something: no stop word, number or identifier of a wiki's page. */
QStringList tellingWords(const QString &name)
{
    QStringList words;
    for (const QString &word : searchWordsOf(spelledOut(name))) {
        const bool hasDigit = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        const bool says = word.size() > 1 && !isStopWord(word) && !isStopWord(stemOf(word)) && !(hasDigit && word.size() > 4);
        if (says && words.size() < mostWords && !words.contains(word))
            words.append(word);
    }
    return words;
}

} // namespace

DeadLink::DeadLink(const RunbookUrl &url, const RunbookIndex &index)
    : m_written(url.written)
    , m_path(url.path)
    , m_name(nameKey(pageName(url.path)))
{
    const QStringList parts = url.path.split(u'/', Qt::SkipEmptyParts);
    const QString folder = parts.value(parts.size() - 2);
    const QStringList words = tellingWords(folder + u' ' + pageName(url.path) + u' ' + url.anchor);
    QStringList stems;
    for (const QString &word : words)
        stems.append(stemOf(word));
    const auto frequencies = index.frequencies(stems);
    if (!frequencies)
        return;
    for (qsizetype i = 0; i < stems.size(); ++i) {
        const QString &stem = stems.at(i);
        m_words.push_back({ words.at(i), stem, frequencies->containing.value(stem) > 0, frequencies->rarityOf(stem) });
    }
    m_folders = { parts.value(parts.size() - 1), folder };
    m_folders.removeAll(QString());
}

CandidateQuery DeadLink::candidates() const
{
    CandidateQuery query;
    query.services = m_folders;
    query.mistyped = { m_path };
    for (const Word &word : m_words)
        query.words.append(word.word);
    return query;
}

DeadLink::Nearness DeadLink::nearness(const SectionRecord &record) const
{
    constexpr double least = 0.5;
    const QString &path = record.runbook.ref.path;
    const QStringList folders = tellingWords(path.section(u'/', 0, -2));
    const QString name = record.anchor.isEmpty() ? pageName(path) : pageName(path) + u' ' + record.title;
    const Nearness best = std::max({ nearness(tellingWords(name), folders), nearness(tellingWords(record.title), folders), mistyped(record) },
                                   [](const Nearness &a, const Nearness &b) { return a.share < b.share; });
    return best.share < least ? Nearness {} : best;
}

DeadLink::Nearness DeadLink::mistyped(const SectionRecord &record) const
{
    const QString name = pageName(record.runbook.ref.path);
    const int mistakes = editDistance(nameKey(name), m_name, mistakesIn(m_name));
    const QStringList words = tellingWords(name);
    if (!record.anchor.isEmpty() || words.isEmpty() || mistakes > mistakesIn(m_name))
        return {};
    return { 1 - double(mistakes) / double(m_name.size()), words };
}

QString DeadLink::alike(const Word &wanted, const QStringList &words)
{
    const auto found = std::find_if(words.begin(), words.end(), [&wanted](const QString &word) {
        const int mistakes = wanted.isKnown ? 0 : mistakesIn(wanted.word);
        return stemOf(word) == wanted.stem || (mistakes > 0 && editDistance(word, wanted.word, mistakes) <= mistakes);
    });
    return found == words.end() ? QString() : *found;
}

DeadLink::Nearness DeadLink::nearness(const QStringList &own, const QStringList &folders) const
{
    Nearness nearness;
    double said = 0;
    double all = 0;
    for (const Word &wanted : m_words) {
        all += wanted.rarity;
        QString word = alike(wanted, own);
        if (word.isEmpty())
            word = alike(wanted, folders);
        if (word.isEmpty())
            continue;
        said += wanted.rarity;
        if (!nearness.words.contains(word))
            nearness.words.append(word);
    }
    if (nearness.words.isEmpty())
        return {};
    // Both ways: how much of the link it says, and how much of what it says is the link's. A folder's further words are no fault.
    const double ofLink = said / all;
    const auto isOfFolder = [&own](const QString &word) { return !own.contains(word); };
    const auto inFolders = std::count_if(nearness.words.begin(), nearness.words.end(), isOfFolder);
    const double ofOwn = double(nearness.words.size()) / double(own.size() + inFolders);
    nearness.share = 2 * ofLink * ofOwn / (ofLink + ofOwn);
    return nearness;
}

} // namespace Handrail
