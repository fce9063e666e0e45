// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "library/runbook.h"

#include <QObject>

class QWidget;

namespace Handrail {

class NoticeBar;
class Workbench;

/** Asks where a new runbook for an alert shall lie, has it written there, and offers to open it in the user's editor. */
class RunbookWriting : public QObject
{
    Q_OBJECT
public:
    /** @p window is what the file dialog belongs to. */
    RunbookWriting(Workbench &workbench, NoticeBar *notice, QWidget *window);

    void ask(const Alert &alert);

Q_SIGNALS:
    void written(const Handrail::RunbookRef &ref); ///< into a library

private:
    void writeTo(const Alert &alert, const QString &filePath);

    Workbench &m_workbench;
    NoticeBar *m_notice;
    QWidget *m_window;
};

} // namespace Handrail
