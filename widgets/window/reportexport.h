// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Handrail {

class IncidentSession;
class NoticeBar;
class Workbench;

/** Asks where the report of the open incident shall go, has it written there, and says how that went. */
class ReportExport : public QObject
{
    Q_OBJECT
public:
    /** @p window is what the file dialog belongs to. */
    ReportExport(Workbench &workbench, const IncidentSession &session, NoticeBar *notice, QWidget *window);

    void ask();

private:
    void writeTo(const QString &filePath);

    Workbench &m_workbench;
    const IncidentSession &m_session;
    NoticeBar *m_notice;
    QWidget *m_window;
};

} // namespace Handrail
