// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexer.h"

#include "base/clock.h"
#include "store/indexfile.h"
#include "store/indexrun.h"

#include <QDir>
#include <QThread>

#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

/** A run in the background: its thread, and the flag that ends it. */
struct Indexer::Run
{
    std::atomic_bool stop = false;
    std::unique_ptr<QThread> thread;
};

namespace {

QStringList cleaned(const QStringList &roots)
{
    QStringList paths;
    for (const QString &root : roots)
        paths.append(QDir::cleanPath(QDir(root).absolutePath()));
    paths.removeDuplicates();
    return paths;
}

struct Outcome
{
    IndexProgress progress;
    std::optional<Problem> problem; ///< of the index itself
    bool isDamaged = false;
};

Outcome attempt(const QString &indexPath, const QStringList &roots, const std::atomic_bool &stop,
                const IndexRun::Report &report, Catalog &catalog)
{
    const auto database = IndexFile::openForWriting(indexPath);
    if (!database)
        return { {}, database.problem(), false };
    IndexWriter writer(*database);
    const SystemClock clock;
    IndexRun run(writer, clock, stop, report);
    const auto done = run.go(roots, catalog);
    if (done)
        return { run.progress(), {}, false };
    return { run.progress(), done.problem(), !IndexFile::isHealthy(**database) };
}

} // namespace

Indexer::Indexer(QString indexPath, QObject *parent)
    : QObject(parent)
    , m_indexPath(std::move(indexPath))
{
    qRegisterMetaType<IndexProgress>();
    qRegisterMetaType<Catalog>();
}

Indexer::~Indexer()
{
    stop();
}

void Indexer::start(const QStringList &roots)
{
    if (m_run) {
        m_run->stop = true;
        m_next = roots;
        return;
    }
    m_run = std::make_shared<Run>();
    // A run that is to be replaced may still have calls waiting for this object: they are dropped.
    const std::weak_ptr<Run> self = m_run;
    const auto call = [this, self](const auto &what) {
        QMetaObject::invokeMethod(
            this,
            [this, self, what] {
                if (self.lock() && self.lock() == m_run)
                    what();
            },
            Qt::QueuedConnection);
    };
    m_run->thread.reset(QThread::create([this, call, roots, path = m_indexPath, stop = &m_run->stop] {
        Catalog catalog;
        const auto report = [this, call](const IndexProgress &progress) {
            call([this, progress] {
                if (!m_next)
                    Q_EMIT progressed(progress);
            });
        };
        const IndexProgress last = run(path, roots, *stop, report, catalog);
        call([this, last, catalog] {
            const bool isReplaced = m_next.has_value();
            ended();
            if (!isReplaced)
                Q_EMIT finished(last, catalog);
        });
    }));
    m_run->thread->setObjectName(u"indexer"_s);
    m_run->thread->start(QThread::LowPriority);
}

void Indexer::ended()
{
    m_run->thread->wait(); // it has nothing left to do
    m_run.reset();
    if (m_next)
        start(*std::exchange(m_next, std::nullopt));
}

bool Indexer::stop(QDeadlineTimer deadline)
{
    m_next.reset();
    if (!m_run)
        return true;
    m_run->stop = true;
    if (!m_run->thread->wait(deadline))
        return false;
    m_run.reset();
    return true;
}

void Indexer::cancel()
{
    if (m_run)
        m_run->stop = true;
}

IndexProgress Indexer::run(const QString &indexPath, const QStringList &roots, const std::atomic_bool &stop,
                           const std::function<void(const IndexProgress &)> &progress, Catalog &catalog)
{
    const QStringList paths = cleaned(roots);
    const IndexRun::Report report = progress ? progress : [](const IndexProgress &) {};
    Outcome outcome = attempt(indexPath, paths, stop, report, catalog);
    if (outcome.isDamaged && IndexFile::remove(indexPath)) {
        catalog = {};
        outcome = attempt(indexPath, paths, stop, report, catalog);
    }
    if (outcome.problem) {
        outcome.progress.problems.append(
            { Problem::Severity::Error,
              u"%1 The index was not brought up to date; the runbooks themselves are untouched."_s.arg(outcome.problem->text),
              0 });
    }
    outcome.progress.root.clear();
    outcome.progress.finished = true;
    outcome.progress.isStopped = stop;
    report(outcome.progress);
    return outcome.progress;
}

} // namespace Handrail
