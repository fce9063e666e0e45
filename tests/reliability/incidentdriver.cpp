// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The program that is killed, cut off from power and starved of disk: it works on an incident through the classes that the window
 * uses and acknowledges each entry once they say that it is saved.
 *
 *   incidentdriver work DATA ACKS SEED COUNT    COUNT entries at random, then says how many were asked for, saved, refused
 *   incidentdriver control DATA ACKS COUNT      the same number of rows in SQLite's quick mode, which loses some at a power cut
 *   incidentdriver start DATA                   opens the folder as the window does and says what became of it
 *   incidentdriver migrate DATA ACKS COUNT      COUNT entries in a file of the first version, which is then opened and added to
 *   incidentdriver export FILE ACKS SEED COUNT  COUNT reports into FILE, one over the other, each acknowledged by its number
 */
#include "base/whenanswered.h"
#include "base/wholefile.h"
#include "incident/entries.h"
#include "reliability/acknowledgement.h"
#include "reliability/disk.h"
#include "reliability/report.h"
#include "session/incidentsession.h"
#include "store/database.h"
#include "store/incidentbackup.h"
#include "store/incidentfile.h"
#include "store/incidentstore.h"
#include "store/incidenttables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QQueue>
#include <QRandomGenerator>

#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

using namespace Handrail;
using namespace Handrail::Reliability;
using namespace Qt::StringLiterals;

namespace {

const char *const runbookText = R"(# Queue does not drain

## Diagnosis

1. Look at the queue.
2. Look at the consumers.
3. Look at the broker's disk.

## Mitigation

1. Restart the consumer.
2. Add a consumer.
)";

/** Lines that are on their way to the disk before anything else is done: a kill cannot take them back. */
class Acknowledgements
{
public:
    explicit Acknowledgements(const QString &path)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600))
    {
    }
    ~Acknowledgements() { ::close(m_descriptor); }
    Acknowledgements(const Acknowledgements &) = delete;
    Acknowledgements &operator=(const Acknowledgements &) = delete;

    void add(const Acknowledgement &acknowledgement) const
    {
        const QByteArray line = lineOf(acknowledgement);
        if (::write(m_descriptor, line.constData(), size_t(line.size())) != line.size())
            qFatal("An acknowledgement could not be written.");
    }

private:
    int m_descriptor;
};

/** Somebody who writes notes, several at a time now and then, ticks steps, takes ticks back, resolves and reopens. */
class Responder : public QObject
{
public:
    Responder(QString folder, const QString &acknowledgements, quint32 seed, int count)
        : m_folder(std::move(folder))
        , m_acknowledgements(acknowledgements)
        , m_random(seed)
        , m_count(count)
    {
    }

    void open()
    {
        m_session.reset();
        m_log = IncidentStore::openLater(m_folder, m_clock);
        m_session = std::make_unique<IncidentSession>(*m_log, m_clock);
        m_session->setActor(u"ada"_s);
        connect(m_session.get(), &IncidentSession::entryAppended, this, &Responder::saved);
        connect(m_session.get(), &IncidentSession::saveFailed, this, &Responder::refused);
        connect(m_session.get(), &IncidentSession::opened, this, [this] {
            std::printf("working\n");
            std::fflush(stdout);
            m_isWorking = true;
            later(&Responder::act);
        });
        whenAnswered(m_log->whenOpened(), this, [this](const Result<QString> &readOnlyReason) {
            if (readOnlyReason && readOnlyReason->isEmpty())
                return begin();
            ++m_asked;
            ++m_refused;
            ++m_told;
            std::fprintf(stderr, "%s\n", qUtf8Printable(readOnlyReason ? *readOnlyReason : readOnlyReason.problem().text));
            if (diskFailures() == 0)
                return QCoreApplication::exit(3); // nothing is wrong with the disk: it must open
            mendDisk();
            later(&Responder::open);
        });
    }

private:
    void later(void (Responder::*what)()) { QMetaObject::invokeMethod(this, what, Qt::QueuedConnection); }

