// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexrun.h"

#include "catalog/catalogreader.h"
#include "library/safefile.h"

#include <QDir>
#include <QtConcurrentMap>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 reportEveryMs = 100;
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

IndexRun::IndexRun(IndexWriter &writer, const std::atomic_bool &stop, Report report)
    : m_writer(writer)
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
    return Done {};
}

Result<Done> IndexRun::readFolder(const QString &root, Catalog &catalog)
{
    m_progress.root = root;
    const auto scan = scanFolder(root, m_stop);
    if (!scan) {
        Problem problem = scan.problem();
        problem.text += u" It is not reachable now; what was read from it earlier is kept."_s;
        m_progress.problems.append(problem);
        return Done {};
    }
    if (m_stop)
        return Done {}; // half a scan would look like deletions
    m_progress.skipped += scan->skipped;
    m_progress.total += int(scan->files.size());
    if (scan->files.isEmpty()) {
        m_progress.problems.append({ Problem::Severity::Note, u"No markdown files in %1. Looked at %2 files."_s
                                         .arg(QDir(root).dirName()).arg(scan->filesSeen), 0 });
    }
    readCatalogs(root, scan->catalogs, catalog);

    auto known = m_writer.knownFiles(root);
    if (!known)
        return known.problem();
    Work work { root, {}, known.value() };
    m_progress.runbooks += int(work.known.size());
    for (const FoundFile &file : scan->files) {
        const auto before = work.known.constFind(file.path);
        if (before != work.known.cend() && before->isSameAs(file)) {
            work.known.remove(file.path);
            ++m_progress.done;
        } else {
            work.toRead.append(file);
        }
    }
    keepBelowUnreadable(scan->skipped, work.known);
    return readFiles(work);
}

Result<Done> IndexRun::readFiles(Work &work)
{
    const auto read = [root = work.root](const FoundFile &file) { return indexedRunbook(root, file); };
    qsizetype size = firstBatch;
    qsizetype next = 0;
    const auto startBatch = [&] {
        const QList<FoundFile> files = work.toRead.mid(next, size);
        next += files.size();
        size = std::min(size * 2, largestBatch);
        return QtConcurrent::mapped(&m_pool, files, read);
    };
    QFuture<IndexedRunbook> reading = startBatch();
    while (!m_stop) {
        const QList<IndexedRunbook> batch = reading.results();
        if (batch.isEmpty())
            return removeAll(work.known);
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
        if (const auto before = work.known.constFind(runbook.file.path); before != work.known.cend()) {
            if (const auto removed = m_writer.remove(before->id); !removed)
                return removed;
            work.known.remove(runbook.file.path);
            --m_progress.runbooks;
        }
        if (!runbook.unreadable.isEmpty()) {
            m_progress.skipped.append({ runbook.file.path, runbook.unreadable });
            continue;
        }
        if (const auto inserted = m_writer.insert(work.root, runbook); !inserted)
            return inserted;
        ++m_progress.read;
        ++m_progress.runbooks;
        reportNowAndThen();
    }
    return m_writer.commit();
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

void IndexRun::readCatalogs(const QString &root, const QStringList &files, Catalog &catalog)
{
    constexpr qint64 maximumSize = 1024 * 1024;
    for (const QString &file : files) {
        const auto read = readFileBelow(root, file, maximumSize);
        if (read)
            m_progress.problems += readCatalogFile(root, file, read->bytes, catalog);
        else
            m_progress.skipped.append({ file, read.problem().text });
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
