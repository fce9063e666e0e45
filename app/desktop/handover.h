// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/startrequest.h"

#include <QLocalServer>
#include <QObject>

namespace Handrail {

/**
 * One window per data folder: a second start hands what it was asked for to the first and ends. They speak over a local socket that
 * only the same user can open; what is longer than 64 KB or no request is dropped unread.
 */
class Handover : public QObject
{
    Q_OBJECT
public:
    explicit Handover(const QString &dataFolder, QObject *parent = nullptr);

    /** Whether another Handrail took @p request. Waits at most two seconds; call it before there is a window. */
    bool give(const StartRequest &request) const;
    void listen(); ///< takes requests from now on; without a socket every start is on its own

Q_SIGNALS:
    void requested(const Handrail::StartRequest &request);

private:
    void accept();
    void read(QLocalSocket *socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace Handrail
