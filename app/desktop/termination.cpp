// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/termination.h"

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Handrail {

namespace {

constexpr std::array endings { SIGTERM, SIGHUP, SIGINT };
std::array<int, 2> sockets { -1, -1 }; ///< a handler may do little more than write a byte; the event loop reads it

void handle(int)
{
    const char byte = 1;
    (void)!::write(sockets[0], &byte, 1);
}

} // namespace

Termination::Termination(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return; // then a signal ends the program at once, as it does by itself
    auto *arrived = new QSocketNotifier(sockets[1], QSocketNotifier::Read, this);
    connect(arrived, &QSocketNotifier::activated, this, [this, arrived] {
        arrived->setEnabled(false);
        Q_EMIT requested();
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = int(SA_RESTART | SA_RESETHAND);
    for (const int ending : endings)
        ::sigaction(ending, &action, nullptr);
}

Termination::~Termination()
{
    for (const int ending : endings)
        std::signal(ending, SIG_DFL);
    for (int &socket : sockets)
        ::close(std::exchange(socket, -1));
}

} // namespace Handrail

#else

namespace Handrail {

Termination::Termination(QObject *parent)
    : QObject(parent)
{
}

Termination::~Termination() = default;

} // namespace Handrail

#endif
