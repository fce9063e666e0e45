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

constexpr double most = 0.75; ///< words alone are never as good as a name
constexpr double inTitle = 0.85;
constexpr double inPath = 0.35;
constexpr double inText = 0.65;
constexpr double saturation = 1.2; ///< how soon a second mention counts less, as in BM25
constexpr double usualLength = 350; ///< words of a section; a word in a longer one is more likely there by chance
constexpr double unknownRarity = 0.9; ///< of a title's word that the index was not asked for
constexpr double shareOfTitle = 0.35; ///< how much the part of the title that the alert says counts

/** The lower case of a letter or digit; 0 for what stands between words. */
char16_t foldedLetter(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x80) {
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9'))
            return code;
        return code >= u'A' && code <= u'Z' ? char16_t(code + 0x20) : u'\0';
    }
    return c.isLetterOrNumber() ? c.toLower().unicode() : u'\0';
}

/** A number for the first three letters, which a word and its stem share: stemOf() leaves as many. */
class Beginning
{
public:
    void add(char16_t letter)
    {
        if (m_letters++ < 3)
            m_number = m_number * 37 + letter;
    }
    size_t value() const { return m_number % 4096; }
    bool isEmpty() const { return m_letters == 0; }

private:
    size_t m_number = 0;
    int m_letters = 0;
};

size_t beginningOf(const QString &stem)
{
    Beginning beginning;
    for (const QChar c : stem)
        beginning.add(foldedLetter(c));
    return beginning.value();
}

} // namespace

TextScore::TextScore(const QList<AlertTerm> &terms, const WordFrequencies &frequencies)
    : m_frequencies(frequencies)
{
    for (const AlertTerm &term : terms) {
        const double rarity = rarityOf(term.stem);
        m_places.insert(term.stem, int(m_terms.size()));
        m_beginnings.set(beginningOf(term.stem));
        m_terms.append({ term.phrase.isEmpty() ? term.word : u"%1 (for \"%2\")"_s.arg(term.word, term.phrase),
                         term.weight * rarity, rarity });
        // A word that no runbook has cannot tell them apart, but it is a part of the alert that nothing here is about.
        m_total += term.weight * rarity;
    }
}

double TextScore::rarityOf(const QString &stem) const
{
    if (m_frequencies.sections == 0)
        return 1;
    const double sections = m_frequencies.sections;
    return std::log(1 + sections / (1 + m_frequencies.containing.value(stem))) / std::log(1 + sections);
}

QList<int> TextScore::countedWords(const QString &text, int &length) const
{
    QList<int> counts(m_terms.size());
    length = 0;
    qsizetype start = 0;
    Beginning beginning;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (const char16_t letter = i < text.size() ? foldedLetter(text.at(i)) : u'\0'; letter != 0) {
            beginning.add(letter);
            continue;
        }
        if (!beginning.isEmpty()) {
            ++length;
            if (m_beginnings.test(beginning.value())) {
                const auto term = m_places.constFind(stemOf(text.sliced(start, i - start).toLower()));
                if (term != m_places.cend())
                    ++counts[*term];
            }
            beginning = {};
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
    QSet<int> pathTerms;
    for (const QString &word : searchWordsOf(record.runbook.ref.path))
        pathTerms.insert(m_places.value(stemOf(word), -1));
    QSet<int> titleTerms;
    double titleSaid = 0;
    double titleTotal = 0;
    QSet<QString> seen;
    for (const QString &word : searchWordsOf(spelledOut(record.title + u' ' + record.alerts.join(u' ')))) {
        const QString stem = stemOf(word);
        if (isStopWord(word) || seen.contains(stem))
            continue;
        seen.insert(stem);
        const int place = m_places.value(stem, -1);
        titleTotal += place < 0 ? unknownRarity : m_terms[place].rarity;
        if (place >= 0) {
            titleSaid += m_terms[place].rarity;
            titleTerms.insert(place);
        }
    }
    double covered = 0;
    QList<std::pair<double, QString>> said;
    const double density = saturation * (0.25 + 0.75 * length / usualLength);
    for (int i = 0; i < int(m_terms.size()); ++i) {
        const double inBody = counts[i] > 0 ? inText * counts[i] / (counts[i] + density) : 0;
        const double credit = 1
            - (1 - inBody) * (1 - (titleTerms.contains(i) ? inTitle : 0)) * (1 - (pathTerms.contains(i) ? inPath : 0));
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
    return { Reason::Kind::Text, u"shares the words %1"_s.arg(words.join(u", ")),
             most * (coverage * (1 - shareOfTitle) + titleShare * std::sqrt(coverage) * shareOfTitle) };
}

} // namespace Handrail
