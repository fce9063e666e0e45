// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

#include <QWidget>

class QBoxLayout;

namespace Handrail {

class IncidentSession;

/** The runbooks of an incident that follows more than one: how far each is, and a way to each. Hidden while there is only one. */
class RunbookSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit RunbookSwitch(QWidget *parent = nullptr);

    void follow(const IncidentSession &session);

Q_SIGNALS:
    void chosen(const Handrail::OpenedRunbook &runbook);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QBoxLayout *m_layout;
};

} // namespace Handrail
