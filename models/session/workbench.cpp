// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workbench.h"

#include "base/whenanswered.h"
#include "base/wholefile.h"
#include "catalog/runbookties.h"
#include "exporting/incidentfields.h"
#include "exporting/runbookdraft.h"
#include "incident/jsonlines.h"
#include "library/githistory.h"
#include "search/searchwords.h"
#include "session/librarycontents.h"
#include "session/pastruns.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Key = Settings::Key;

namespace {

constexpr int matchLimit = 5;
constexpr int searchLimit = 50; // more are not looked through, and each costs time at every key
constexpr int recentLimit = 5;
constexpr auto patience = 300ms; ///< with the log of incidents: an alert at three in the morning does not wait for its backup
constexpr qsizetype mostProposedTeams = 4;

void setLastChange(RunbookEntry &runbook, const LastChanges &changes)
{
    runbook.changedAt = changes.value(runbook.ref.filePath(), runbook.modifiedAt);
}

/** What @p incidents says before @p patience has passed; nothing when the log is busy, with a backup perhaps, or broken. */
std::optional<QList<IncidentSummary>> answerWithin(const QFuture<Result<QList<IncidentSummary>>> &incidents,
                                                   std::chrono::milliseconds patience)
{
    for (QDeadlineTimer until(patience); !incidents.isFinished(); QThread::msleep(2)) {
        if (until.hasExpired())
            return {};
    }
    const auto answer = incidents.result();
    return answer ? std::optional(*answer) : std::nullopt;
}

} // namespace

Workbench::Workbench(const RunbookIndex &index, IncidentLog &log, Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_index(index)
    , m_log(log)
    , m_settings(settings)
    , m_clock(clock)
    , m_history(index)
{
    connect(&m_history, &LibraryHistory::changed, this, &Workbench::runbooksChanged);
    renewTriage();
}

Workbench::~Workbench() = default;

QStringList Workbench::libraries() const
{
    return m_settings.value(Key::Libraries).toStringList();
}

void Workbench::addLibrary(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    QStringList folders = libraries();
    if (!folders.contains(path)) {
        folders.append(path);
        m_settings.setValue(Key::Libraries, folders);
    }
    Q_EMIT librariesChanged(folders);
}

void Workbench::removeLibrary(const QString &folder)
{
    QStringList folders = libraries();
    if (folders.removeAll(folder) > 0) {
        m_settings.setValue(Key::Libraries, folders);
        Q_EMIT librariesChanged(folders);
    }
}

QString Workbench::personName() const
{
    const QString name = m_settings.value(Key::PersonName).toString();
    return name.isEmpty() ? QDir::home().dirName() : name;
}

QStringList Workbench::teams() const
{
    return m_settings.value(Key::Teams).toStringList();
}

void Workbench::setPerson(const QString &name, const QStringList &teams)
{
    m_settings.setValue(Key::PersonName, name);
    m_settings.setValue(Key::Teams, teams);
    renewTriage();
    Q_EMIT personChanged();
}

QFuture<QStringList> Workbench::proposedTeams() const
{
    return QtConcurrent::run([catalog = m_catalog, folders = libraries(), mine = teams()] {
        const std::atomic_bool stop = false;
        QHash<QString, int> count;
        for (const QString &folder : folders) {
            for (const QString &path : GitHistory(folder).changedByUser(stop)) {
                for (const QString &owner : ownersOfRunbook({ folder, path }, {}, {}, catalog).names)
                    ++count[owner];
            }
        }
        QStringList owners = count.keys();
        owners.removeIf([&mine](const QString &owner) { return !firstOneOf({ owner }, mine).isEmpty(); });
        std::sort(owners.begin(), owners.end(), [&count](const QString &a, const QString &b) {
            return std::make_pair(-count.value(a), a) < std::make_pair(-count.value(b), b);
        });
        return owners.mid(0, mostProposedTeams);
    });
}

void Workbench::setCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    renewTriage();
    Q_EMIT catalogChanged();
}

void Workbench::setIndexState(const IndexState &state)
{
    const bool ended = m_indexState.reading && !state.reading;
    m_indexState = state;
    Q_EMIT indexStateChanged();
    if (ended)
        Q_EMIT runbooksChanged();
    if (!state.reading)
        m_history.renew(libraries());
}

void Workbench::renewTriage()
{
    m_triage = std::make_shared<const Triage>(m_index, m_catalog, teams());
}

template<typename T>
QFuture<Result<T>> Workbench::fromIndex(const QFuture<Result<T>> &answer)
{
    whenAnswered(answer, this, [this](const Result<T> &result) {
        if (!result)
            Q_EMIT indexFailed();
    });
    return answer;
}

