// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include "search/searchwords.h"

#include <QSet>

#include <algorithm>

namespace Handrail {

namespace {

constexpr qsizetype snippetLength = 180; // characters
constexpr qsizetype leadLength = 40; ///< before the first word found
constexpr qsizetype mostFound = 500;

bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

/** The words looked for, for one pass over a text. */
class WantedWords
{
public:
    explicit WantedWords(const SearchQuery &query)
    {
        for (qsizetype i = 0; i < query.words.size(); ++i)
            add(query.words.at(i), query.lastWordOpen && i == query.words.size() - 1);
        for (const QString &phrase : query.phrases)
            add(phrase, false);
    }

    /** Which of the words @p word is; -1 for none. */
    int indexOf(QStringView word) const
    {
        const QChar first = word.front().toLower();
        if (first.unicode() < 0x80 && !m_firstLetters.contains(first))
            return -1; // most words end here
        const QString plain = foldedWordOf(word);
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (m_words[i].isOpen ? plain.startsWith(m_words[i].text) : plain == m_words[i].text)
                return int(i);
        }
        return -1;
    }

private:
    struct Word
    {
        QString text;
        bool isOpen;
    };

    void add(const QString &typed, bool isOpen)
    {
        for (qsizetype i = 0; i < typed.size();) {
            if (!isInWord(typed[i])) {
                ++i;
                continue;
            }
            const qsizetype start = i;
            while (i < typed.size() && isInWord(typed[i]))
                ++i;
            m_words.append({ foldedWordOf(QStringView(typed).sliced(start, i - start)), isOpen && i == typed.size() });
            m_firstLetters.insert(m_words.last().text.front());
        }
    }

    QList<Word> m_words;
    QSet<QChar> m_firstLetters;
};

struct FoundWord
{
    TextSpan place;
    int word;
};

QList<FoundWord> find(const QString &text, const WantedWords &wanted)
{
    QList<FoundWord> found;
    for (qsizetype i = 0; i < text.size() && found.size() < mostFound;) {
        if (!isInWord(text[i])) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && isInWord(text[i]))
            ++i;
        if (const int word = wanted.indexOf(QStringView(text).sliced(start, i - start)); word >= 0)
            found.append({ { start, i - start }, word });
    }
    return found;
}

/** The first word of the piece that has most different ones. */
qsizetype bestStart(const QList<FoundWord> &found)
{
    qsizetype best = 0;
    qsizetype most = 0;
    for (qsizetype first = 0; first < found.size(); ++first) {
        QSet<int> words;
        for (qsizetype i = first; i < found.size(); ++i) {
            if (found[i].place.start + found[i].place.length > found[first].place.start + snippetLength - leadLength)
                break;
            words.insert(found[i].word);
        }
        if (words.size() > most) {
            most = words.size();
            best = first;
        }
    }
    return best;
}

/** The place nearest to @p place, going towards @p limit, at which a word ends or begins; @p limit when there is none. */
qsizetype wordEdge(const QString &text, qsizetype place, qsizetype limit)
{
    const qsizetype step = limit < place ? -1 : 1;
    qsizetype edge = place;
    while (edge != limit && edge > 0 && edge < text.size() && !text[edge].isSpace() && !text[edge - 1].isSpace())
        edge += step;
    if (edge > 0 && edge < text.size() && text[edge].isLowSurrogate())
        ++edge; // never half a character
    return edge;
}

} // namespace

QList<TextSpan> wordsFound(const QString &text, const SearchQuery &query)
{
    QList<TextSpan> places;
    for (const FoundWord &word : find(text, WantedWords(query)))
        places.append(word.place);
    return places;
}

Snippet snippetOf(const QString &text, const SearchQuery &query)
{
    const QList<FoundWord> found = find(text, WantedWords(query));
    const qsizetype first = found.isEmpty() ? 0 : found[bestStart(found)].place.start;
    qsizetype start = wordEdge(text, std::max<qsizetype>(0, first - leadLength), first);
    while (start < first && text[start].isSpace())
        ++start;
    const qsizetype end = wordEdge(text, std::min(text.size(), start + snippetLength), std::max(start, first));
    Snippet snippet { text.sliced(start, end - start), {}, start };
    for (const auto &[place, word] : found) {
        if (place.start >= start && place.start + place.length <= end)
            snippet.marks.append({ place.start - start, place.length });
    }
    return snippet;
}

} // namespace Handrail
