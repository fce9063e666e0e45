// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/review/exportformat.h"

#include <QObject>

class QWidget;

namespace Handrail {

class NoticeBar;
class Settings;

/** Asks where a document about an incident shall go, has it written there, and says how that went. */
class ReportExport : public QObject
{
    Q_OBJECT
public:
    /** @p window is what the file dialog belongs to. */
    ReportExport(Settings &settings, NoticeBar *notice, QWidget *window);

    /** @p roles: names that the file's name must not say, and what it says instead. */
    void ask(ExportFormat format, const Incident &incident, const LeavingDocument &leaving, const QHash<QString, QString> &roles);

private:
    void writeTo(const QString &filePath, ExportFormat format, const Incident &incident, const LeavingDocument &leaving,
                 const QHash<QString, QString> &roles);

    Settings &m_settings;
    NoticeBar *m_notice;
    QWidget *m_window;
};

} // namespace Handrail
