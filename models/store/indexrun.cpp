// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexrun.h"

#include "base/clock.h"
#include "catalog/catalogreader.h"
#include "library/catalogfiles.h"
#include "library/safefile.h"

#include <QDir>
#include <QSet>
#include <QtConcurrentMap>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 reportEveryMs = 100;
constexpr qint64 settlingTime = 2'000'000'000; ///< ns; the coarsest clock of a file system, FAT's, ticks every two seconds
constexpr qsizetype firstBatch = 32; ///< small, so that a search finds something at once
constexpr qsizetype largestBatch = 512;

/** A folder that may not be read now is not deleted: what was read from it earlier stays. */
void keepBelowUnreadable(const QList<SkippedFile> &skipped, QHash<QString, KnownFile> &known)
{
    for (const SkippedFile &folder : skipped) {
        if (folder.kind == SkippedFile::Kind::NotReachable)
            known.removeIf([prefix = QString(folder.path + u'/')](const auto &file) { return file.key().startsWith(prefix); });
    }
}

} // namespace

IndexRun::IndexRun(IndexWriter &writer, const Clock &clock, const std::atomic_bool &stop, Report report)
    : m_writer(writer)
    , m_clock(clock)
    , m_stop(stop)
    , m_report(std::move(report))
{
    m_sinceReport.start();
}

Result<Done> IndexRun::go(const QStringList &roots, Catalog &catalog)
{
    if (const auto removed = removeOthers(roots); !removed)
        return removed;
    for (const QString &root : roots) {
        if (m_stop)
            break;
        if (const auto read = readFolder(root, catalog); !read)
            return read;
    }
    const auto count = m_writer.count();
    if (!count)
        return count.problem();
    m_progress.runbooks = *count;
    m_progress.catalogues = m_catalogues.result();
    return Done {};
}

Result<Done> IndexRun::readFolder(const QString &root, Catalog &catalog)
{
    m_progress.root = root;
    const auto known = m_writer.knownFiles(root);
    if (!known)
        return known.problem();
    m_progress.runbooks += int(known->size());
    const auto scan = scanFolder(root, m_stop);
    if (!scan)
        return keepAsItWas(root, scan.problem(), catalog);
    if (m_stop)
        return Done {}; // half a scan would look like deletions
    if (scan->isEmpty && !known->isEmpty())
        return keepAsItWas(root, { Problem::Severity::Error, u"The folder %1 is empty."_s.arg(root), 0 }, catalog);
    for (SkippedFile file : scan->skipped) {
        file.root = root;
        m_progress.skipped.append(file);
    }
    m_progress.total += int(scan->files.size());
    for (const QString &folder : scan->folders)
        m_progress.folders.append(folder.isEmpty() ? root : root + u'/' + folder);
    if (scan->files.isEmpty()) {
        m_progress.problems.append({ Problem::Severity::Note, u"No markdown files in %1. Looked at %2 files."_s
                                         .arg(QDir(root).dirName()).arg(scan->filesSeen), 0 });
    }
    if (const auto read = readCatalogues(root, scan->catalogs, catalog); !read)
        return read;
    Work work = workIn(root, *scan, *known);
    return readFiles(work);
}

/** A folder that is not there is no deletion: disks are mounted again, clones come back. */
Result<Done> IndexRun::keepAsItWas(const QString &root, Problem why, Catalog &catalog)
{
    why.text += u" It is not reachable now; what was read from it earlier is kept."_s;
    m_progress.problems.append(why);
    const auto files = m_writer.catalogues(root);
    if (!files)
        return files.problem();
    addToCatalog(root, *files, catalog);
    return Done {};
}

IndexRun::Work IndexRun::workIn(const QString &root, const FolderScan &scan, QHash<QString, KnownFile> known)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch() * 1'000'000;
    Work work { root, {}, std::move(known), {} };
    QSet<QString> there;
    for (FoundFile file : scan.files) {
        const auto before = work.known.constFind(file.path);
        if (before != work.known.cend() && before->isSameAs(file)) {
            work.known.remove(file.path);
            ++m_progress.done;
            continue;
        }
        there.insert(file.path);
        if (std::abs(now - file.changedAt) < settlingTime) {
            file.changedAt = 0; // it may be written once more within one tick of the file system's clock
            m_progress.isUnsettled = true;
        }
        work.toRead.append({ file, before == work.known.cend() ? QByteArray() : before->sha256 });
    }
    keepBelowUnreadable(scan.skipped, work.known);
    for (auto file = work.known.cbegin(); file != work.known.cend(); ++file) {
        if (!there.contains(file.key()) && file->inode != 0)
            work.gone.insert(file->inode, file.key());
    }
    return work;
}