QFuture<ParsedAlerts> Workbench::read(const QString &pasted) const
{
    return QtConcurrent::run([triage = m_triage, pasted] { return triage->read(pasted); });
}

QFuture<ParsedAlerts> Workbench::readAs(const QString &format, const QString &pasted) const
{
    return QtConcurrent::run([triage = m_triage, format, pasted] { return triage->readAs(format, pasted); });
}

QFuture<PasteReview> Workbench::review(const Alert &alert, const QString &pasted) const
{
    return QtConcurrent::run([alert, pasted] { return reviewOf(alert, pasted); });
}

QList<AlertReader::FormatName> Workbench::alertFormats() const
{
    return m_triage->reader().formats();
}

QFuture<Result<MatchResult>> Workbench::match(const Alert &alert, const QList<RunbookJudgement> &rejected)
{
    MatchContext context { m_clock.now(), {}, {} };
    for (const RunbookJudgement &said : rejected)
        context.rejected.append({ alert.name, alert.fingerprint, { said.root, said.path }, said.anchor, PastRun::Outcome::Wrong, said.at });
    const auto incidents = m_log.incidents();
    return fromIndex(QtConcurrent::run([triage = m_triage, alert, context, catalog = m_catalog, changes = m_history.lastChanges(), incidents] {
        MatchContext known = context;
        if (const auto past = answerWithin(incidents, patience))
            known.pastRuns += pastRunsIn(*past);
        Result<MatchResult> result = triage->match(alert, matchLimit, known);
        if (result) {
            for (Match &match : result->matches) {
                tieRunbook(match.runbook, catalog);
                setLastChange(match.runbook, changes);
            }
        }
        return result;
    }));
}

QFuture<QString> Workbench::searchWords(const Alert &alert) const
{
    return QtConcurrent::run([triage = m_triage, alert] { return triage->searchWords(alert); });
}

QFuture<QList<IncidentSummary>> Workbench::openIncidents(const Alert &alert, const QString &service) const
{
    return m_log.incidents().then(QtFuture::Launch::Async, [alert, service](const Result<QList<IncidentSummary>> &incidents) {
        return incidents ? openIncidentsAbout(alert, service, *incidents) : QList<IncidentSummary>();
    });
}

QFuture<OnCall> Workbench::onCall(const QString &owner) const
{
    return QtConcurrent::run([catalog = m_catalog, owner, now = m_clock.now()] { return catalog.onCallFor(owner, now).value_or(OnCall()); });
}

QFuture<Result<Runbook>> Workbench::open(const RunbookRef &ref)
{
    return QtConcurrent::run([ref] { return Triage::open(ref); });
}

QFuture<Result<RunbookComparison>> Workbench::compare(const OpenedRunbook &opened) const
{
    return QtConcurrent::run([opened]() -> Result<RunbookComparison> {
        const Result<Runbook> now = Triage::open({ opened.root, opened.path });
        if (!now)
            return now.problem();
        return RunbookComparison { now.value(), changedLines(opened.text, now->text) };
    });
}

QFuture<Result<RunbookPreview>> Workbench::preview(const RunbookRef &ref, const QString &anchor) const
{
    return QtConcurrent::run([ref, anchor]() -> Result<RunbookPreview> {
        const Result<Runbook> runbook = Triage::open(ref);
        if (!runbook)
            return runbook.problem();
        const Procedure procedure = readProcedure(*runbook, anchor);
        return RunbookPreview { *runbook, procedure, risksOf(procedure) };
    });
}

QFuture<Result<QList<RunbookEntry>>> Workbench::runbooks()
{
    return fromIndex(QtConcurrent::run([index = &m_index, catalog = m_catalog, changes = m_history.lastChanges()] {
        Result<QList<RunbookEntry>> runbooks = libraryRunbooks(*index, catalog);
        if (!runbooks)
            return runbooks;
        for (RunbookEntry &runbook : *runbooks)
            setLastChange(runbook, changes);
        findBrokenLinks(*runbooks);
        return runbooks;
    }));
}

QFuture<QList<Dashboard>> Workbench::dashboardsOf(const QString &service) const
{
    return QtConcurrent::run([index = &m_index, catalog = m_catalog, service] {
        const Service *known = catalog.find(service);
        return Handrail::dashboardsOf(known ? *known : Service(), runbooksAbout(known ? known->name : service, *index, catalog));
    });
}

QFuture<RunbookRef> Workbench::runbookNamed(const QString &name) const
{
    return QtConcurrent::run([index = &m_index, name] {
        constexpr int few = 20;
        CandidateQuery query;
        query.names = { name };
        const auto records = index->candidates(query, few);
        QList<RunbookRef> found;
        for (const SectionRecord &record : records ? *records : QList<SectionRecord>()) {
            const bool isCalled = nameKey(record.runbook.title) == nameKey(name) || nameKey(pageStem(record.runbook.ref.path)) == nameKey(name);
            if (isCalled && !found.contains(record.runbook.ref))
                found.append(record.runbook.ref);
        }
        return found.size() == 1 ? found.first() : RunbookRef();
    });
}

