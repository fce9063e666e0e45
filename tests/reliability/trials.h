// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail::Reliability {

/** How often something is tried, and from which seed on: what failed is tried again with its own seed alone. */
struct TrialPlan
{
    int count = 1;
    quint32 seed = 1;
};

/** What came of a number of trials of one kind. */
struct TrialReport
{
    QString name;
    TrialPlan plan;
    int trials = 0;
    qint64 acknowledged = 0; ///< entries that were said to be saved
    qint64 lost = 0; ///< of those, not there afterwards
    int unreadable = 0; ///< files that did not open or are not sound
    QStringList failures; ///< what went wrong, each with its seed and the folder that was kept to be looked at
    QString timed; ///< what the times below are of, in the words of the printed line
    QList<qint64> microseconds;
    QList<qint64> syncMicroseconds; ///< of a bare sync in the same place between the trials: what the disk needs
    int lossyCuts = -1; ///< of the control's; -1 where there is no control

    QJsonObject toJson() const;
    void add(const TrialReport &other); ///< trials of the same kind and plan
};

/** 0 when @p microseconds has none. */
double millisecondsAt(int percent, QList<qint64> microseconds);

/** The program is killed at random moments, ten times on the same file for each seed; @p plan counts kills. */
TrialReport killTrials(const TrialPlan &plan);

/** The power goes at random moments: a hundred cuts of a recorded run for each seed, and of a control, which must lose. */
TrialReport cutTrials(const TrialPlan &plan);

/** The disk is full or broken from the k-th change on, or only once: the seed is k, and four trials are made of each. */
TrialReport faultTrials(const TrialPlan &plan);

/**
 * A note is being typed in the real window when it is killed, asked to end (SIGTERM) or loses its display: no more than a second of
 * typing is missing, none when it was asked. Keys count as what was acknowledged.
 */
TrialReport typingTrials(const TrialPlan &plan);

/** Exports are killed and starved of disk: what was exported before is there, or what was to be exported, whole. */
TrialReport exportTrials(const TrialPlan &plan);

/** The power goes while a file of the first version is taken over by this one. */
TrialReport migrationTrials(const TrialPlan &plan);

/** A file with a real history is damaged in another way for each seed, opened as the window opens it, and restored. */
TrialReport damageTrials(const TrialPlan &plan);

} // namespace Handrail::Reliability
