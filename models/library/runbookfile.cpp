// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"

#include "library/catalogfiles.h"
#include "library/folderreader.h"
#include "library/ignorerules.h"
#include "library/safefile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr int largestRunbook = 2; ///< megabytes
constexpr qint64 maximumSize = largestRunbook * megabyte;
constexpr qint64 maximumRulesSize = 256 * 1024;
constexpr int maximumDepth = 64;

bool isSkippedFolder(const QString &name)
{
    return name.startsWith(u'.') || name == u"node_modules";
}

/** In .github or .gitlab, of which CODEOWNERS alone is read. */
bool isBesideOwners(const QString &path)
{
    return isCatalogFolder(path.section(u'/', -2, -2));
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
        walk({}, {}, 0);
        const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
        std::sort(m_scan.files.begin(), m_scan.files.end(), byPath);
        std::sort(m_scan.skipped.begin(), m_scan.skipped.end(), byPath);
        m_scan.catalogs.sort();
        return m_scan;
    }

private:
    using Kind = SkippedFile::Kind;

    void walk(const QString &folder, IgnoreRules rules, int depth)
    {
        const auto status = statusOf(absolute(folder));
        if (!status)
            return; // gone since its name was read
        const auto identity = std::make_pair(status->device, status->inode ? status->inode : qHash(realPath(folder)));
        if (m_visited.contains(identity))
            return;
        m_visited.insert(identity);
        if (!status->isReadable)
            return skip(folder, u"folder without permission"_s, Kind::NotReachable);
        if (depth > maximumDepth)
            return skip(folder, u"nested too deep"_s);
        m_scan.folders.append(folder);
        const QList<FolderEntry> entries = entriesOf(absolute(folder));
        if (folder.isEmpty())
            m_scan.isEmpty = entries.isEmpty();
        addRules(folder, entries, rules);
        for (const FolderEntry &entry : entries) {
            if (m_stop)
                return;
            visit(entry, folder.isEmpty() ? entry.name : folder + u'/' + entry.name, rules, depth);
        }
    }

    void addRules(const QString &folder, const QList<FolderEntry> &entries, IgnoreRules &rules) const
    {
        for (const QString &name : IgnoreRules::fileNames()) {
            const bool isThere = std::any_of(entries.cbegin(), entries.cend(), [&name](const FolderEntry &entry) {
                return entry.kind == FolderEntry::Kind::File && entry.name == name;
            });
            const QString path = folder.isEmpty() ? name : folder + u'/' + name;
            if (!isThere)
                continue;
            if (const auto file = readFileBelow(m_root, path, maximumRulesSize))
                rules.add(path, file->bytes);
        }
    }

    void visit(const FolderEntry &entry, const QString &path, const IgnoreRules &rules, int depth)
    {
        const bool isInteresting = isCatalogFile(path) || (isRunbookName(entry.name) && !isBesideOwners(path));
        const auto target = entry.kind == FolderEntry::Kind::Link ? statusOf(absolute(path)) : std::nullopt;
        if (entry.kind == FolderEntry::Kind::Folder || (target && target->kind == FileStatus::Kind::Folder))
            return visitFolder(entry, path, rules, depth);
        ++m_scan.filesSeen;
        if (!isInteresting || entry.name.startsWith(u'.'))
            return;
        if (const QString why = rules.whyIgnored(path, false); !why.isEmpty())
            return skip(path, why, Kind::Ignored);
        if (entry.hasOddName)
            return skip(path, u"name that is not UTF-8"_s);
        if (entry.kind == FolderEntry::Kind::Link && !isWithin(path))
            return skip(path, target ? u"link that leaves the folder"_s : u"link to nothing"_s);
        const auto status = target ? target : statusOf(absolute(path));
        if (status)
            visitFile(path, *status);
    }

    void visitFolder(const FolderEntry &entry, const QString &path, const IgnoreRules &rules, int depth)
    {
        if (isBesideOwners(path) || (isSkippedFolder(entry.name) && !isCatalogFolder(entry.name)))
            return;
        if (const QString why = rules.whyIgnored(path, true); !why.isEmpty())
            return skip(path, why, Kind::Ignored);
        if (entry.hasOddName)
            return skip(path, u"name that is not UTF-8"_s);
        if (entry.kind == FolderEntry::Kind::Link && !isWithin(path))
            return skip(path, u"link that leaves the folder"_s);
        walk(path, rules, depth + 1);
    }

    void visitFile(const QString &path, const FileStatus &status)
    {
        if (status.kind != FileStatus::Kind::File)
            return skip(path, u"not a regular file"_s);
        const int largest = isCatalogFile(path) ? largestCatalogFile(path) : largestRunbook;
        if (status.size > largest * megabyte)
            return skip(path, u"larger than %1 MB"_s.arg(largest));
        if (!status.isReadable)
            return skip(path, u"no permission to read"_s);
        if (isCatalogFile(path))
            m_scan.catalogs.append(path);
        else
            m_scan.files.append({ path, status.size, status.modifiedAt, status.changedAt, status.inode });
    }

    QString absolute(const QString &path) const { return path.isEmpty() ? m_root : m_root + u'/' + path; }
    QString realPath(const QString &path) const { return QFileInfo(absolute(path)).canonicalFilePath(); }

    bool isWithin(const QString &path) const
    {
        const QString real = realPath(path);
        return !real.isEmpty() && real.startsWith(m_realRoot + u'/');
    }

    void skip(const QString &path, const QString &reason, Kind kind = Kind::Unfit)
    {
        m_scan.skipped.append({ path, reason, kind });
    }

    QString m_root;
    QString m_realRoot;
    const std::atomic_bool &m_stop;
    QSet<std::pair<quint64, quint64>> m_visited; ///< device and inode
    FolderScan m_scan;
};

} // namespace

bool isRunbookName(const QString &name)
{
    return name.endsWith(u".md"_s, Qt::CaseInsensitive) || name.endsWith(u".markdown"_s, Qt::CaseInsensitive)
        || name.endsWith(u".mdx"_s, Qt::CaseInsensitive);
}

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

Result<std::optional<Runbook>> readRunbookUnless(const QByteArray &sha256, const RunbookRef &ref)
{
    Result<FileBytes> file = readFileBelow(ref.root, ref.path, maximumSize);
    if (!file)
        return file.problem();
    if (!sha256.isEmpty() && QCryptographicHash::hash(file->bytes, QCryptographicHash::Sha256).toHex() == sha256)
        return std::optional<Runbook>();
    return std::optional(runbookFromBytes(ref, file->bytes, file->modifiedAt));
}

} // namespace Handrail
