// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

Problem cannotRead(const QString &path, const QString &why, const QString &whatToDo)
{
    return { Problem::Severity::Error, u"%1 cannot be read: %2. %3"_s.arg(path, why, whatToDo), 0 };
}

Problem tooLarge(const QString &path)
{
    return cannotRead(path, u"it is larger than 2 MB"_s, u"Split it into smaller files."_s);
}

Problem notRegular(const QString &path)
{
    return cannotRead(path, u"it is not a regular file"_s, u"Replace it with a text file."_s);
}

/** The real path when it is at or below the root, else nothing. */
QString pathWithin(const QString &root, const QString &path)
{
    const QString realRoot = QFileInfo(root).canonicalFilePath();
    const QString realPath = QFileInfo(root + u'/' + path).canonicalFilePath();
    return !realRoot.isEmpty() && (realPath.startsWith(realRoot + u'/') || realRoot == u"/") ? realPath : QString();
}

Result<FileBytes> readOpened(QFile &file, const QString &path, qint64 maximumSize)
{
    FileBytes result;
    result.bytes = file.read(maximumSize + 1);
    if (result.bytes.size() > maximumSize)
        return tooLarge(path);
    if (file.error() != QFileDevice::NoError)
        return cannotRead(path, file.errorString(), u"Check the disk and try again."_s);
    result.modifiedAt = file.fileTime(QFileDevice::FileModificationTime).toUTC();
    return result;
}

} // namespace

#ifdef Q_OS_UNIX
Result<FileBytes> readFileBelow(const QString &root, const QString &path, qint64 maximumSize)
{
    const QString realPath = pathWithin(root, path);
    if (realPath.isEmpty()) {
        if (!QFileInfo::exists(root + u'/' + path))
            return cannotRead(path, u"it is not there"_s, u"It may have been moved: scan the folder again."_s);
        return cannotRead(path, u"it is a link that leaves the folder"_s, u"Copy the file into the folder."_s);
    }
    // The last part is no link any more; if somebody puts one there now, O_NOFOLLOW refuses it.
    const int descriptor = ::open(QFile::encodeName(realPath).constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return cannotRead(path, QString::fromLocal8Bit(std::strerror(errno)), u"Check its permissions."_s);
    QFile file;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return notRegular(path);
    }
    if (status.st_size > maximumSize) {
        ::close(descriptor);
        return tooLarge(path);
    }
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return cannotRead(path, file.errorString(), u"Check its permissions."_s);
    }
    return readOpened(file, path, maximumSize);
}
#else
Result<FileBytes> readFileBelow(const QString &root, const QString &path, qint64 maximumSize)
{
    const QString realPath = pathWithin(root, path);
    const QFileInfo found(realPath);
    if (realPath.isEmpty() || !found.isFile())
        return notRegular(path);
    if (found.size() > maximumSize)
        return tooLarge(path);
    QFile file(realPath);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file.errorString(), u"Check its permissions."_s);
    return readOpened(file, path, maximumSize);
}
#endif

} // namespace Handrail
