// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "incident/incidentlog.h"
#include "store/database.h"

namespace Handrail {

/** The tables of incidents.sqlite, asked and written from the thread that opened @p database. */
class IncidentTables
{
public:
    IncidentTables(std::shared_ptr<Database> database, const Clock &clock);

    const Database &database() const { return *m_database; }

    Result<TimelineEntry> append(TimelineEntry entry) const;
    /** Writes @p entry as it is but for its sequence, which is given. To be called within a transaction. */
    Result<Done> insert(TimelineEntry &entry) const;
    Result<QList<TimelineEntry>> entries(const QString &incidentId) const;
    Result<QList<TimelineEntry>> entriesAfter(const QString &incidentId, qint64 sequence, int most) const;
    Result<IncidentOpening> opening(const QString &incidentId, int newest) const;
    Result<QList<IncidentSummary>> incidents() const;
    Result<QStringList> incidentsWith(const QStringList &words) const;
    Result<Done> saveDraft(const Draft &draft) const;
    Result<QList<Draft>> drafts(const QString &incidentId) const;

private:
    Result<QSqlQuery> asked(const QString &statement, const QVariantMap &values) const; ///< carried out, before its first row
    Result<QList<TimelineEntry>> entriesOf(const QString &statement, const QVariantMap &values) const;
    Result<qint64> number(const QString &statement, const QVariantMap &values) const; ///< 0 without a row
    Result<Done> insertDocument(const QByteArray &sha256, const QByteArray &text) const;
    Result<Done> insertEvent(TimelineEntry &entry, const QByteArray &documentSha256) const;
    Result<QList<IncidentSummary>> summaries() const;
    Result<Done> addCurrentSteps(QList<IncidentSummary> &summaries) const;

    std::shared_ptr<Database> m_database;
    const Clock &m_clock;
};

} // namespace Handrail
