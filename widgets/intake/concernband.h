// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ownership.h"
#include "incident/incident.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace Handrail {

struct Verdict;

/** "Does this concern me?": whose the alert is, why, and who is on it already. */
class ConcernBand : public QFrame
{
    Q_OBJECT
public:
    explicit ConcernBand(QWidget *parent = nullptr);

    void clear(const QString &sentence); ///< whose it is is not known, or not yet: @p sentence says which
    void setOwnership(const Ownership &ownership); ///< before a runbook is chosen
    void setLookSteps(int count); ///< of the chosen runbook: anyone may take them
    /** About the same; @p person is who sits here. */
    void setOpenIncidents(const QList<IncidentSummary> &incidents, const QString &person, const QDateTime &now);

Q_SIGNALS:
    void incidentChosen(const QString &id);
    void addToIncidentWanted(const QString &id);

private:
    void show(const Verdict &verdict);
    void addOpenIncident(const IncidentSummary &incident, const QString &person, const QDateTime &now);

    Ownership m_ownership;
    QLabel *m_word;
    QLabel *m_rest;
    QLabel *m_reason;
    QVBoxLayout *m_openIncidents;
};

} // namespace Handrail
