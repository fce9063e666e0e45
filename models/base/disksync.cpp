// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/disksync.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Handrail {

bool syncToDisk(QFileDevice &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

bool syncToDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES; // a folder that may be written to and not listed is left to the system
    const bool isDone = ::fsync(descriptor) == 0 || errno == EINVAL; // some file systems have no sync of a folder
    ::close(descriptor);
    return isDone;
#else
    Q_UNUSED(path)
    return true;
#endif
}

} // namespace Handrail
