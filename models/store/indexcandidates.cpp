// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexcandidates.h"

#include "search/searchwords.h"
#include "store/indexrows.h"
#include "store/indexwriter.h"
#include "store/wordcandidates.h"

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
    static const QString columns = IndexRows::runbookColumns + u", s.id, s.anchor, s.title, s.alerts, s.listed_alerts, s.text, s.headings "_s;
    return columns;
}

const QString &byName()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"FROM name n JOIN section s ON s.id = n.section JOIN runbook r ON r.id = s.runbook WHERE n.key = ? "
          u"ORDER BY s.id LIMIT ?"_s;
    return sql;
}

const QString &byService()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"FROM service v JOIN runbook r ON r.id = v.runbook JOIN section s ON s.runbook = r.id "
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

const QString &byStem()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"FROM runbook r JOIN section s ON s.runbook = r.id WHERE r.stem = ? AND s.anchor = '' ORDER BY s.id LIMIT ?"_s;
    return sql;
}

const QString &byRunbook()
{
    static const QString sql = u"SELECT "_s + recordColumns()
        + u"FROM section s JOIN runbook r ON r.id = s.runbook WHERE r.id = ? ORDER BY s.id LIMIT ?"_s;
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

    void addSections(const QList<qint64> &sections)
    {
        QStringList ids;
        for (const qint64 section : sections)
            ids.append(QString::number(section));
        // One question: as many of one section each take twice as long.
        auto rows = m_database.prepared(u"SELECT "_s + recordColumns()
                                        + u"FROM section s JOIN runbook r ON r.id = s.runbook WHERE s.id IN (%1)"_s.arg(ids.join(u',')));
        if (!rows)
            m_problem = rows.problem();
        else if (!rows->exec())
            m_problem = problemOf(rows->lastError());
        while (!m_problem && rows->next())
            addRow(*rows, false);
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

    /** Runbooks whose file names, or whose folders', are those nearest to @p path's; its first letter is taken to be right. */
    void addMistyped(const QString &path)
    {
        constexpr qsizetype mostNames = 3;
        constexpr int filesOfName = 8;
        const QString wanted = nameKey(pageName(path));
        QSqlQuery *rows = statement(u"SELECT stem FROM runbook WHERE stem >= ? AND stem < ? "
                                    u"UNION SELECT key FROM service WHERE key >= ? AND key < ?"_s);
        if (wanted.isEmpty() || !rows)
            return;
        for (const int first : { 0, 2 }) {
            rows->bindValue(first, wanted.left(1));
            rows->bindValue(first + 1, QString(QChar(char16_t(wanted.front().unicode() + 1))));
        }
        if (!rows->exec()) {
            m_problem = problemOf(rows->lastError());
            return;
        }
        QList<std::pair<int, QString>> alike;
        while (rows->next()) {
            const QString name = rows->value(0).toString();
            if (const int distance = editDistance(wanted, name, mistakesIn(wanted)); distance <= mistakesIn(wanted))
                alike.append({ distance, name });
        }
        std::sort(alike.begin(), alike.end());
        for (const auto &[distance, name] : alike.first(std::min(alike.size(), mostNames))) {
            add(byStem(), name, filesOfName);
            add(byService(), name, 1); // the page of the folder, if it has one
        }
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
                           IndexRows::list(row.value(first + 3).toString()), IndexRows::listedAlerts(row.value(first + 4).toString()),
                           row.value(first + 5).toString(), withHeadings ? IndexRows::headings(row.value(first + 6).toString()) : QList<HeadingPlace>() });
    }

    const Database &m_database;
    QHash<QString, QSqlQuery> m_statements;
    QSet<qint64> m_ids;
    QList<SectionRecord> m_records;
    std::optional<Problem> m_problem;
};

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
    for (const QString &path : query.mistyped)
        gathering.addMistyped(path);

    QStringList stems;
    for (const QString &text : query.words) {
        for (const QString &word : searchWordsOf(text))
            stems.append(stemOf(word));
    }
    stems.removeDuplicates();
    const auto known = words.lookUp(database, stems);
    if (!known)
        return known.problem();
    const auto sections = sectionsByWords(database, *known, limit);
    if (!sections)
        return sections.problem();
    gathering.addSections(*sections);

    constexpr int ofOneService = 24; // those that say more of the alert were found by their words
    for (const QString &service : query.services) {
        if (const QString key = nameKey(service); !key.isEmpty())
            gathering.add(byService(), key, ofOneService);
    }
    return gathering.result();
}

} // namespace Handrail
