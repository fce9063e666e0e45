// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentstore.h"

#include "store/incidentbackup.h"
#include "store/incidentfile.h"
#include "store/incidentfolder.h"
#include "store/incidentimport.h"
#include "store/incidenttables.h"

#include <QFileInfo>
#include <QPromise>
#include <QThread>

namespace Handrail {

using namespace Qt::StringLiterals;

/**
 * The one thread that knows the database. Takes orders first come, first served. QtConcurrent would not do: whoever waits for one
 * of its futures runs the order himself, in his own thread and out of turn.
 */
class IncidentStore::Writer
{
public:
    explicit Writer(const Clock &clock)
        : m_clock(clock)
    {
        m_failedBackups.start();
        m_worker.moveToThread(&m_thread);
        m_thread.setObjectName(u"incidents"_s);
        m_thread.start();
    }

    ~Writer()
    {
        close().waitForFinished();
        m_thread.quit();
        m_thread.wait();
        m_failedBackups.finish();
    }

    void open(const QString &folder, const IncidentFileOptions &options)
    {
        m_opened = queue([this, folder, options]() -> Result<QString> {
            auto file = openIncidentFile(folder, m_clock.now(), options);
            if (!file) {
                m_problem = file.problem();
                return m_problem;
            }
            m_file = std::move(file).value();
            m_tables.emplace(m_file.database, m_clock);
            m_folder = folder;
            return m_file.readOnlyReason;
        });
        queue([this] {
            const QList<IncidentBackup> backups = m_tables ? incidentBackups(m_folder) : QList<IncidentBackup>();
            if (m_tables && readOnlyReason().isEmpty() && (backups.isEmpty() || backups.first().at.date() != m_clock.now().toUTC().date()))
                (void)backUp();
            return true;
        });
    }

    QFuture<bool> close()
    {
        return queue([this] {
            if (m_tables)
                m_problem = { Problem::Severity::Error, u"The incidents are closed."_s };
            m_tables.reset();
            m_file.database.reset();
            m_file.lock.reset(); // last: nobody else may write before
            return true;
        });
    }

    /** A copy of all there is by now, after the orders before it. */
    QFuture<Result<QString>> backUpLater()
    {
        return queue([this] { return backUp(); });
    }
    QFuture<Problem> failedBackups() const { return m_failedBackups.future(); }

    const QFuture<Result<QString>> &opened() const { return m_opened; }
    /** Known once it is open. */
    const QString &readOnlyReason() const { return m_file.readOnlyReason; }

    /** @p question is a function of the tables; it reads. */
    template<typename Question>
    auto ask(Question question)
    {
        using Answer = std::invoke_result_t<Question, const IncidentTables &>;
        return queue([this, question]() -> Answer {
            if (!m_tables)
                return m_problem;
            return question(*m_tables);
        });
    }

    /** As ask(), for what writes: refused when the file is open for reading only. */
    template<typename Order>
    auto order(Order order)
    {
        using Answer = std::invoke_result_t<Order, const IncidentTables &>;
        return ask([this, order](const IncidentTables &tables) -> Answer {
            if (!readOnlyReason().isEmpty())
                return Problem { Problem::Severity::Error, readOnlyReason() };
            return order(tables);
        });
    }

private:
    /** One that fails is tried again tomorrow and at the next incident's end: the file itself is sound, or nothing would be here. */
    Result<QString> backUp()
    {
        if (!m_tables)
            return m_problem;
        if (!readOnlyReason().isEmpty())
            return Problem { Problem::Severity::Error, readOnlyReason() };
        const auto made = backUpIncidents(*m_file.database, m_folder, m_clock.now());
        if (!made)
            m_failedBackups.addResult(made.problem());
        return made;
    }

