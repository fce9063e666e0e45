// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/textscore.h"

#include "search/searchwords.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t insideWord = 1; ///< a mark on the letter before it, which counts for nothing

/** The lower case of a letter or digit without its accent; 0 for what stands between words. As foldedWordOf() has them. */
char16_t foldedLetter(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x80) {
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9'))
            return code;
        return code >= u'A' && code <= u'Z' ? char16_t(code + 0x20) : u'\0';
    }
    if (c.isMark())
        return insideWord;
    if (!c.isLetterOrNumber())
        return u'\0';
    while (c.decompositionTag() == QChar::Canonical)
        c = c.decomposition().front();
    return c.toLower().unicode();
}

/**
 * Numbers for a word, and for its first three and first four letters. stemOf() leaves the first three as they are, and the fourth
 * too when five are left: a word of another beginning cannot have that stem.
 */
class WordNumbers
{
public:
    void add(char16_t letter)
    {
        if (++m_letters == 4)
            m_three = m_number;
        if (m_letters <= 4)
            m_number = m_number * 37 + letter;
        m_all = (m_all ^ letter) * 1'099'511'628'211; // FNV-1a
    }
    bool isEmpty() const { return m_letters == 0; }
    size_t ofShortStem() const { return (m_letters < 4 ? m_number : m_three) % beginnings; }
    size_t ofLongStem() const { return (m_number + 1) % beginnings; }
    quint64 ofAll() const { return m_all; } ///< of the whole word

    static constexpr size_t beginnings = 4096;

private:
    size_t m_number = 0;
    size_t m_three = 0;
    quint64 m_all = 14'695'981'039'346'656'037U;
    int m_letters = 0;
};

size_t beginningOf(const QString &stem)
{
    WordNumbers numbers;
    for (const QChar c : stem)
        numbers.add(foldedLetter(c));
    return stem.size() < 5 ? numbers.ofShortStem() : numbers.ofLongStem();
}

} // namespace

TextScore::TextScore(const QList<AlertTerm> &terms, const WordFrequencies &frequencies, const Weights &weights)
    : m_weights(weights)
{
    for (const AlertTerm &term : terms) {
        const double rarity = frequencies.rarityOf(term.stem);
        m_places.insert(term.stem, int(m_terms.size()));
        m_beginnings.set(beginningOf(term.stem));
        m_terms.append({ term.phrase.isEmpty() ? term.word : u"%1 (for \"%2\")"_s.arg(term.word, term.phrase),
                         term.weight * rarity, rarity });
        // A word that no runbook has cannot tell them apart, but it is a part of the alert that nothing here is about.
        m_total += term.weight * rarity;
    }
}

int TextScore::termOf(QStringView word, quint64 number) const
{
    if (const std::optional<int> known = m_memo->find(number))
        return *known;
    const int term = m_places.value(stemOf(foldedWordOf(word)), WordMemo::none);
    m_memo->keep(number, term);
    return term;
}

QList<int> TextScore::countedWords(const QString &text, int &length) const
{
    QList<int> counts(m_terms.size());
    length = 0;
    qsizetype start = 0;
    WordNumbers numbers;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (const char16_t letter = i < text.size() ? foldedLetter(text.at(i)) : u'\0'; letter != 0) {
            if (letter != insideWord)
                numbers.add(letter);
            continue;
        }
        if (!numbers.isEmpty()) {
            ++length;
            if (m_beginnings.test(numbers.ofLongStem()) || m_beginnings.test(numbers.ofShortStem())) {
                const int term = termOf(QStringView(text).sliced(start, i - start), numbers.ofAll());
                if (term != WordMemo::none)
                    ++counts[term];
            }
            numbers = {};
        }
        start = i + 1;
    }
    return counts;
}

Reason TextScore::reason(const SectionRecord &record) const
{
    if (m_total <= 0)
        return {};
    int length = 0;
    const QList<int> counts = countedWords(record.text, length);
    QList<bool> isInPath(m_terms.size());
    for (const QString &word : searchWordsOf(record.runbook.ref.path)) {
        if (const int place = m_places.value(stemOf(word), -1); place >= 0)
            isInPath[place] = true;
    }
    QList<bool> isInTitle(m_terms.size());
    double titleSaid = 0;
    double titleTotal = 0;
    QSet<QString> seen;
    for (const QString &word : searchWordsOf(spelledOut(record.title + u' ' + record.alerts.join(u' ')))) {
        const QString stem = stemOf(word);
        if (isStopWord(word) || seen.contains(stem))
            continue;
        seen.insert(stem);
        const int place = m_places.value(stem, -1);
        titleTotal += place < 0 ? m_weights.unknownRarity : m_terms[place].rarity;
        if (place >= 0) {
            titleSaid += m_terms[place].rarity;
            isInTitle[place] = true;
        }
    }
    double covered = 0;
    QList<std::pair<double, QString>> said;
    const double density = m_weights.saturation * (0.25 + 0.75 * length / m_weights.usualLength);
    for (int i = 0; i < int(m_terms.size()); ++i) {
        const double inBody = counts[i] > 0 ? m_weights.inText * counts[i] / (counts[i] + density) : 0;
        const double credit = 1
            - (1 - inBody) * (1 - (isInTitle[i] ? m_weights.inTitle : 0)) * (1 - (isInPath[i] ? m_weights.inPath : 0));
        if (credit <= 0)
            continue;
        covered += credit * m_terms[i].weight;
        said.append({ credit * m_terms[i].weight, m_terms[i].word });
    }
    const double coverage = covered / m_total;
    const double titleShare = titleTotal > 0 ? titleSaid / titleTotal : 0;
    std::stable_sort(said.begin(), said.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList words;
    constexpr qsizetype shown = 5;
    for (const auto &[weight, word] : said.first(std::min(said.size(), shown)))
        words.append(word);
    return { Reason::Kind::Text, (words.size() == 1 ? u"shares the word %1"_s : u"shares the words %1"_s).arg(words.join(u", ")),
             m_weights.mostOfText * (coverage * (1 - m_weights.shareOfTitle) + titleShare * std::sqrt(coverage) * m_weights.shareOfTitle) };
}

} // namespace Handrail