    void asked()
    {
        QElapsedTimer timer;
        if (m_waiting.isEmpty()) // the others wait for the first of them too, which is not how people write
            timer.start();
        m_waiting.enqueue(timer);
        ++m_asked;
    }

    /** How long the oldest of what was asked for took; -1 when that tells nothing of how long a note takes. */
    qint64 answered(TimelineEntry::Kind kind)
    {
        const QElapsedTimer timer = m_waiting.isEmpty() ? QElapsedTimer() : m_waiting.dequeue();
        const bool isUsual = kind == TimelineEntry::Kind::NoteAdded || kind == TimelineEntry::Kind::StepFinished;
        return isUsual && timer.isValid() ? timer.nsecsElapsed() / 1000 : -1;
    }

    void begin()
    {
        IncidentStart start;
        start.alert.name = u"QueueStuck"_s;
        start.pasted = u"[FIRING:1] QueueStuck"_s;
        start.runbook = runbookFromBytes({ u"/library"_s, u"queue.md"_s }, runbookText, {});
        asked();
        m_session->start(start);
    }

    void act()
    {
        if (!m_waiting.isEmpty())
            return;
        if (m_asked >= m_count)
            return finish();
        const quint32 what = m_random.bounded(40U);
        if (!m_session->incident().isOpen()) {
            asked();
            m_session->reopen();
        } else if (what == 0) {
            asked();
            m_session->resolve();
        } else if (what < 14) {
            asked();
            tick();
        } else {
            for (quint32 note = what < 18 ? 5 : 1; note > 0; --note) {
                asked();
                m_session->addNote(NoteKind::Note, QString(1 + m_random.bounded(3000), QChar(u'a' + char16_t(m_asked % 26))));
            }
        }
    }

    void tick()
    {
        const StepState states[] = { StepState::Done, StepState::Failed, StepState::Skipped };
        if (m_session->canUndo() && m_random.bounded(4) == 0)
            m_session->undo();
        else if (m_session->canRedo() && m_random.bounded(2) == 0)
            m_session->redo();
        else
            m_session->finishStep(states[m_random.bounded(3)], u"because"_s);
    }

    void saved(const TimelineEntry &entry)
    {
        m_acknowledgements.add({ entry.incidentId, entry.id, digestOf(entry), answered(entry.kind) });
        ++m_saved;
        m_lastIsSaved = true;
        if (entry.kind == TimelineEntry::Kind::Started)
            asked(); // the session writes down the runbook by itself
        else if (m_isWorking)
            later(m_isFinishing ? &Responder::end : &Responder::act);
    }

    void refused(const Problem &problem, TimelineEntry::Kind kind)
    {
        if (problem.text.isEmpty())
            qFatal("Something failed without a word.");
        ++m_told;
        if (kind == TimelineEntry::Kind::Unknown)
            return mendDisk(); // the place in the checklist, which nobody waits for
        (void)answered(kind);
        ++m_refused;
        m_lastIsSaved = false;
        mendDisk(); // somebody made room
        later(m_isFinishing ? &Responder::end : m_isWorking ? &Responder::act : &Responder::begin);
    }

    /** Whatever was wrong is over: the next note must be saved. */
    void finish()
    {
        mendDisk();
        m_isFinishing = true;
        asked();
        m_session->addNote(NoteKind::Note, u"the last one"_s);
    }

    void end()
    {
        m_session.reset();
        m_log.reset();
        std::printf("asked %d saved %d refused %d told %d failures %d last %d\n", m_asked, m_saved, m_refused, m_told,
                    diskFailures(), m_lastIsSaved);
        QCoreApplication::exit(0);
    }

    const SystemClock m_clock;
    QString m_folder;
    Acknowledgements m_acknowledgements;
    QRandomGenerator m_random;
    int m_count;
    std::shared_ptr<IncidentStore> m_log;
    std::unique_ptr<IncidentSession> m_session;
    QQueue<QElapsedTimer> m_waiting; ///< one for each entry that was asked for; they are answered in order
    bool m_isWorking = false; ///< the incident has begun
    bool m_isFinishing = false;
    int m_asked = 0;
    int m_saved = 0;
    int m_refused = 0;
    int m_told = 0; ///< how often something was said to have failed
    bool m_lastIsSaved = false;
};

