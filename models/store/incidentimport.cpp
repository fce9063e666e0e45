// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentimport.h"

#include "incident/jsonlines.h"
#include "store/incidentsalvage.h"
#include "store/incidenttransaction.h"

#include <QHash>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace Sql {

const QString selectIncidentOfEvent = u"SELECT incident FROM event WHERE id = :id"_s;

} // namespace Sql

namespace {

/** The entries of each incident, in the order of their coming. */
class Grouped
{
public:
    explicit Grouped(const QList<TimelineEntry> &entries)
    {
        for (const TimelineEntry &entry : entries) {
            QList<TimelineEntry> &incident = m_entries[entry.incidentId];
            if (incident.isEmpty())
                ids.append(entry.incidentId);
            incident.append(entry);
        }
    }
    QList<TimelineEntry> take(const QString &id) { return m_entries.take(id); }

    QStringList ids;

private:
    QHash<QString, QList<TimelineEntry>> m_entries;
};

/** The one that has @p id already; empty when the id is free. */
Result<QString> ownerOf(const QString &id, const Database &database)
{
    auto query = database.prepared(Sql::selectIncidentOfEvent);
    if (!query)
        return query.problem();
    query->bindValue(u":id"_s, id);
    if (const auto done = database.execute(*query); !done)
        return done.problem();
    return query->next() ? query->value(0).toString() : QString();
}

/** Entries of a file beside those of the same incident here. */
struct Compared
{
    QList<TimelineEntry> added; ///< are not here; a stand-in for a lost beginning is none where the incident is here
    qsizetype leftOut = 0; ///< are not here, and would change what came after them
    qsizetype common = 0;
    bool isContradicted = false; ///< one of them tells something else here
};

/** The long text may have been damaged on its way, or here; the one here stays. */
bool isSameButForText(TimelineEntry theirs, const TimelineEntry &ours)
{
    theirs.document = ours.document;
    return isSameEntry(std::move(theirs), ours);
}

/** Whether an entry may stand behind later ones: what it says is not a state that a later one has changed since. */
bool mayBeLate(TimelineEntry::Kind kind)
{
    using Kind = TimelineEntry::Kind;
    return kind == Kind::NoteAdded || kind == Kind::OutputKept || kind == Kind::CommandCopied || kind == Kind::ChoiceTaken
        || kind == Kind::FileAttached || kind == Kind::ClockJumped;
}

Compared compare(const QList<TimelineEntry> &here, const QList<TimelineEntry> &entries)
{
    QHash<QString, const TimelineEntry *> ours;
    for (const TimelineEntry &entry : here)
        ours.insert(entry.id, &entry);
    const auto lastCommon = std::find_if(entries.rbegin(), entries.rend(), [&ours](const TimelineEntry &entry) { return ours.contains(entry.id); });
    const qsizetype goesOn = entries.rend() - lastCommon; // from here on the file goes on where the incident here ends
    const auto isOlder = [&](qsizetype place) {
        return goesOn > 0 ? place < goesOn : !here.isEmpty() && entries.at(place).recordedAt < here.last().recordedAt;
    };
    Compared compared;
    for (qsizetype place = 0; place < entries.size(); ++place) {
        const TimelineEntry &entry = entries.at(place);
        if (!here.isEmpty() && isStandIn(entry))
            continue;
        const TimelineEntry *known = ours.value(entry.id);
        if (!known) {
            if (isOlder(place) && !mayBeLate(entry.kind))
                ++compared.leftOut;
            else
                compared.added.append(entry);
            continue;
        }
        ++compared.common;
        compared.isContradicted = compared.isContradicted || !isSameButForText(entry, *known);
    }
    return compared;
}

bool hasBeginning(const QList<TimelineEntry> &entries)
{
    return std::any_of(entries.begin(), entries.end(), [](const TimelineEntry &entry) {
        return entry.kind == TimelineEntry::Kind::Started && !isStandIn(entry);
    });
}

Result<Done> importIncident(const IncidentTables &tables, const QList<TimelineEntry> &entries, ImportOutcome &outcome)
{
    const QString id = entries.first().incidentId;
    const auto refuse = [&](const QString &reason) {
        outcome.refused.append({ id, reason });
        return Done {};
    };
    const auto here = tables.entries(id);
    if (!here)
        return here.problem();
    auto [added, leftOut, common, isContradicted] = compare(*here, entries);
    if (isContradicted)
        return refuse(u"It is here with other entries."_s);
    if (common == 0 && hasBeginning(*here) && hasBeginning(entries))
        return refuse(u"It is here with another beginning."_s);
    if (leftOut > 0)
        outcome.refused.append({ id, u"%1 of its entries would change what came after them, and were left out."_s.arg(leftOut) });
    if (added.isEmpty()) {
        if (leftOut == 0)
            outcome.known.append(id);
        return Done {};
    }
    for (const TimelineEntry &entry : std::as_const(added)) {
        const auto owner = ownerOf(entry.id, tables.database());
        if (!owner)
            return owner.problem();
        if (!owner->isEmpty())
            return refuse(u"Its entry %1 belongs to the incident %2 here."_s.arg(entry.id, *owner));
    }
    for (TimelineEntry &entry : added) {
        if (const auto done = tables.insert(entry); !done)
            return done;
    }
    (here->isEmpty() ? outcome.imported : outcome.continued).append(id);
    outcome.entries += added.size();
    return Done {};
}

} // namespace

Result<ImportOutcome> importIncidents(const IncidentTables &tables, const QList<TimelineEntry> &entries)
{
    ImportOutcome outcome;
    Grouped incidents(entries);
    const auto written = inTransaction(tables.database(), [&]() -> Result<Done> {
        for (const QString &id : std::as_const(incidents.ids)) {
            if (const auto done = importIncident(tables, incidents.take(id), outcome); !done)
                return done;
        }
        return Done {};
    });
    if (!written)
        return written.problem();
    return outcome;
}

} // namespace Handrail
