// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"

#include "library/catalogfiles.h"
#include "library/safefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#ifdef Q_OS_UNIX
#include <QFile>
#include <sys/stat.h>
#endif

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumSize = 2 * 1024 * 1024;
constexpr int maximumDepth = 64;

bool isRunbookName(const QString &name)
{
    return name.endsWith(u".md"_s, Qt::CaseInsensitive) || name.endsWith(u".markdown"_s, Qt::CaseInsensitive)
        || name.endsWith(u".mdx"_s, Qt::CaseInsensitive);
}

bool isSkippedFolder(const QString &name)
{
    return name.startsWith(u'.') || name == u"node_modules";
}

quint64 inodeOf(const QFileInfo &file)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::lstat(QFile::encodeName(file.filePath()).constData(), &status) == 0)
        return quint64(status.st_ino);
#else
    Q_UNUSED(file)
#endif
    return 0;
}

/** Walks a tree of folders, depth first, each real folder once. */
class FolderWalk
{
public:
    FolderWalk(const QString &root, const std::atomic_bool &stop)
        : m_root(root)
        , m_realRoot(QFileInfo(root).canonicalFilePath())
        , m_stop(stop)
    {
    }

    FolderScan run()
    {
        walk({}, 0);
        const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
        std::sort(m_scan.files.begin(), m_scan.files.end(), byPath);
        std::sort(m_scan.skipped.begin(), m_scan.skipped.end(), byPath);
        m_scan.catalogs.sort();
        return m_scan;
    }

private:
    void walk(const QString &folder, int depth)
    {
        const QString path = folder.isEmpty() ? m_root : m_root + u'/' + folder;
        const QString realPath = QFileInfo(path).canonicalFilePath();
        if (m_visited.contains(realPath))
            return;
        m_visited.insert(realPath);
        const QDir directory(path);
        if (!directory.isReadable() || depth > maximumDepth)
            return skip(folder, depth > maximumDepth ? u"nested too deep"_s : u"folder without permission"_s);
        const QFileInfoList entries = directory.entryInfoList(
            QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (m_stop)
                return;
            visit(entry, folder.isEmpty() ? entry.fileName() : folder + u'/' + entry.fileName(), depth);
        }
    }

    void visit(const QFileInfo &entry, const QString &path, int depth)
    {
        const bool isBesideOwners = isCatalogFolder(path.section(u'/', -2, -2)); // of .github only CODEOWNERS is read
        const bool isCatalog = isCatalogFile(path);
        const bool isInteresting = isCatalog || (isRunbookName(entry.fileName()) && !isBesideOwners);
        if (entry.isDir()) {
            if (isBesideOwners || (isSkippedFolder(entry.fileName()) && !isCatalogFolder(entry.fileName())))
                return;
            if (entry.isSymLink() && !isWithin(entry))
                return skip(path, u"link that leaves the folder"_s);
            return walk(path, depth + 1);
        }
        ++m_scan.filesSeen;
        if (!isInteresting || entry.fileName().startsWith(u'.'))
            return;
        if (entry.isSymLink() && !isWithin(entry))
            return skip(path, entry.exists() ? u"link that leaves the folder"_s : u"link to nothing"_s);
        if (!entry.isFile())
            return skip(path, u"not a regular file"_s);
        if (entry.size() > maximumSize)
            return skip(path, u"larger than 2 MB"_s);
        if (!entry.isReadable())
            return skip(path, u"no permission to read"_s);
        if (isCatalog)
            m_scan.catalogs.append(path);
        else
            m_scan.files.append({ path, entry.size(), entry.lastModified().toMSecsSinceEpoch(), inodeOf(entry) });
    }

    bool isWithin(const QFileInfo &entry) const
    {
        const QString realPath = entry.canonicalFilePath();
        return !realPath.isEmpty() && realPath.startsWith(m_realRoot + u'/');
    }

    void skip(const QString &path, const QString &reason) { m_scan.skipped.append({ path, reason }); }

    QString m_root;
    QString m_realRoot;
    const std::atomic_bool &m_stop;
    QSet<QString> m_visited;
    FolderScan m_scan;
};

} // namespace

Result<FolderScan> scanFolder(const QString &root, const std::atomic_bool &stop)
{
    const QFileInfo folder(root);
    if (!folder.isDir()) {
        return Problem { Problem::Severity::Error,
                         u"The folder %1 is not there. Choose another folder, or put it back."_s.arg(root), 0 };
    }
    if (!folder.isReadable() || !folder.isExecutable()) {
        return Problem { Problem::Severity::Error,
                         u"The folder %1 may not be read. Change its permissions or choose another folder."_s.arg(root), 0 };
    }
    return FolderWalk(root, stop).run();
}

Result<Runbook> readRunbook(const RunbookRef &ref)
{
    Result<FileBytes> file = readFileBelow(ref.root, ref.path, maximumSize);
    if (!file)
        return file.problem();
    return runbookFromBytes(ref, file->bytes, file->modifiedAt);
}

} // namespace Handrail