    template<typename Work>
    auto queue(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        const auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
        promise->start();
        QMetaObject::invokeMethod(
            &m_worker,
            [promise, work] {
                promise->addResult(work());
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    const Clock &m_clock;
    QFuture<Result<QString>> m_opened;
    QPromise<Problem> m_failedBackups;
    Problem m_problem; ///< why it is not open
    QString m_folder;
    OpenIncidentFile m_file; ///< set once, before anybody asks
    std::optional<IncidentTables> m_tables;
    QObject m_worker;
    QThread m_thread;
};

IncidentStore::IncidentStore(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
}

IncidentStore::~IncidentStore() = default;

Result<std::shared_ptr<IncidentStore>> IncidentStore::open(const QString &folder, const Clock &clock)
{
    auto writer = std::make_unique<Writer>(clock);
    writer->open(folder, {});
    if (const auto opened = writer->opened().result(); !opened)
        return opened.problem();
    return std::shared_ptr<IncidentStore>(new IncidentStore(std::move(writer)));
}

std::shared_ptr<IncidentStore> IncidentStore::openLater(const QString &folder, const Clock &clock, bool onNetwork)
{
    auto writer = std::make_unique<Writer>(clock);
    IncidentFileOptions options;
    options.onNetwork = onNetwork;
    writer->open(folder, options);
    return std::shared_ptr<IncidentStore>(new IncidentStore(std::move(writer)));
}

Result<std::shared_ptr<IncidentStore>> IncidentStore::openForReading(const QString &folder, const Clock &clock)
{
    auto writer = std::make_unique<Writer>(clock);
    IncidentFileOptions options;
    options.forReading = true;
    writer->open(folder, options);
    if (const auto opened = writer->opened().result(); !opened)
        return opened.problem();
    return std::shared_ptr<IncidentStore>(new IncidentStore(std::move(writer)));
}

bool IncidentStore::exists(const QString &folder)
{
    return QFileInfo::exists(incidentFilePath(folder));
}

QFuture<Result<QString>> IncidentStore::whenOpened() const
{
    return m_writer->opened();
}

QFuture<bool> IncidentStore::close()
{
    return m_writer->close();
}

QFuture<Result<QString>> IncidentStore::backUp()
{
    return m_writer->backUpLater();
}

QFuture<Problem> IncidentStore::failedBackups() const
{
    return m_writer->failedBackups();
}

bool IncidentStore::isReadOnly() const
{
    return !m_writer->readOnlyReason().isEmpty();
}

QString IncidentStore::readOnlyReason() const
{
    return m_writer->readOnlyReason();
}

QFuture<Result<TimelineEntry>> IncidentStore::append(const TimelineEntry &entry)
{
    const auto appended = m_writer->order([entry](const IncidentTables &tables) { return tables.append(entry); });
    if (entry.kind == TimelineEntry::Kind::Resolved)
        (void)m_writer->backUpLater();
    return appended;
}

QFuture<Result<QList<TimelineEntry>>> IncidentStore::entries(const QString &incidentId)
{
    return m_writer->ask([incidentId](const IncidentTables &tables) { return tables.entries(incidentId); });
}

QFuture<Result<IncidentOpening>> IncidentStore::opening(const QString &incidentId, int newest)
{
    return m_writer->ask([incidentId, newest](const IncidentTables &tables) { return tables.opening(incidentId, newest); });
}

QFuture<Result<QList<TimelineEntry>>> IncidentStore::entriesAfter(const QString &incidentId, qint64 sequence, int most)
{
    return m_writer->ask([incidentId, sequence, most](const IncidentTables &tables) { return tables.entriesAfter(incidentId, sequence, most); });
}

QFuture<Result<QList<IncidentSummary>>> IncidentStore::incidents()
{
    return m_writer->ask([](const IncidentTables &tables) { return tables.incidents(); });
}

QFuture<Result<QStringList>> IncidentStore::incidentsWith(const QStringList &words)
{
    return m_writer->ask([words](const IncidentTables &tables) { return tables.incidentsWith(words); });
}

QFuture<Result<ImportOutcome>> IncidentStore::import(const QList<TimelineEntry> &entries)
{
    return m_writer->order([entries](const IncidentTables &tables) { return importIncidents(tables, entries); });
}

QFuture<Result<Done>> IncidentStore::saveDraft(const Draft &draft)
{
    return m_writer->order([draft](const IncidentTables &tables) { return tables.saveDraft(draft); });
}

QFuture<Result<QList<Draft>>> IncidentStore::drafts(const QString &incidentId)
{
    return m_writer->ask([incidentId](const IncidentTables &tables) { return tables.drafts(incidentId); });
}

} // namespace Handrail
