// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/triage.h"

#include "library/runbookfile.h"

namespace Handrail {

using namespace Qt::StringLiterals;

Triage::Triage(const RunbookIndex &index, Catalog catalog, QStringList myTeams)
    : m_matcher(index, std::move(catalog), std::move(myTeams))
{
}

/** A service that only the catalogue can tell from the labels or the name, with the reason. */
ParsedAlerts Triage::withServices(ParsedAlerts parsed) const
{
    for (Alert &alert : parsed.alerts) {
        if (!alert.service.isEmpty())
            continue;
        const ServiceChoice choice = m_matcher.serviceOf(alert);
        alert.service = choice.service;
        alert.serviceReason = choice.reason;
    }
    return parsed;
}

ParsedAlerts Triage::read(const QString &pasted) const
{
    return withServices(m_reader.read(pasted));
}

ParsedAlerts Triage::readAs(const QString &format, const QString &pasted) const
{
    return withServices(m_reader.readAs(format, pasted));
}

QList<Alert> Triage::alertsToMatch(const ParsedAlerts &parsed)
{
    const QString text = parsed.text.trimmed();
    if (!parsed.alerts.isEmpty() || text.isEmpty())
        return parsed.alerts;
    Alert alert;
    alert.annotations.insert(u"message"_s, text);
    return { alert };
}

Result<MatchResult> Triage::match(const Alert &alert, int limit, const MatchContext &context) const
{
    return m_matcher.match(alert, limit, context);
}

QString Triage::serviceOf(const Alert &alert) const
{
    return alert.service.isEmpty() ? m_matcher.serviceOf(alert).service : alert.service;
}

Result<Runbook> Triage::open(const RunbookRef &ref)
{
    return readRunbook(ref);
}

KnownValues Triage::valuesOf(const Alert &alert)
{
    KnownValues values;
    for (const auto &[name, value] : alert.labels)
        values.labels.insert(name, value);
    if (!alert.service.isEmpty() && !values.labels.contains(u"service"_s))
        values.labels.insert(u"service"_s, alert.service);
    if (!alert.name.isEmpty() && !values.labels.contains(u"alertname"_s))
        values.labels.insert(u"alertname"_s, alert.name);
    return values;
}

} // namespace Handrail
