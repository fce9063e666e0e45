// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentsubcommand.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QJsonValue timeJson(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

IncidentReader::IncidentReader(const QString &folder, const Streams &streams, const Workplace &workplace)
    : m_folder(folder)
    , m_streams(streams)
    , m_workplace(workplace)
{
}

bool IncidentReader::open()
{
    if (m_store)
        return true;
    const auto store = IncidentStore::openForReading(m_folder, m_workplace.clock);
    if (!store)
        return complained(store.problem());
    m_store = *store;
    return true;
}

bool IncidentReader::complained(const Problem &problem)
{
    m_streams.complain(problem.text);
    m_exitCode = ExitCode::noAccess;
    return false;
}

std::optional<QList<IncidentSummary>> IncidentReader::all()
{
    if (!IncidentStore::exists(m_folder))
        return QList<IncidentSummary>();
    if (!open())
        return std::nullopt;
    const auto incidents = m_store->incidents().result();
    if (incidents)
        return *incidents;
    complained(incidents.problem());
    return std::nullopt;
}

std::optional<Incident> IncidentReader::find(const QString &beginning)
{
    const auto incidents = all();
    if (!incidents)
        return std::nullopt;
    QStringList ids;
    for (const IncidentSummary &summary : *incidents) {
        if (summary.id.startsWith(beginning))
            ids.append(summary.id);
    }
    if (beginning == u"last" && !incidents->isEmpty()) {
        const auto newest = std::max_element(incidents->begin(), incidents->end(), [](const auto &left, const auto &right) {
            return left.startedAt < right.startedAt;
        });
        ids = { newest->id };
    }
    if (ids.size() != 1) {
        m_streams.complain(ids.isEmpty() ? u"There is no incident %1. 'handrail-cli incident list' shows them."_s.arg(beginning)
                                         : u"%1 incidents begin with %2. Type more of the id."_s.arg(ids.size()).arg(beginning));
        m_exitCode = ExitCode::findings;
        return std::nullopt;
    }
    const auto entries = m_store->entries(ids.first()).result();
    if (entries)
        return foldIncident(*entries);
    complained(entries.problem());
    return std::nullopt;
}

std::optional<QList<TimelineEntry>> IncidentReader::entriesOfAll()
{
    auto incidents = all();
    if (!incidents)
        return std::nullopt;
    std::sort(incidents->begin(), incidents->end(), [](const auto &left, const auto &right) { return left.id < right.id; });
    QList<TimelineEntry> all;
    for (const IncidentSummary &summary : std::as_const(*incidents)) {
        const auto entries = m_store->entries(summary.id).result();
        if (!entries) {
            complained(entries.problem());
            return std::nullopt;
        }
        all += *entries;
    }
    return all;
}

Problem inUse()
{
    return { Problem::Severity::Error, u"In use by another Handrail. Close its window, or try again."_s, 0 };
}

QString shortId(const QString &id)
{
    constexpr qsizetype timePart = 13;
    return id.first(std::min(id.size(), timePart));
}

QJsonObject toJson(const IncidentSummary &summary)
{
    return {
        { u"id"_s, summary.id },
        { u"title"_s, summary.title },
        { u"service"_s, orNull(summary.service) },
        { u"severity"_s, orNull(summary.severity) },
        { u"startedBy"_s, orNull(summary.startedBy) },
        { u"startedAt"_s, timeJson(summary.startedAt) },
        { u"resolvedAt"_s, timeJson(summary.resolvedAt) },
        { u"steps"_s, summary.stepCount },
        { u"finishedSteps"_s, summary.finishedSteps },
        { u"currentStep"_s, summary.currentStep },
    };
}

QJsonObject toJson(const TimelineEntry &entry)
{
    return {
        { u"id"_s, entry.id },
        { u"sequence"_s, entry.sequence },
        { u"kind"_s, entry.kindName },
        { u"actor"_s, orNull(entry.actor) },
        { u"happenedAt"_s, timeJson(entry.happenedAt) },
        { u"recordedAt"_s, timeJson(entry.recordedAt) },
        { u"payload"_s, entry.payload },
    };
}

QString utcText(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace Handrail
