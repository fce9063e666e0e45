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

    /**
     * Whether another Handrail took @p request; if not, this one takes requests from now on, and its event loop has to run soon. Of
     * many that start at once one is the first. Waits two seconds for one that hangs; without a socket every start is on its own.
     */
    bool giveOrListen(const StartRequest &request);

    void close(); ///< takes none any more: the next start is on its own

Q_SIGNALS:
    void requested(const Handrail::StartRequest &request);

private:
    bool connectTo(QLocalSocket &socket) const;
    static bool ask(QLocalSocket &socket, const StartRequest &request);
    void listen();
    void accept();
    void read(QLocalSocket *socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace Handrail
