// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checklist/incidentactions.h"

#include <QFrame>

class QDateTime;
class QLabel;
class QProgressBar;
class QToolButton;

namespace Handrail {

class ActionButton;
class ElidedLabel;
class IncidentSession;
class SeverityBadge;

/** What the incident is, how long it has been going on, and how far its checklist is. */
class IncidentTopBar : public QFrame
{
    Q_OBJECT
public:
    explicit IncidentTopBar(const IncidentActions &actions, QWidget *parent = nullptr);

    void show(const IncidentSession &session, const QDateTime &now);
    void showElapsed(const IncidentSession &session, const QDateTime &now);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    SeverityBadge *m_severity;
    ElidedLabel *m_title;
    ElidedLabel *m_since;
    QLabel *m_elapsed;
    QLabel *m_elapsedWord;
    QWidget *m_progressBox;
    QLabel *m_stepOf;
    QProgressBar *m_progress;
    ActionButton *m_help;
    ActionButton *m_export;
    ActionButton *m_resolve;
    ActionButton *m_reopen;
    QToolButton *m_menu; ///< has the buttons' actions where there is no room for them
    bool m_isOpen = true;
};

} // namespace Handrail
