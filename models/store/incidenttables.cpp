// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidenttables.h"

#include "base/uuid7.h"
#include "incident/jsonlines.h"
#include "store/incidenttransaction.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <QSqlError>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace Sql {

// A text of anybody's is bound as UTF-8 bytes: SQLite takes the first character of a UTF-16 text away, or turns its bytes about,
// when that is U+FEFF or U+FFFE.
const QString insertDocument = u"INSERT INTO document (sha256, text) SELECT :sha256, CAST(:text AS TEXT)"
                               " WHERE NOT EXISTS (SELECT 1 FROM document WHERE sha256 = :known)"_s;
const QString insertEvent
    = u"INSERT INTO event (id, incident, kind, actor, happened_at, recorded_at, zone, utc_offset_min, payload, document)"
      " VALUES (:id, :incident, :kind, CAST(:actor AS TEXT), :happened, :recorded, :zone, :offset, :payload, :document)"_s;
const QString selectEntries
    = u"SELECT seq, id, incident, kind, actor, happened_at, recorded_at, payload, coalesce(document.text, ''), zone, utc_offset_min"
      " FROM event LEFT JOIN document ON document.sha256 = event.document WHERE incident = :incident ORDER BY seq"_s;
const QString selectEntriesAfter
    = u"SELECT seq, id, incident, kind, actor, happened_at, recorded_at, payload, coalesce(document.text, ''), zone, utc_offset_min"
      " FROM event LEFT JOIN document ON document.sha256 = event.document WHERE incident = :incident AND seq > :after"
      " ORDER BY seq LIMIT :most"_s;
/** The condition of the index event_that_changes_state, word by word. */
const QString changesState = u"kind NOT IN ('note-added', 'command-copied', 'choice-taken', 'file-attached', 'clock-jumped')"_s;
const QString selectStateBefore
    = u"SELECT seq, id, incident, kind, actor, happened_at, recorded_at, payload, coalesce(document.text, ''), zone, utc_offset_min"
      " FROM event LEFT JOIN document ON document.sha256 = event.document WHERE incident = :incident AND seq < :before AND "_s
    + changesState + u" ORDER BY seq"_s;
const QString countEntries = u"SELECT count(*) FROM event WHERE incident = :incident"_s;
const QString selectNewest = u"SELECT seq FROM event WHERE incident = :incident ORDER BY seq DESC LIMIT 1 OFFSET :newest"_s;
/** What changes a summary, without the documents: those are most of the file. */
const QString selectSummaryEntries
    = u"SELECT seq, id, incident, kind, actor, happened_at, recorded_at, payload, '', zone, utc_offset_min FROM event"
      " WHERE "_s
    + changesState
    + u" AND kind IN ('started', 'alert-added', 'runbook-judged', 'runbook-opened', 'step-finished', 'severity-changed', 'claimed',"
      " 'resolved', 'reopened') ORDER BY incident, seq"_s;
/**
 * LIKE over the whole payload first, for it is quick; then over its values alone. A runbook's text is not what somebody wrote
 * down. Bounded, since notes wait while this is asked.
 */
const QString selectIncidentsWith
    = u"SELECT DISTINCT incident FROM event LEFT JOIN document ON document.sha256 = event.document AND kind <> 'runbook-opened'"
      " WHERE seq > (SELECT max(seq) FROM event) - 200000"
      " AND ((payload LIKE :word ESCAPE '\\' AND EXISTS (SELECT 1 FROM json_tree(payload) WHERE atom LIKE :value ESCAPE '\\'))"
      " OR document.text LIKE :text ESCAPE '\\' OR actor LIKE :actor ESCAPE '\\')"_s;
const QString upsertDraft = u"INSERT INTO draft (incident, field, text, saved_at) VALUES (:incident, :field, :text, :at)"
                            " ON CONFLICT (incident, field) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at"_s;
const QString deleteDraft = u"DELETE FROM draft WHERE incident = :incident AND field = :field"_s;
const QString selectDrafts = u"SELECT field, text FROM draft WHERE incident = :incident ORDER BY field"_s;
const QString selectCurrentSteps = u"SELECT incident, text FROM draft WHERE field = 'current-step'"_s;

} // namespace Sql

namespace {

constexpr qsizetype mostSearchWords = 8; ///< each looks through all entries, and notes wait meanwhile

QString likePattern(const QString &text)
{
    return u'%' + QString(text).replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s) + u'%';
}

/** As it stands between the quotes of a payload. */
QString asInJson(const QString &text)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact));
    return list.sliced(2, list.size() - 4);
}

/** SQLite tells NULL from '' where Qt tells a null string from an empty one; the columns want ''. */
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()).toUTC();
}