QFuture<Result<QList<SearchHit>>> Workbench::search(const QString &typed)
{
    return fromIndex(QtConcurrent::run([index = &m_index, catalog = m_catalog, typed, changes = m_history.lastChanges()] {
        const SearchQuery query = parseQuery(typed);
        Result<QList<SearchHit>> hits = QList<SearchHit>();
        if (query.lastWordOpen && query.words.size() > 1 && query.words.last().size() < 3) {
            SearchQuery whole = query; // "disk io" may be all there is to be typed
            whole.lastWordOpen = false;
            hits = searchLibrary(*index, catalog, whole, searchLimit);
        }
        if (!hits || hits->isEmpty())
            hits = searchLibrary(*index, catalog, query, searchLimit);
        if (hits) {
            for (SearchHit &hit : *hits)
                setLastChange(hit.runbook, changes);
        }
        return hits;
    }));
}

QFuture<QString> Workbench::nearestSearch(const QString &typed) const
{
    return QtConcurrent::run([index = &m_index, typed]() -> QString {
        const QStringList words = parseQuery(typed).words;
        const auto longest = std::max_element(words.cbegin(), words.cend(),
                                              [](const QString &a, const QString &b) { return a.size() < b.size(); });
        if (longest == words.cend())
            return {};
        const QString nearest = index->nearestWords(*longest, 1).value(0);
        if (nearest.isEmpty() || nearest.compare(*longest, Qt::CaseInsensitive) == 0)
            return {};
        return typed.contains(*longest, Qt::CaseInsensitive)
            ? QString(typed).replace(*longest, nearest, Qt::CaseInsensitive)
            : nearest;
    });
}

QFuture<Result<QList<IncidentSummary>>> Workbench::incidents() const
{
    return m_log.incidents();
}

QFuture<Result<ImportOutcome>> Workbench::importIncidents(const QString &filePath) const
{
    return QtConcurrent::run([log = &m_log, filePath]() -> Result<ImportOutcome> {
        const auto entries = readJsonLinesFile(filePath);
        return entries ? log->import(*entries).result() : entries.problem();
    });
}

QFuture<Result<QList<IncidentSummary>>> Workbench::incidentsAbout(const QString &typed) const
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return m_log.incidents();
    // The log answers in order: when it has listed the incidents, it has looked for the words.
    const QFuture<Result<QStringList>> having = m_log.incidentsWith(words);
    return m_log.incidents().then(QtFuture::Launch::Async, [having](Result<QList<IncidentSummary>> incidents) {
        const Result<QStringList> ids = having.result();
        if (!ids)
            return Result<QList<IncidentSummary>>(ids.problem());
        if (incidents)
            incidents->removeIf([&ids](const IncidentSummary &incident) { return !ids->contains(incident.id); });
        return incidents;
    });
}

QFuture<Result<Done>> Workbench::writeRunbook(const Alert &alert, const QString &filePath) const
{
    const QString service = m_triage->serviceOf(alert);
    const Ownership ownership = m_catalog.ownershipOf(service, teams());
    return QtConcurrent::run([alert, ownership, filePath] { return writeWhole(filePath, runbookDraft(alert, ownership).toUtf8(), Readers::AsUsual); });
}

QFuture<QString> Workbench::documentDraft(const Incident &incident, const DocumentTemplate &chosen) const
{
    return QtConcurrent::run([catalog = m_catalog, teams = teams(), now = m_clock.now(), incident, chosen] {
        Ownership ownership = catalog.ownershipOf(incident.service, teams);
        ownership.onCall = catalog.onCallFor(ownership.owner, now).value_or(OnCall());
        return filled(chosen.text, incidentFields(incident, ownership, now));
    });
}

QList<RunbookRef> Workbench::recentRunbooks() const
{
    QList<RunbookRef> refs;
    const QStringList stored = m_settings.value(Key::RecentRunbooks).toStringList();
    for (const QString &entry : stored)
        refs.append({ entry.section(u'\n', 0, 0), entry.section(u'\n', 1) });
    return refs;
}

void Workbench::remember(const RunbookRef &ref)
{
    QStringList stored = m_settings.value(Key::RecentRunbooks).toStringList();
    const QString entry = ref.root + u'\n' + ref.path;
    stored.removeAll(entry);
    stored.prepend(entry);
    m_settings.setValue(Key::RecentRunbooks, stored.first(std::min<qsizetype>(stored.size(), recentLimit)));
    Q_EMIT recentChanged();
}

} // namespace Handrail
