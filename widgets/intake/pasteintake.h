// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QObject>

namespace Handrail {

class NoticeBar;
class Workbench;

/** Takes what is on the clipboard and has it read; what is nothing to read gets a sentence in the notice bar. */
class PasteIntake : public QObject
{
    Q_OBJECT
public:
    PasteIntake(Workbench &workbench, NoticeBar *notice, QObject *parent = nullptr);

    void takeClipboard();
    void take(const QString &text);

Q_SIGNALS:
    void alertsRead(const Handrail::ParsedAlerts &parsed);

private:
    void offerFirstPart(const QString &text);

    Workbench &m_workbench;
    NoticeBar *m_notice;
};

} // namespace Handrail
