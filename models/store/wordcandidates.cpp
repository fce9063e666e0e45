// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordcandidates.h"

#include "search/searchwords.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QVarLengthArray>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Any form of @p stem. The forms are made of letters and digits: searchWordsOf() took them apart. */
QString anyForm(const IndexedStem &stem)
{
    return u"(\""_s + stem.forms.join(u"\" OR \"") + u"\")"_s;
}

/** @p count or more of the stems from @p first on. Each is named as seldom as can be: every mention costs a walk over its sections. */
QString atLeast(qsizetype count, const QList<IndexedStem> &stems, qsizetype first = 0)
{
    QStringList either;
    for (qsizetype i = first; i + count <= stems.size(); ++i) {
        const QString stem = anyForm(stems.at(i));
        either.append(count == 1 ? stem : u'(' + stem + u" AND "_s + atLeast(count - 1, stems, i + 1) + u')');
    }
    return u'(' + either.join(u" OR ") + u')';
}

/** What a search looks for. */
struct WantedWords
{
    QStringList any; ///< forms of the rarer ones
    QList<IndexedStem> together; ///< common ones: as many of them in one section as leave enough sections
};

/**
 * The rarer of these words: common ones make the search slow and the answer no better. When even the rarest are common, they are
 * few, and the best @p limit of the sections cannot be told by them alone.
 */
WantedWords wantedOf(const IndexWords::Answer &answer, int limit)
{
    constexpr int rarePercent = 5;
    constexpr qsizetype always = 8; // of the rarest, however common they are
    constexpr qsizetype maximum = 32;
    const int mostRanked = std::max(40 * limit, answer.sections / 5); // sections with any of them: each costs time
    constexpr qsizetype rarest = 4; // have a say: what is beyond that bound, together with others
    QList<IndexedStem> stems;
    for (const IndexedStem &stem : answer.stems) {
        if (stem.sections > 0)
            stems.append(stem);
    }
    std::sort(stems.begin(), stems.end(), [](const IndexedStem &a, const IndexedStem &b) {
        return std::tie(a.sections, a.forms) < std::tie(b.sections, b.forms);
    });
    WantedWords wanted;
    int ranked = 0;
    qsizetype next = 0;
    for (; next < std::min(stems.size(), maximum); ++next) {
        const IndexedStem &stem = stems.at(next);
        if (next >= always && stem.sections * 100 > answer.sections * rarePercent)
            return wanted;
        if (ranked >= limit && ranked + stem.sections > mostRanked)
            break;
        ranked += stem.sections;
        wanted.any += stem.forms;
    }
    if (next < rarest)
        wanted.together = stems.mid(next, rarest + 1 - next);
    return wanted;
}

/** Whether @p expression finds @p count sections or more; quicker than ranking what it finds. */
bool finds(const Database &database, const QString &expression, int count)
{
    auto rows = database.prepared(u"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"_s);
    if (!rows)
        return false;
    rows->bindValue(0, expression);
    rows->bindValue(1, count);
    return rows->exec() && rows->next() && rows->value(0).toInt() == count;
}

/** As FTS5 is asked for them; empty when none of the words is there. */
QString expressionOf(const Database &database, const WantedWords &wanted, int limit)
{
    QStringList terms;
    for (const QString &form : wanted.any)
        terms.append(u'"' + form + u'"');
    constexpr qsizetype fewest = 2;
    for (qsizetype count = wanted.together.size(); count >= fewest; --count) {
        const QString together = atLeast(count, wanted.together);
        if (count == fewest || finds(database, together, limit)) {
            terms.append(together);
            break;
        }
    }
    return terms.join(u" OR ");
}

/** How well titles say what is asked. What their parts say is kept: many titles are made of the same few. */
class TitleWorth
{
public:
    explicit TitleWorth(const WordFrequencies &asked)
    {
        for (auto each = asked.containing.keyBegin(); each != asked.containing.keyEnd(); ++each)
            m_rarity.insert(*each, asked.rarityOf(*each));
    }

    /** The rarity of its words that were asked for, times their share of all its words; what was not asked for counts as rare. */
    double of(QStringView title)
    {
        double said = 0;
        double all = 0;
        QVarLengthArray<int, 32> seen;
        for (const QStringView part : title.left(longestTitle).tokenize(u' ')) {
            for (const Word &word : wordsOf(part)) {
                if (seen.contains(word.stem))
                    continue;
                seen.append(word.stem);
                all += word.isAsked ? word.rarity : 1;
                said += word.rarity;
            }
        }
        return all > 0 ? said * said / all : 0;
    }

private:
    static constexpr qsizetype longestTitle = 256;

    struct Word
    {
        int stem = 0; ///< its number
        bool isAsked = false;
        double rarity = 0; ///< of one that was asked for
    };

    const QList<Word> &wordsOf(QStringView part)
    {
        const QString text = QString::fromRawData(part.data(), part.size()); // to look it up without a copy
        const auto known = m_parts.constFind(text);
        if (known != m_parts.cend())
            return *known;
        QList<Word> words;
        for (const QString &word : searchWordsOf(spelledOut(part))) {
            if (isStopWord(word))
                continue;
            const QString stem = stemOf(word);
            const auto rarity = m_rarity.constFind(stem);
            const bool isAsked = rarity != m_rarity.cend();
            words.append({ numberOf(stem), isAsked, isAsked ? *rarity : 0 });
        }
        return *m_parts.insert(part.toString(), words);
    }

    int numberOf(const QString &stem)
    {
        const auto known = m_numbers.constFind(stem);
        return known != m_numbers.cend() ? *known : *m_numbers.insert(stem, int(m_numbers.size()));
    }

    QHash<QString, double> m_rarity; ///< of the stems that were asked for
    QHash<QString, QList<Word>> m_parts;
    QHash<QString, int> m_numbers; ///< of stems, as they come
};

/** A section that has some of the rarer words. */
struct Found
{
    qint64 id = 0;
    double worth = 0; ///< of its title, by all the words
};

/** The best by the rarer words, those first. */
Result<QList<Found>> foundBy(const Database &database, const QString &expression, const WordFrequencies &asked, int limit)
{
    auto rows = database.prepared(u"SELECT s.id, s.title FROM words JOIN section s ON s.id = words.rowid "
                                  u"WHERE words MATCH ? AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank LIMIT ?"_s);
    if (!rows)
        return rows.problem();
    rows->bindValue(0, expression);
    rows->bindValue(1, limit);
    if (!rows->exec())
        return problemOf(rows->lastError());
    QList<Found> found;
    TitleWorth worth(asked);
    while (rows->next())
        found.append({ rows->value(0).toLongLong(), worth.of(rows->value(1).toString()) });
    return found;
}

} // namespace

Result<QList<qint64>> sectionsByWords(const Database &database, const IndexWords::Answer &words, int limit)
{
    const QString expression = expressionOf(database, wantedOf(words, limit), limit);
    if (expression.isEmpty())
        return QList<qint64> {};
    const int lookedAt = std::clamp(words.sections / 40, 4 * limit, 10 * limit); // the more there are, the more are alike
    auto found = foundBy(database, expression, words.frequencies(), lookedAt);
    if (!found)
        return found.problem();
    // Half of them by the rarer words alone; of the others those whose titles say most of what is asked, common words too.
    const auto half = found->begin() + std::min<qsizetype>(limit / 2, found->size());
    std::stable_sort(half, found->end(), [](const Found &a, const Found &b) { return a.worth > b.worth; });
    QList<qint64> ids;
    for (const Found &each : found->first(std::min<qsizetype>(limit, found->size())))
        ids.append(each.id);
    return ids;
}

} // namespace Handrail
