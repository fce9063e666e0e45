// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/runbook.h"

#include <QDateTime>
#include <QStringList>

#include <atomic>
#include <optional>

namespace Handrail {

/** A file a scan found, with what tells whether it changed. */
struct FoundFile
{
    QString path; ///< relative to the root, with "/"
    qint64 size = 0; ///< bytes
    qint64 modifiedAt = 0; ///< ns since 1970, UTC
    qint64 changedAt = 0; ///< ns; as FileStatus has it
    quint64 inode = 0;

    bool operator==(const FoundFile &) const = default;
};

struct SkippedFile
{
    enum class Kind {
        Unfit, ///< nobody asked for it to be skipped, so people are told
        Ignored, ///< by a rule the team wrote
        NotReachable, ///< a folder that may not be read now; what was read from it earlier still holds
    };
    QString path; ///< relative to its library's folder
    QString reason; ///< "not a regular file", "larger than 2 MB", "ignored by docs/.gitignore line 3", ...
    Kind kind = Kind::Unfit;
    QString root {}; ///< the library's folder; empty in a scan of one

    bool operator==(const SkippedFile &) const = default;
};

struct FolderScan
{
    QList<FoundFile> files; ///< md, markdown, mdx; sorted by path
    QStringList catalogs; ///< files that say who owns what (isCatalogFile()), relative, sorted
    QList<SkippedFile> skipped;
    QStringList folders; ///< walked, relative, the library's own ("") first
    int filesSeen = 0; ///< of any kind
    bool isEmpty = false; ///< the folder holds nothing at all, as the place of a disk that is not mounted does
};

/** Whether a file of this name is taken for a runbook: md, markdown, mdx. */
bool isRunbookName(const QString &name);

/**
 * Walks @p root without following a link out of it; of files, it opens those with ignore rules alone. Hidden folders,
 * node_modules and what IgnoreRules name are passed over. A folder that is not there or not readable is a problem, not an empty
 * scan. @p stop is looked at between files.
 */
Result<FolderScan> scanFolder(const QString &root, const std::atomic_bool &stop);

/** Reads one runbook: a regular file inside the root, opened so that a FIFO cannot hang it, of at most 2 MB. */
Result<Runbook> readRunbook(const RunbookRef &ref);
/** The same; nothing when the file's bytes are those of @p sha256 (hexadecimal), which is found out before they are parsed. */
Result<std::optional<Runbook>> readRunbookUnless(const QByteArray &sha256, const RunbookRef &ref);

} // namespace Handrail
