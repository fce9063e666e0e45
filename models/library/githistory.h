// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <atomic>

namespace Handrail {

/**
 * When files were last changed, as the git repository around a folder has it. The repository is read as data: no git is started,
 * no hook, filter or helper of the repository runs, nothing is fetched or written.
 */
class GitHistory
{
public:
    /** @p root: a folder in a repository's working copy, or the whole of it. */
    explicit GitHistory(QString root);

    /** Differs when a commit, a checkout or an `add` happened; empty when the folder is in no repository. */
    QByteArray state() const;

    /**
     * The time (UTC) at which the author of the last commit that changed it did so, for each of @p files that is as that commit
     * left it. @p files: paths from the root, with the time the file on disk was modified; one that differs from git's own record
     * was changed since and has no answer, nor has what only a merge changed or what a shallow clone has no history of. Looks at
     * no more than 100,000 commits, and ends early when @p stop becomes true.
     */
    QHash<QString, QDateTime> lastChanges(const QHash<QString, QDateTime> &files, const std::atomic_bool &stop) const;

    /**
     * Files below the folder that git's user (user.email of the user's or the repository's configuration) changed in the last 2,000
     * commits: paths from the root, each as often as it was changed. Empty when git knows no user.
     */
    QStringList changedByUser(const std::atomic_bool &stop) const;

private:
    QString m_root;
};

} // namespace Handrail
