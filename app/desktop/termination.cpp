// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/termination.h"

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Handrail {

namespace {

struct Ending
{
    int signal;
    int flags;
    struct sigaction before;
};

/** A shell and the kernel both send SIGHUP when a terminal closes; of the others a second one is meant to end it at once. */
std::array<Ending, 3> endings { { { SIGTERM, int(SA_RESTART | SA_RESETHAND), {} },
                                  { SIGHUP, SA_RESTART, {} },
                                  { SIGINT, int(SA_RESTART | SA_RESETHAND), {} } } };
std::array<int, 2> sockets { -1, -1 }; ///< a handler may do little more than write a byte; the event loop reads it

void handle(int)
{
    const int error = errno;
    const char byte = 1;
    (void)!::write(sockets[0], &byte, 1);
    errno = error;
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
    for (Ending &ending : endings) {
        ::sigaction(ending.signal, nullptr, &ending.before);
        if (ending.before.sa_handler == SIG_IGN)
            continue; // nohup, or a shell's background job
        struct sigaction action = {};
        action.sa_handler = handle;
        action.sa_flags = ending.flags;
        ::sigaction(ending.signal, &action, nullptr);
    }
}

Termination::~Termination()
{
    if (sockets[0] < 0)
        return;
    for (const Ending &ending : endings)
        ::sigaction(ending.signal, &ending.before, nullptr);
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