TimelineEntry entryFromRow(const QSqlQuery &row)
{
    TimelineEntry entry;
    entry.sequence = row.value(0).toLongLong();
    entry.id = row.value(1).toString();
    entry.incidentId = row.value(2).toString();
    entry.kindName = row.value(3).toString();
    entry.kind = entryKindFromString(entry.kindName);
    entry.actor = row.value(4).toString();
    entry.happenedAt = utc(row.value(5).toLongLong());
    entry.recordedAt = utc(row.value(6).toLongLong());
    entry.payload = QJsonDocument::fromJson(row.value(7).toString().toUtf8()).object();
    entry.document = row.value(8).toString();
    entry.zone = row.value(9).toString();
    entry.utcOffsetMinutes = row.value(10).toInt();
    return entry;
}

bool comesFirst(const IncidentSummary &left, const IncidentSummary &right)
{
    if (left.isOpen() != right.isOpen())
        return left.isOpen();
    return left.startedAt > right.startedAt;
}

} // namespace

IncidentTables::IncidentTables(std::shared_ptr<Database> database, const Clock &clock)
    : m_database(std::move(database))
    , m_clock(clock)
{
}

Result<TimelineEntry> IncidentTables::append(TimelineEntry entry) const
{
    Q_ASSERT(!entry.incidentId.isEmpty());
    const QDateTime now = m_clock.now();
    entry.recordedAt = utc(now.toMSecsSinceEpoch());
    entry.happenedAt = entry.happenedAt.isValid() ? utc(entry.happenedAt.toMSecsSinceEpoch()) : entry.recordedAt;
    if (entry.id.isEmpty())
        entry.id = newUuid7(now);
    if (entry.kindName.isEmpty())
        entry.kindName = toString(entry.kind);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    entry.zone = QString::fromLatin1(zone.id());
    entry.utcOffsetMinutes = zone.offsetFromUtc(entry.happenedAt) / 60;

    if (const auto written = inTransaction(*m_database, [&] { return insert(entry); }); !written)
        return written.problem();
    return entry;
}

Result<Done> IncidentTables::insert(TimelineEntry &entry) const
{
    QByteArray sha256;
    if (!entry.document.isEmpty()) {
        const QByteArray text = entry.document.toUtf8();
        sha256 = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        if (const auto done = insertDocument(sha256, text); !done)
            return done;
    }
    return insertEvent(entry, sha256);
}

Result<Done> IncidentTables::insertDocument(const QByteArray &sha256, const QByteArray &text) const
{
    auto query = m_database->prepared(Sql::insertDocument);
    if (!query)
        return query.problem();
    query.value().bindValue(u":sha256"_s, QString::fromLatin1(sha256));
    query.value().bindValue(u":text"_s, text);
    query.value().bindValue(u":known"_s, QString::fromLatin1(sha256));
    return m_database->execute(query.value());
}

Result<Done> IncidentTables::insertEvent(TimelineEntry &entry, const QByteArray &documentSha256) const
{
    auto query = m_database->prepared(Sql::insertEvent);
    if (!query)
        return query.problem();
    QSqlQuery &row = query.value();
    row.bindValue(u":id"_s, entry.id);
    row.bindValue(u":incident"_s, entry.incidentId);
    row.bindValue(u":kind"_s, entry.kindName);
    row.bindValue(u":actor"_s, stored(entry.actor).toUtf8());
    row.bindValue(u":happened"_s, entry.happenedAt.toMSecsSinceEpoch());
    row.bindValue(u":recorded"_s, entry.recordedAt.toMSecsSinceEpoch());
    row.bindValue(u":zone"_s, stored(entry.zone));
    row.bindValue(u":offset"_s, entry.utcOffsetMinutes);
    row.bindValue(u":payload"_s, QString::fromUtf8(compactJson(entry.payload)));
    row.bindValue(u":document"_s, documentSha256.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(documentSha256)));
    const auto done = m_database->execute(row);
    entry.sequence = row.lastInsertId().toLongLong();
    return done;
}

Result<QSqlQuery> IncidentTables::asked(const QString &statement, const QVariantMap &values) const
{
    auto query = m_database->prepared(statement);
    if (!query)
        return query.problem();
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        query->bindValue(value.key(), value.value());
    if (const auto done = m_database->execute(*query); !done)
        return done.problem();
    return query;
}

Result<QList<TimelineEntry>> IncidentTables::entriesOf(const QString &statement, const QVariantMap &values) const
{
    auto query = asked(statement, values);
    if (!query)
        return query.problem();
    QList<TimelineEntry> entries;
    while (query->next())
        entries.append(entryFromRow(*query));
    if (query->lastError().isValid())
        return problemOf(query->lastError());
    return entries;
}