/** What reliability.md forbids: WAL and synchronous = NORMAL, where COMMIT returns before the disk has it. */
int control(const QString &folder, const QString &acknowledgements, int count)
{
    const Acknowledgements acknowledged(acknowledgements);
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    const auto database = Database::open(folder + u"/control.sqlite"_s, Database::Mode::ReadWrite,
                                         { u"journal_mode = WAL"_s, u"synchronous = NORMAL"_s });
    if (!database || !(*database)->run(u"CREATE TABLE note (id TEXT, text TEXT)"_s))
        return 3;
    for (int number = 0; number < count; ++number) {
        const QString id = QString::number(number);
        if (!(*database)->run(u"INSERT INTO note VALUES ('%1', '%2')"_s.arg(id, QString(1000, u'x'))))
            return 3;
        acknowledged.add({ u"control"_s, id, "-", 0 });
    }
    return 0;
}

/** Says in one line what the window would: "opened", "offered <backup>" or "refused". */
int start(const QString &folder)
{
    const SystemClock clock;
    const auto opened = IncidentStore::openLater(folder, clock)->whenOpened().result();
    if (!opened)
        std::fprintf(stderr, "%s\n", qUtf8Printable(opened.problem().text));
    const auto backup = opened ? std::nullopt : backupToOffer(folder);
    std::printf("%s\n", opened ? "opened" : backup ? qPrintable(u"offered "_s + backup->path) : "refused");
    return 0;
}

int migrate(const QString &folder, const QString &acknowledgements, int count)
{
    const Acknowledgements acknowledged(acknowledgements);
    const SystemClock clock;
    const auto acknowledge = [&acknowledged](const Result<TimelineEntry> &entry) {
        if (entry)
            acknowledged.add({ entry->incidentId, entry->id, digestOf(*entry), -1 });
        return entry.ok();
    };
    const EntryContext context { u"first"_s, u"ada"_s, clock.now() };
    {
        IncidentFileOptions first;
        first.migrations = first.migrations.first(1);
        const auto file = openIncidentFile(folder, clock.now(), first);
        if (!file)
            return 3;
        const IncidentTables tables(file->database, clock);
        bool isWritten = acknowledge(tables.append(startedEntry(context, u"Before"_s, {}, {}, {}, {})));
        for (int number = 1; isWritten && number < count; ++number)
            isWritten = acknowledge(tables.append(noteEntry(context, NoteKind::Note, QString::number(number).repeated(number * 20))));
        if (!isWritten)
            return 3;
    }
    const auto store = IncidentStore::open(folder, clock);
    return store && acknowledge((*store)->append(noteEntry(context, NoteKind::Note, u"after"_s)).result()) ? 0 : 3;
}

int exportOften(const QString &file, const QString &acknowledgements, quint32 seed, int count)
{
    const Acknowledgements acknowledged(acknowledgements);
    QRandomGenerator random(seed);
    for (int number = 1; number <= count; ++number) {
        const auto written = writeWhole(file, makeReport(number, random.bounded(3'000'000)));
        if (written) {
            acknowledged.add({ file, QString::number(number), "-", -1 });
        } else {
            std::fprintf(stderr, "refused: %s\n", qUtf8Printable(written.problem().text));
            mendDisk();
        }
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"start")
        return start(arguments.at(2));
    if (arguments.size() == 5 && arguments.at(1) == u"control")
        return control(arguments.at(2), arguments.at(3), arguments.at(4).toInt());
    if (arguments.size() == 5 && arguments.at(1) == u"migrate")
        return migrate(arguments.at(2), arguments.at(3), arguments.at(4).toInt());
    if (arguments.size() == 6 && arguments.at(1) == u"export")
        return exportOften(arguments.at(2), arguments.at(3), arguments.at(4).toUInt(), arguments.at(5).toInt());
    if (arguments.size() != 6 || arguments.at(1) != u"work")
        return 2;
    Responder responder(arguments.at(2), arguments.at(3), arguments.at(4).toUInt(), arguments.at(5).toInt());
    responder.open();
    return QCoreApplication::exec();
}
