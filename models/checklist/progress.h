// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

namespace Handrail {

enum class StepState { ToDo, Done, Failed, Skipped };

QString toString(StepState state); ///< todo|done|failed|skipped: the event log's words
StepState stepStateFromString(QStringView word);

/** What became of one step: the last word said about it. */
struct StepResult
{
    StepState state = StepState::ToDo;
    QString reason; ///< why it was skipped or failed; may be empty
    QDateTime at; ///< UTC
    qint64 tookMs = -1; ///< -1: not known

    bool operator==(const StepResult &) const = default;
};

/** How far a checklist has been followed: results by step id, and the step the user is on. Changed only by values. */
class Progress
{
public:
    Progress() = default;
    explicit Progress(QStringList stepIds); ///< in the order they are followed; the first becomes current

    const QStringList &stepIds() const { return m_stepIds; }
    QString current() const { return m_current; } ///< empty when there are no steps
    StepResult result(const QString &stepId) const { return m_results.value(stepId); }
    int finishedCount() const; ///< done, failed or skipped
    int count(StepState state) const;
    bool allFinished() const { return finishedCount() == int(m_stepIds.size()); }

    /** Records @p result; an id that is not in the list is ignored. */
    void setResult(const QString &stepId, const StepResult &result);
    void setCurrent(const QString &stepId);
    /** The next step after @p stepId that is still to do; wraps round; empty when none is left. */
    QString nextToDo(const QString &stepId) const;
    QString after(const QString &stepId) const; ///< its neighbour below, or itself at the end
    QString before(const QString &stepId) const;

    bool operator==(const Progress &) const = default;

private:
    QStringList m_stepIds;
    QHash<QString, StepResult> m_results;
    QString m_current;
};

} // namespace Handrail
