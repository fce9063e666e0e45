// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Handrail {

/** What tells one state of a file from another without opening it. Where a link is followed, it is that of its target. */
struct FileStatus
{
    enum class Kind { File, Folder, Other };
    Kind kind = Kind::Other;
    qint64 size = 0; ///< bytes
    qint64 modifiedAt = 0; ///< ns since 1970, UTC
    qint64 changedAt = 0; ///< ns; of bytes, name or permissions, and not to be set by anybody. modifiedAt where there is none
    quint64 device = 0;
    quint64 inode = 0; ///< 0 where there is none
    bool isReadable = false;
};

struct FolderEntry
{
    enum class Kind { File, Folder, Link, Other };
    QString name;
    Kind kind = Kind::Other;
    bool hasOddName = false; ///< the name cannot be written as text, so that the file cannot be opened by it
};

/** The entries of one folder by name; none is opened. */
QList<FolderEntry> entriesOf(const QString &folder);

/** Follows links. Nothing when there is nothing. */
std::optional<FileStatus> statusOf(const QString &path);

} // namespace Handrail