Result<Done> IndexRun::readFiles(Work &work)
{
    const auto read = [root = work.root](const ChangedFile &file) { return indexedRunbook(root, file); };
    qsizetype size = firstBatch;
    qsizetype next = 0;
    const auto startBatch = [&] {
        const QList<ChangedFile> files = work.toRead.mid(next, size);
        next += files.size();
        size = std::min(size * 2, largestBatch);
        return QtConcurrent::mapped(&m_pool, files, read);
    };
    QFuture<IndexedRunbook> reading = startBatch();
    while (!m_stop) {
        const QList<IndexedRunbook> batch = reading.results();
        if (batch.isEmpty()) {
            m_progress.removed += int(work.known.size());
            return removeAll(work.known);
        }
        reading = startBatch(); // the next is read while this one is written
        if (const auto written = write(work, batch); !written) {
            reading.cancel();
            reading.waitForFinished();
            return written;
        }
    }
    reading.cancel();
    reading.waitForFinished();
    return Done {};
}

Result<Done> IndexRun::write(Work &work, const QList<IndexedRunbook> &batch)
{
    if (const auto begun = m_writer.begin(); !begun)
        return begun;
    for (const IndexedRunbook &runbook : batch) {
        if (m_stop)
            break;
        ++m_progress.done;
        if (const auto replaced = replace(work, runbook); !replaced)
            return replaced;
        reportNowAndThen();
    }
    return m_writer.commit();
}

Result<Done> IndexRun::replace(Work &work, const IndexedRunbook &runbook)
{
    const QString &path = runbook.file.path;
    if (runbook.isUnchanged)
        return m_writer.touch(work.known.take(path).id, runbook.file);
    if (!runbook.unreadable.isEmpty()) {
        m_progress.skipped.append({ path, runbook.unreadable, SkippedFile::Kind::Unfit, work.root });
        return removeGone(work, path);
    }
    if (work.known.contains(path)) {
        if (const auto removed = m_writer.remove(work.known.take(path).id); !removed)
            return removed;
        --m_progress.runbooks;
    }
    // A file that was moved is found in one place at any time: its old row goes in the transaction that brings the new one.
    if (const auto removed = removeGone(work, work.gone.value(runbook.file.inode)); !removed)
        return removed;
    if (const auto inserted = m_writer.insert(work.root, runbook); !inserted)
        return inserted;
    ++m_progress.read;
    ++m_progress.runbooks;
    return Done {};
}

Result<Done> IndexRun::removeGone(Work &work, const QString &path)
{
    if (!work.known.contains(path))
        return Done {};
    ++m_progress.removed;
    --m_progress.runbooks;
    return m_writer.remove(work.known.take(path).id);
}

Result<Done> IndexRun::removeOthers(const QStringList &roots)
{
    const auto known = m_writer.roots();
    if (!known)
        return known.problem();
    for (const QString &root : *known) {
        if (roots.contains(root))
            continue;
        const auto files = m_writer.knownFiles(root);
        if (!files)
            return files.problem();
        if (const auto removed = removeAll(*files); !removed)
            return removed;
        if (const auto begun = m_writer.begin(); !begun)
            return begun;
        if (const auto emptied = m_writer.setCatalogues(root, {}); !emptied)
            return emptied;
        if (const auto done = m_writer.commit(); !done)
            return done;
        m_progress.removed += int(files->size());
    }
    return Done {};
}

Result<Done> IndexRun::removeAll(const QHash<QString, KnownFile> &files)
{
    if (files.isEmpty())
        return Done {};
    if (const auto begun = m_writer.begin(); !begun)
        return begun;
    for (const KnownFile &file : files) {
        if (const auto removed = m_writer.remove(file.id); !removed)
            return removed;
    }
    return m_writer.commit();
}

Result<Done> IndexRun::readCatalogues(const QString &root, const QStringList &files, Catalog &catalog)
{
    constexpr qint64 megabyte = 1024 * 1024;
    QList<CatalogueFile> read;
    for (const QString &file : files) {
        const auto bytes = readFileBelow(root, file, largestCatalogFile(file) * megabyte);
        if (bytes)
            read.append({ file, bytes->bytes });
        else
            m_progress.skipped.append({ file, bytes.problem().text, SkippedFile::Kind::Unfit, root });
    }
    addToCatalog(root, read, catalog);
    const auto known = m_writer.catalogues(root);
    if (!known)
        return known.problem();
    if (*known == read)
        return Done {};
    if (const auto begun = m_writer.begin(); !begun)
        return begun;
    if (const auto kept = m_writer.setCatalogues(root, read); !kept)
        return kept;
    return m_writer.commit();
}

void IndexRun::addToCatalog(const QString &root, const QList<CatalogueFile> &files, Catalog &catalog)
{
    for (const CatalogueFile &file : files) {
        m_catalogues.addData(QString(root + u'\n' + file.path + u'\n').toUtf8());
        m_catalogues.addData(QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256));
        m_progress.problems += readCatalogFile(root, file.path, file.bytes, catalog);
    }
}

void IndexRun::reportNowAndThen()
{
    if (m_sinceReport.elapsed() < reportEveryMs)
        return;
    m_sinceReport.restart();
    m_report(m_progress);
}

} // namespace Handrail
