// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folderreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Handrail {

#ifdef Q_OS_UNIX
// QDir asks for the status of each entry, of which a library needs that of its runbooks only.

namespace {

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + qint64(time.tv_nsec);
}

FolderEntry::Kind kindOf(mode_t mode)
{
    return S_ISREG(mode)   ? FolderEntry::Kind::File
        : S_ISDIR(mode)    ? FolderEntry::Kind::Folder
        : S_ISLNK(mode)    ? FolderEntry::Kind::Link
                           : FolderEntry::Kind::Other;
}

FolderEntry::Kind kindOf(DIR *folder, const dirent &entry)
{
    switch (entry.d_type) {
    case DT_REG:
        return FolderEntry::Kind::File;
    case DT_DIR:
        return FolderEntry::Kind::Folder;
    case DT_LNK:
        return FolderEntry::Kind::Link;
    case DT_UNKNOWN: // some file systems do not say
    {
        struct stat status = {};
        const bool known = ::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0;
        return known ? kindOf(status.st_mode) : FolderEntry::Kind::Other;
    }
    default:
        return FolderEntry::Kind::Other;
    }
}

} // namespace

QList<FolderEntry> entriesOf(const QString &folder)
{
    QList<FolderEntry> entries;
    DIR *opened = ::opendir(QFile::encodeName(folder).constData());
    if (!opened)
        return entries;
    while (const dirent *entry = ::readdir(opened)) {
        const QByteArray bytes(entry->d_name);
        if (bytes == "." || bytes == "..")
            continue;
        const QString name = QFile::decodeName(bytes);
        entries.append({ name, kindOf(opened, *entry), QFile::encodeName(name) != bytes });
    }
    ::closedir(opened);
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return entries;
}

std::optional<FileStatus> statusOf(const QString &path)
{
    const QByteArray encoded = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(encoded.constData(), &status) != 0)
        return std::nullopt;
    FileStatus result;
    const FolderEntry::Kind kind = kindOf(status.st_mode);
    result.kind = kind == FolderEntry::Kind::File ? FileStatus::Kind::File
        : kind == FolderEntry::Kind::Folder       ? FileStatus::Kind::Folder
                                                  : FileStatus::Kind::Other;
    result.size = qint64(status.st_size);
#ifdef Q_OS_DARWIN
    result.modifiedAt = nanoseconds(status.st_mtimespec);
    result.changedAt = nanoseconds(status.st_ctimespec);
#else
    result.modifiedAt = nanoseconds(status.st_mtim);
    result.changedAt = nanoseconds(status.st_ctim);
#endif
    result.device = quint64(status.st_dev);
    result.inode = quint64(status.st_ino);
    const bool isFolder = result.kind == FileStatus::Kind::Folder;
    constexpr mode_t anybody = S_IRUSR | S_IRGRP | S_IROTH;
    result.isReadable = (!isFolder && (status.st_mode & anybody) == anybody)
        || ::access(encoded.constData(), isFolder ? R_OK | X_OK : R_OK) == 0;
    return result;
}
#else
QList<FolderEntry> entriesOf(const QString &folder)
{
    QList<FolderEntry> entries;
    const QFileInfoList found = QDir(folder).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    for (const QFileInfo &entry : found) {
        const FolderEntry::Kind kind = entry.isSymLink() ? FolderEntry::Kind::Link
            : entry.isDir()                              ? FolderEntry::Kind::Folder
            : entry.isFile()                             ? FolderEntry::Kind::File
                                                         : FolderEntry::Kind::Other;
        entries.append({ entry.fileName(), kind, false });
    }
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return entries;
}

std::optional<FileStatus> statusOf(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return std::nullopt;
    FileStatus result;
    result.kind = file.isDir() ? FileStatus::Kind::Folder : file.isFile() ? FileStatus::Kind::File : FileStatus::Kind::Other;
    result.size = file.size();
    result.modifiedAt = file.lastModified().toMSecsSinceEpoch() * 1'000'000;
    result.changedAt = result.modifiedAt;
    result.isReadable = file.isReadable();
    return result;
}
#endif

} // namespace Handrail
