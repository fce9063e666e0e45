// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checklist/incidentactions.h"

#include <QFrame>

class QDateTime;

namespace Handrail {

class ActionButton;
class ElidedLabel;
class SeverityBadge;
struct Incident;

/** What the incident was, how long it lasted, where people waited, and how its steps ended. */
class ReviewTopBar : public QFrame
{
    Q_OBJECT
public:
    ReviewTopBar(QAction *backToIncident, const IncidentActions &actions, QWidget *parent = nullptr);

    void show(const Incident &incident, const QDateTime &now);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    SeverityBadge *m_state;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    ElidedLabel *m_steps;
    ActionButton *m_back;
    ActionButton *m_resolve;
    ActionButton *m_reopen;
    bool m_isOpen = true;
};

} // namespace Handrail
