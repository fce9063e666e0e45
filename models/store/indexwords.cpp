// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexwords.h"

#include "search/searchwords.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

namespace Sql {
const QString newestSection = u"SELECT coalesce(max(id), 0) FROM section"_s;
const QString sectionCount = u"SELECT count(*) FROM section"_s;
const QString wordCount = u"SELECT doc FROM vocabulary WHERE term = ?"_s;
const QString wordsInRange = u"SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?"_s;
}

constexpr qsizetype maximumRemembered = 20'000;

Result<IndexedStem> lookedUp(QSqlQuery &query, const QString &stem)
{
    IndexedStem found;
    for (const QString &form : formsOf(stem)) {
        query.bindValue(0, form);
        if (!query.exec())
            return problemOf(query.lastError());
        if (query.next()) {
            found.forms.append(form);
            found.sections += query.value(0).toInt();
        }
    }
    return found;
}

} // namespace

WordFrequencies IndexWords::Answer::frequencies() const
{
    WordFrequencies frequencies;
    frequencies.sections = sections;
    for (auto stem = stems.begin(); stem != stems.end(); ++stem)
        frequencies.containing.insert(stem.key(), stem.value().sections);
    return frequencies;
}

Result<IndexWords::Answer> IndexWords::lookUp(const Database &database, const QStringList &stems) const
{
    const QMutexLocker lock(&m_mutex);
    const auto newest = database.single(Sql::newestSection);
    if (!newest)
        return newest.problem();
    if (newest->toLongLong() != m_newestSection || m_known.size() > maximumRemembered) {
        const auto count = database.single(Sql::sectionCount);
        if (!count)
            return count.problem();
        m_newestSection = newest->toLongLong();
        m_sections = count->toInt();
        m_known.clear();
    }
    auto prepared = database.prepared(Sql::wordCount);
    if (!prepared)
        return prepared.problem();
    Answer answer;
    answer.sections = m_sections;
    for (const QString &stem : stems) {
        if (!m_known.contains(stem)) {
            const auto found = lookedUp(prepared.value(), stem);
            if (!found)
                return found.problem();
            m_known.insert(stem, *found);
        }
        answer.stems.insert(stem, m_known.value(stem));
    }
    return answer;
}

QStringList IndexWords::nearest(const Database &database, const QString &word, int limit)
{
    struct Near
    {
        int distance;
        int sections;
        QString word;
    };
    const QString wanted = searchWordsOf(word).value(0);
    auto prepared = database.prepared(Sql::wordsInRange);
    if (wanted.isEmpty() || !prepared)
        return {};
    QSqlQuery &query = prepared.value();
    const QString first = wanted.left(1);
    query.bindValue(0, first);
    query.bindValue(1, QString(QChar(char16_t(first.front().unicode() + 1))));
    if (!query.exec())
        return {};
    const int farthest = wanted.size() < 5 ? 1 : 2;
    QList<Near> found;
    while (query.next()) {
        const QString term = query.value(0).toString();
        const int distance = editDistance(wanted, term, farthest);
        if (distance > 0 && distance <= farthest)
            found.append({ distance, query.value(1).toInt(), term });
    }
    std::sort(found.begin(), found.end(), [](const Near &a, const Near &b) {
        return std::tie(a.distance, b.sections, a.word) < std::tie(b.distance, a.sections, b.word);
    });
    QStringList words;
    for (const Near &each : found.first(std::min<qsizetype>(limit, found.size())))
        words.append(each.word);
    return words;
}

} // namespace Handrail
