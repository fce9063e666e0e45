// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "incident/incident.h"
#include "store/incidentlock.h"
#include "store/incidentstore.h"

#include <QDeadlineTimer>
#include <QThread>

#include <type_traits>

namespace Handrail {

/** Incidents as the command line reads them. Complaints are made here; the exit code says what became of it. */
class IncidentReader
{
public:
    IncidentReader(const QString &folder, const Streams &streams, const Workplace &workplace);

    /** All incidents, open ones first; none when there is no file yet. Reads also while the window is open. */
    std::optional<QList<IncidentSummary>> all();
    /** The one whose id begins with @p beginning, or the newest for "last". */
    std::optional<Incident> find(const QString &beginning);
    std::optional<QList<TimelineEntry>> entriesOfAll(); ///< incident by incident, the oldest first
    int exitCode() const { return m_exitCode; }

private:
    bool open();
    bool complained(const Problem &problem);

    QString m_folder;
    const Streams &m_streams;
    const Workplace &m_workplace;
    std::shared_ptr<IncidentStore> m_store;
    int m_exitCode = ExitCode::done;
};

Problem inUse(); ///< that another Handrail has the incidents, in words that fit a command as well as a window

/** Makes @p attempt again while another Handrail has the incidents, within the workplace's patience: a command has them for moments. */
template<typename Attempt>
std::invoke_result_t<Attempt> whenFree(const Workplace &workplace, Attempt attempt)
{
    constexpr int pause = 20; // ms
    const QDeadlineTimer end(workplace.patience);
    auto result = attempt();
    while (!result && IncidentLock::isInUse(result.problem())) {
        if (end.hasExpired())
            return inUse();
        QThread::msleep(pause);
        result = attempt();
    }
    return result;
}

/** An id as lists show it: its beginning, which holds the time to the millisecond. */
QString shortId(const QString &id);
QJsonObject toJson(const IncidentSummary &summary);
QJsonObject toJson(const TimelineEntry &entry);
QString utcText(const QDateTime &at); ///< "2026-11-23 02:16:31"; empty when not valid

} // namespace Handrail
