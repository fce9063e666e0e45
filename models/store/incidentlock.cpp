// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentlock.h"

#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

Problem inUse()
{
    return { Problem::Severity::Error, u"Already open in another window."_s };
}

Problem notMade(const QString &path)
{
    return { Problem::Severity::Error, u"%1 cannot be made. Check that the folder is yours to write to."_s.arg(path) };
}

} // namespace

IncidentLock::IncidentLock() = default;

bool IncidentLock::isInUse(const Problem &problem)
{
    return problem == inUse();
}

#ifdef Q_OS_UNIX

Result<std::shared_ptr<IncidentLock>> IncidentLock::take(const QString &folder)
{
    const QString path = folder + u"/incidents.lock"_s;
    const std::shared_ptr<IncidentLock> lock(new IncidentLock);
    lock->m_descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (lock->m_descriptor < 0)
        return notMade(path);
    while (::flock(lock->m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR)
            return errno == EWOULDBLOCK ? inUse() : notMade(path);
    }
    return lock;
}

IncidentLock::~IncidentLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

#else

Result<std::shared_ptr<IncidentLock>> IncidentLock::take(const QString &folder)
{
    const QString path = folder + u"/incidents.lock"_s;
    const std::shared_ptr<IncidentLock> lock(new IncidentLock);
    lock->m_lockFile = std::make_unique<QLockFile>(path);
    lock->m_lockFile->setStaleLockTime(0); // only a process that is gone makes it stale, never the time
    if (!lock->m_lockFile->tryLock())
        return lock->m_lockFile->error() == QLockFile::LockFailedError ? inUse() : notMade(path);
    return lock;
}

IncidentLock::~IncidentLock() = default;

#endif

} // namespace Handrail