Result<qint64> IncidentTables::number(const QString &statement, const QVariantMap &values) const
{
    auto query = asked(statement, values);
    if (!query)
        return query.problem();
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<QList<TimelineEntry>> IncidentTables::entries(const QString &incidentId) const
{
    return entriesOf(Sql::selectEntries, { { u":incident"_s, incidentId } });
}

Result<QList<TimelineEntry>> IncidentTables::entriesAfter(const QString &incidentId, qint64 sequence, int most) const
{
    return entriesOf(Sql::selectEntriesAfter, { { u":incident"_s, incidentId }, { u":after"_s, sequence }, { u":most"_s, most } });
}

Result<IncidentOpening> IncidentTables::opening(const QString &incidentId, int newest) const
{
    const auto before = number(Sql::selectNewest, { { u":incident"_s, incidentId }, { u":newest"_s, newest } });
    const auto total = before ? number(Sql::countEntries, { { u":incident"_s, incidentId } }) : before;
    if (!total)
        return total.problem();
    auto state = entriesOf(Sql::selectStateBefore, { { u":incident"_s, incidentId }, { u":before"_s, *before + 1 } });
    if (!state)
        return state.problem();
    const auto latest = entriesOf(Sql::selectEntriesAfter, { { u":incident"_s, incidentId }, { u":after"_s, *before }, { u":most"_s, -1 } });
    if (!latest)
        return latest.problem();
    IncidentOpening opening;
    opening.entries = *state + *latest;
    opening.leftOut = *total - opening.entries.size();
    return opening;
}

Result<QList<IncidentSummary>> IncidentTables::incidents() const
{
    auto all = summaries();
    if (!all)
        return all;
    if (const auto done = addCurrentSteps(all.value()); !done)
        return done.problem();
    std::stable_sort(all.value().begin(), all.value().end(), comesFirst);
    return all;
}

Result<QStringList> IncidentTables::incidentsWith(const QStringList &words) const
{
    QStringList found;
    const QStringList asked = words.mid(0, mostSearchWords);
    for (const QString &word : asked) {
        auto query = m_database->prepared(Sql::selectIncidentsWith);
        if (!query)
            return query.problem();
        query->bindValue(u":word"_s, likePattern(asInJson(word)));
        for (const QString &place : { u":value"_s, u":text"_s, u":actor"_s })
            query->bindValue(place, likePattern(word));
        if (const auto done = m_database->execute(*query); !done)
            return done.problem();
        QStringList having;
        while (query->next())
            having.append(query->value(0).toString());
        if (query->lastError().isValid())
            return problemOf(query->lastError());
        if (&word != &asked.first())
            having.removeIf([&found](const QString &id) { return !found.contains(id); });
        found = having;
    }
    return found;
}

Result<QList<IncidentSummary>> IncidentTables::summaries() const
{
    auto query = m_database->prepared(Sql::selectSummaryEntries);
    if (!query)
        return query.problem();
    if (const auto done = m_database->execute(query.value()); !done)
        return done.problem();

    QList<IncidentSummary> all;
    Incident incident;
    while (query.value().next()) {
        const TimelineEntry entry = entryFromRow(query.value());
        if (!incident.id.isEmpty() && incident.id != entry.incidentId) {
            all.append(summaryOf(incident));
            incident = {};
        }
        apply(entry, incident);
    }
    if (query.value().lastError().isValid())
        return problemOf(query.value().lastError());
    if (!incident.id.isEmpty())
        all.append(summaryOf(incident));
    return all;
}

Result<Done> IncidentTables::addCurrentSteps(QList<IncidentSummary> &summaries) const
{
    auto query = m_database->prepared(Sql::selectCurrentSteps);
    if (!query)
        return query.problem();
    if (const auto done = m_database->execute(query.value()); !done)
        return done;
    QHash<QString, int> numbers;
    while (query.value().next())
        numbers.insert(query.value().value(0).toString(), query.value().value(1).toString().section(u'\t', 0, 0).toInt());
    for (IncidentSummary &summary : summaries) {
        if (const int number = numbers.value(summary.id); number >= 1 && number <= summary.stepCount)
            summary.currentStep = number;
    }
    return Done {};
}

Result<Done> IncidentTables::saveDraft(const Draft &draft) const
{
    return inTransaction(*m_database, [&]() -> Result<Done> {
        auto query = m_database->prepared(draft.text.isEmpty() ? Sql::deleteDraft : Sql::upsertDraft);
        if (!query)
            return query.problem();
        query.value().bindValue(u":incident"_s, stored(draft.incidentId));
        query.value().bindValue(u":field"_s, stored(draft.field));
        if (!draft.text.isEmpty()) {
            query.value().bindValue(u":text"_s, draft.text);
            query.value().bindValue(u":at"_s, m_clock.now().toMSecsSinceEpoch());
        }
        return m_database->execute(query.value());
    });
}

Result<QList<Draft>> IncidentTables::drafts(const QString &incidentId) const
{
    auto query = m_database->prepared(Sql::selectDrafts);
    if (!query)
        return query.problem();
    query.value().bindValue(u":incident"_s, stored(incidentId));
    if (const auto done = m_database->execute(query.value()); !done)
        return done.problem();
    QList<Draft> drafts;
    while (query.value().next())
        drafts.append({ incidentId, query.value().value(0).toString(), query.value().value(1).toString() });
    if (query.value().lastError().isValid())
        return problemOf(query.value().lastError());
    return drafts;
}

} // namespace Handrail
