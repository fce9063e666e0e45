// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/settings.h"
#include "catalog/dashboards.h"
#include "checklist/checklist.h"
#include "exporting/documenttemplate.h"
#include "incident/incidentlog.h"
#include "library/runbookdiff.h"
#include "library/runbookfile.h"
#include "matching/matcher.h"
#include "session/libraryhistory.h"
#include "session/pastereview.h"
#include "session/triage.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace Handrail {

/** What the status line says of the index, whoever builds it. */
struct IndexState
{
    bool reading = false;
    bool isStopped = false; ///< the user ended the last reading before its end
    QString root; ///< the folder being read
    int done = 0; ///< files
    int total = 0;
    int runbooks = 0;
    QDateTime readAt; ///< UTC; not valid before the first whole read
    QList<SkippedFile> skipped;
    QList<Problem> problems;
    int unwatched = 0; ///< folders in which changes are noticed by the minute only, for the system cannot watch more

    bool operator==(const IndexState &) const = default;
};

/** A runbook as a checklist before it is started: what it would ask for and what its steps can do. */
struct RunbookPreview
{
    Runbook runbook;
    Procedure procedure; ///< of the section asked for
    QHash<QString, Risk> risks; ///< of each step, by its id
};

/** What became of a runbook's file since it was opened. */
struct RunbookComparison
{
    Runbook now;
    QList<DiffLine> lines; ///< as changedLines() gives them
};

/**
 * What a window works with besides the open incident: the libraries, the catalogue, and the questions one asks of them. Answers
 * are made off the calling thread and come as futures.
 */
class Workbench : public QObject
{
    Q_OBJECT
public:
    Workbench(const RunbookIndex &index, IncidentLog &log, Settings &settings, const Clock &clock, QObject *parent = nullptr);
    ~Workbench() override;

    const Clock &clock() const { return m_clock; }
    Settings &settings() { return m_settings; }

    QStringList libraries() const;
    void addLibrary(const QString &folder);
    void removeLibrary(const QString &folder);
    QString personName() const;
    QStringList teams() const;
    void setPerson(const QString &name, const QStringList &teams);
    /** Teams this person may be in: the owners, by CODEOWNERS and catalogue, of what git's user changed, most often first. */
    QFuture<QStringList> proposedTeams() const;

    const Catalog &catalog() const { return m_catalog; }
    void setCatalog(const Catalog &catalog);
    const IndexState &indexState() const { return m_indexState; }
    void setIndexState(const IndexState &state);
    void stopReading() { Q_EMIT stopReadingWanted(); } ///< until readOn(): nothing is read by itself meanwhile
    void readOn() { Q_EMIT readOnWanted(); }

    QFuture<ParsedAlerts> read(const QString &pasted) const;
    QFuture<ParsedAlerts> readAs(const QString &format, const QString &pasted) const;
    QFuture<PasteReview> review(const Alert &alert, const QString &pasted) const;
    QList<AlertReader::FormatName> alertFormats() const;
    /** The runbooks for @p alert, with what the incidents so far tell of them; @p rejected is said now and in no incident yet. */
    QFuture<Result<MatchResult>> match(const Alert &alert, const QList<RunbookJudgement> &rejected = {});
    QFuture<QString> searchWords(const Alert &alert) const; ///< to find a runbook by, when none fits
    /** As openIncidentsAbout(); none when the log cannot be read. */
    QFuture<QList<IncidentSummary>> openIncidents(const Alert &alert, const QString &service) const;
    QFuture<OnCall> onCall(const QString &owner) const; ///< now; without a person when nobody is known to be
    QFuture<Result<Runbook>> open(const RunbookRef &ref);
    QFuture<Result<RunbookComparison>> compare(const OpenedRunbook &opened) const;
    QFuture<Result<RunbookPreview>> preview(const RunbookRef &ref, const QString &anchor) const;
    /** The runbook that is called @p name, by its title or its file; an empty ref when none or more than one is. */
    QFuture<RunbookRef> runbookNamed(const QString &name) const;
    QFuture<Result<QList<SearchHit>>> search(const QString &typed); ///< as searchLibrary()
    /** All, as libraryRunbooks() gives them, with their broken links. */
    QFuture<Result<QList<RunbookEntry>>> runbooks();
    /** What the catalogue names for @p service, and what its runbooks name and link to. */
    QFuture<QList<Dashboard>> dashboardsOf(const QString &service) const;
    /** @p typed with its longest word exchanged for the nearest one there is; empty when there is none nearer. */
    QFuture<QString> nearestSearch(const QString &typed) const;
    QFuture<Result<QList<IncidentSummary>>> incidents() const;
    /** Takes in the incidents of a file of JSON Lines, as IncidentLog::import() does. */
    QFuture<Result<ImportOutcome>> importIncidents(const QString &filePath) const;
    /** Those that say every word of @p typed, in their title, their service or anything that was written down in them. */
    QFuture<Result<QList<IncidentSummary>>> incidentsAbout(const QString &typed) const;
    /** A runbook to be filled in for @p alert, written whole or not at all. */
    QFuture<Result<Done>> writeRunbook(const Alert &alert, const QString &filePath) const;
    /** @p chosen filled from @p incident, for its people to go on writing. */
    QFuture<QString> documentDraft(const Incident &incident, const DocumentTemplate &chosen) const;

    QList<RunbookRef> recentRunbooks() const; ///< newest first, at most five
    void remember(const RunbookRef &ref);

Q_SIGNALS:
    void librariesChanged(const QStringList &folders);
    void catalogChanged();
    void indexStateChanged();
    void stopReadingWanted();
    void readOnWanted();
    void indexFailed(); ///< an answer could not be read from it
    void runbooksChanged(); ///< a read of the folders or of their history has ended
    void personChanged();
    void recentChanged();

private:
    void renewTriage();
    /** Says indexFailed() when @p answer is a problem. */
    template<typename T>
    QFuture<Result<T>> fromIndex(const QFuture<Result<T>> &answer);

    const RunbookIndex &m_index;
    IncidentLog &m_log;
    Settings &m_settings;
    const Clock &m_clock;
    Catalog m_catalog;
    IndexState m_indexState;
    LibraryHistory m_history;
    std::shared_ptr<const Triage> m_triage; ///< shared with answers still being made when the catalogue changes
};

} // namespace Handrail
