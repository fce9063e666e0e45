// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordcandidates.h"

#include "search/searchwords.h"

#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
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

/** How well a title says what is asked: the rarity of its words that were asked for, times their share of all its words. */
double worthOf(const QString &title, const WordFrequencies &asked)
{
    double said = 0;
    double all = 0;
    QSet<QString> seen;
    for (const QString &word : searchWordsOf(spelledOut(title))) {
        const QString stem = stemOf(word);
        if (isStopWord(word) || seen.contains(stem))
            continue;
        seen.insert(stem);
        const double rarity = asked.rarityOf(stem);
        all += rarity;
        said += asked.containing.contains(stem) ? rarity : 0;
    }
    return all > 0 ? said * said / all : 0;
}

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
    while (rows->next())
        found.append({ rows->value(0).toLongLong(), worthOf(rows->value(1).toString(), asked) });
    return found;
}

} // namespace

Result<QList<qint64>> sectionsByWords(const Database &database, const IndexWords::Answer &words, int limit)
{
    const QString expression = expressionOf(database, wantedOf(words, limit), limit);
    if (expression.isEmpty())
        return QList<qint64> {};
    constexpr int lookedAt = 10; // times as many
    auto found = foundBy(database, expression, words.frequencies(), lookedAt * limit);
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
