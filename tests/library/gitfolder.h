// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <git2.h>

namespace Handrail::Testing {

/** A git working copy that is gone after the test. */
class GitFolder
{
public:
    GitFolder()
    {
        git_libgit2_init();
        isReady = git_repository_init(&m_repository, QFile::encodeName(m_folder.path()).constData(), 0) == 0;
    }
    ~GitFolder()
    {
        git_repository_free(m_repository);
        git_libgit2_shutdown();
    }
    Q_DISABLE_COPY_MOVE(GitFolder)

    QString root() const { return m_folder.path(); }

    void write(const QString &path, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(root() + QLatin1Char('/') + path).path());
        QFile file(root() + QLatin1Char('/') + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    /** Adds everything to the index, as `git add` does; gives the tree of it. */
    git_oid stage()
    {
        git_index *index = nullptr;
        git_repository_index(&index, m_repository);
        git_index_add_all(index, nullptr, 0, nullptr, nullptr);
        git_index_write(index);
        git_oid tree = {};
        git_index_write_tree(&tree, index);
        git_index_free(index);
        return tree;
    }

    /** Commits everything; @p second since 1970 is the author's time. Gives the commit, to be a parent of others. */
    git_oid commit(qint64 second, const QList<git_oid> &parents)
    {
        const git_oid treeId = stage();
        git_tree *tree = nullptr;
        git_tree_lookup(&tree, m_repository, &treeId);
        git_signature *author = nullptr;
        git_signature_new(&author, "A", "a@x.test", second, 0);
        QList<git_commit *> before(parents.size());
        for (qsizetype i = 0; i < parents.size(); ++i)
            git_commit_lookup(&before[i], m_repository, &parents[i]);
        git_oid id = {};
        QList<const git_commit *> constant(before.cbegin(), before.cend());
        git_commit_create(&id, m_repository, "HEAD", author, author, nullptr, "Change", tree, size_t(parents.size()), constant.data());
        for (git_commit *parent : std::as_const(before))
            git_commit_free(parent);
        git_signature_free(author);
        git_tree_free(tree);
        return id;
    }

    QHash<QString, QDateTime> times(const QString &below = {}) const
    {
        QHash<QString, QDateTime> times;
        const QDir folder(root() + below);
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
            times.insert(file.fileName(), file.lastModified());
        return times;
    }

    bool isReady = false;

private:
    QTemporaryDir m_folder;
    git_repository *m_repository = nullptr;
};

} // namespace Handrail::Testing
