// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Handrail {

class NoticeBar;
class Workbench;

/** Asks for a file of incidents in JSON Lines, has them taken in, and says what became of each. */
class IncidentImport : public QObject
{
    Q_OBJECT
public:
    /** @p window is what the file dialog belongs to. */
    IncidentImport(Workbench &workbench, NoticeBar *notice, QWidget *window);

    void ask();

Q_SIGNALS:
    void imported(); ///< something was

private:
    void take(const QString &filePath);

    Workbench &m_workbench;
    NoticeBar *m_notice;
    QWidget *m_window;
};

} // namespace Handrail
