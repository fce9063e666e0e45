// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexcandidates.h"

#include "search/searchwords.h"
#include "store/indexrows.h"
#include "store/indexwriter.h"

#include <QHash>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QString &recordColumns()
{
    static const QString columns = IndexRows::runbookColumns + u", s.id, s.anchor, s.title, s.alerts, s.text, s.headings, "_s;
    return columns;
}

const QString &byName()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"0.0 FROM name n JOIN section s ON s.id = n.section JOIN runbook r ON r.id = s.runbook WHERE n.key = ? "
          u"ORDER BY s.id LIMIT ?"_s;
    return sql;
}

const QString &byService()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"0.0 FROM service v JOIN runbook r ON r.id = v.runbook JOIN section s ON s.runbook = r.id "
          u"WHERE v.key = ? AND s.anchor = '' ORDER BY r.stem NOT IN ('readme', 'index'), s.id LIMIT ?"_s;
    return sql;
}

/** Files of a name, and the pages of folders of that name. */
const QString &byLastPart()
{
    static const QString sql = u"SELECT id, path FROM runbook WHERE stem = ? "
                               u"UNION SELECT r.id, r.path FROM service v JOIN runbook r ON r.id = v.runbook "
                               u"WHERE v.key = ? AND r.stem IN ('readme', 'index') ORDER BY 1"_s;
    return sql;
}

const QString &byRunbook()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"0.0 FROM section s JOIN runbook r ON r.id = s.runbook WHERE r.id = ? ORDER BY s.id LIMIT ?"_s;
    return sql;
}

const QString &byWords()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"-rank FROM words JOIN section s ON s.id = words.rowid JOIN runbook r ON r.id = s.runbook "
          u"WHERE words MATCH ? AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank LIMIT ?"_s;
    return sql;
}

/** Gathers records, each section once; the first problem ends it. */
class Gathering
{
public:
    explicit Gathering(const Database &database)
        : m_database(database)
    {
    }

    void add(const QString &sql, const QVariant &key, int limit)
    {
        QSqlQuery *rows = statement(sql);
        if (!rows)
            return;
        rows->bindValue(0, key);
        rows->bindValue(1, limit);
        if (!rows->exec()) {
            m_problem = problemOf(rows->lastError());
            return;
        }
        while (rows->next())
            addRow(*rows, sql == byName() || sql == byRunbook());
    }

    /** The runbooks whose paths share the longest end with @p path. */
    void addPath(const QString &path, int limit)
    {
        QSqlQuery *rows = statement(byLastPart());
        if (!rows)
            return;
        const QString lastPart = nameKey(pageName(path));
        rows->bindValue(0, lastPart);
        rows->bindValue(1, lastPart);
        QList<qint64> best;
        int longest = 1;
        if (rows->exec()) {
            while (rows->next()) {
                const int shared = sharedParts(path, rows->value(1).toString());
                if (shared > std::exchange(longest, std::max(longest, shared)))
                    best.clear();
                if (shared == longest)
                    best.append(rows->value(0).toLongLong());
            }
        }
        for (const qint64 runbook : std::as_const(best))
            add(byRunbook(), runbook, limit);
    }

    Result<QList<SectionRecord>> result() const
    {
        if (m_problem)
            return *m_problem;
        return m_records;
    }

private:
    /** Each statement is prepared once: an alert names some thirty services it may be. Null: it cannot be, see result(). */
    QSqlQuery *statement(const QString &sql)
    {
        const auto known = m_statements.find(sql);
        if (known != m_statements.end())
            return &known.value();
        auto prepared = m_database.prepared(sql);
        if (prepared)
            return &m_statements.insert(sql, prepared.value()).value();
        m_problem = prepared.problem();
        return nullptr;
    }

    void addRow(const QSqlQuery &row, bool withHeadings)
    {
        constexpr int first = IndexRows::runbookColumnCount;
        const qint64 id = row.value(first).toLongLong();
        if (m_ids.contains(id))
            return;
        m_ids.insert(id);
        m_records.append({ IndexRows::runbookEntry(row), row.value(first + 1).toString(), row.value(first + 2).toString(),
                           IndexRows::list(row.value(first + 3).toString()), row.value(first + 4).toString(),
                           row.value(first + 6).toDouble(), withHeadings ? IndexRows::headings(row.value(first + 5).toString()) : QList<HeadingPlace>() });
    }

    const Database &m_database;
    QHash<QString, QSqlQuery> m_statements;
    QSet<qint64> m_ids;
    QList<SectionRecord> m_records;
    std::optional<Problem> m_problem;
};

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

} // namespace

Result<QList<SectionRecord>> candidatesInIndex(const Database &database, const IndexWords &words,
                                               const CandidateQuery &query, int limit)
{
    Gathering gathering(database);
    // Names and paths first: what they find comes with its headings.
    for (const QString &name : query.names) {
        if (const QString key = nameKey(name); !key.isEmpty())
            gathering.add(byName(), key, limit);
    }
    gathering.add(byName(), IndexedNames::matchers, limit);
    for (const QString &path : query.paths)
        gathering.addPath(path, limit);

    QStringList stems;
    for (const QString &text : query.words) {
        for (const QString &word : searchWordsOf(text))
            stems.append(stemOf(word));
    }
    stems.removeDuplicates();
    const auto known = words.lookUp(database, stems);
    if (!known)
        return known.problem();
    if (const QString expression = expressionOf(database, wantedOf(*known, limit), limit); !expression.isEmpty())
        gathering.add(byWords(), expression, limit);

    constexpr int ofOneService = 24; // those that say more of the alert were found by their words
    for (const QString &service : query.services) {
        if (const QString key = nameKey(service); !key.isEmpty())
            gathering.add(byService(), key, ofOneService);
    }
    return gathering.result();
}

} // namespace Handrail
