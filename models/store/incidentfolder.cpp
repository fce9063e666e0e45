// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentfolder.h"

#include "base/disksync.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Problem error(const QString &text)
{
    return { Problem::Severity::Error, text };
}

QString readOnlyFolder()
{
    return u"This data folder is read-only. You can read everything; new notes cannot be saved here."_s;
}

Result<Done> makeFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return error(u"%1 is a link. Use the folder it leads to as the data folder."_s.arg(path));
    if (info.exists())
        return info.isFile() ? Result<Done>(Done {}) : error(u"%1 is not a file. Move it away."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) && !QFileInfo::exists(path))
        return error(u"%1 cannot be made: %2."_s.arg(path, file.errorString()));
    return Done {};
}

} // namespace

QString incidentFilePath(const QString &folder)
{
    return folder + u"/incidents.sqlite"_s;
}

QString networkFileSystem(const QString &folder)
{
    static const QStringList names = { u"nfs"_s,  u"nfs4"_s, u"cifs"_s,       u"smb3"_s,        u"smbfs"_s,       u"9p"_s,
                                       u"afs"_s,  u"ceph"_s, u"fuse.sshfs"_s, u"fuse.rclone"_s, u"fuse.davfs2"_s, u"davfs"_s,
                                       u"ncpfs"_s };
    const QString name = QString::fromLatin1(QStorageInfo(folder).fileSystemType());
    return names.contains(name) ? name : QString();
}

bool makeFolder(const QString &folder)
{
    const QString parent = QFileInfo(folder).absolutePath();
    const bool isThere = QFileInfo(folder).isDir()
        || (parent != folder && makeFolder(parent) && QDir().mkdir(folder, ownerOnly | QFile::ExeOwner));
    return isThere && syncToDisk(parent); // also when it was there: whoever made it may have been stopped before this
}

Result<FolderAccess> prepareIncidentFolder(const QString &folder, bool networkAllowed)
{
    if (!makeFolder(folder))
        return error(u"The data folder %1 cannot be made. Choose another folder."_s.arg(folder));
    if (const QString network = networkFileSystem(folder); !network.isEmpty() && !networkAllowed)
        return error(
            u"This folder is on a network drive (%1). Notes can be lost there."_s.arg(network));

    const QString path = incidentFilePath(folder);
    if (!QFileInfo(folder).isWritable()) {
        if (!QFileInfo::exists(path))
            return error(u"This data folder is read-only. Choose another folder."_s);
        return FolderAccess { readOnlyFolder() };
    }
    if (const auto made = makeFile(path); !made)
        return made.problem();
    return FolderAccess { QFileInfo(path).isWritable() ? QString() : readOnlyFolder() };
}

} // namespace Handrail
