// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/githistory.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <git2.h>

#include <memory>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCommits = 100'000;
constexpr int mostOwnCommits = 2'000; ///< what somebody changed years ago says little of the team of today

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *object) const { release(object); }
};

using Repository = std::unique_ptr<git_repository, Release<git_repository_free>>;
using Commit = std::unique_ptr<git_commit, Release<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Release<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, Release<git_tree_entry_free>>;
using Diff = std::unique_ptr<git_diff, Release<git_diff_free>>;
using Index = std::unique_ptr<git_index, Release<git_index_free>>;
using Config = std::unique_ptr<git_config, Release<git_config_free>>;
using Walk = std::unique_ptr<git_revwalk, Release<git_revwalk_free>>;

/** What @p make gives, a function of libgit2 whose first argument is where to put it; null when it has a complaint. */
template<typename Owner, typename Make, typename... Arguments>
Owner made(Make make, Arguments... arguments)
{
    typename Owner::pointer object = nullptr;
    return make(&object, arguments...) == 0 ? Owner(object) : Owner();
}

void prepareLibrary()
{
    static const int prepared = [] {
        git_libgit2_init();
        // A shared folder often belongs to somebody else. Git refuses it, for it would run what its configuration names; nothing is
        // run here.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        return 0;
    }();
    Q_UNUSED(prepared)
}

/** Whether libgit2 would read nothing there but files of the repository itself: a pipe keeps it waiting for ever. */
bool isPlain(const QString &gitFolder)
{
    for (const QString &name : { u"HEAD"_s, u"config"_s, u"index"_s, u"packed-refs"_s, u"shallow"_s, u"commondir"_s }) {
        const QFileInfo file(gitFolder + u'/' + name);
        if (file.isSymLink() || (file.exists() && !file.isFile()))
            return false;
    }
    QFile config(gitFolder + u"/config"_s);
    if (!config.exists())
        return true;
    constexpr qint64 largest = 256 * 1024;
    if (config.size() > largest || !config.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression leadsAway(u"^\\s*(?:\\[\\s*include|worktree\\s*=)"_s,
                                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return !QString::fromUtf8(config.readAll()).contains(leadsAway);
}

QString gitFolderAround(const QString &folder)
{
    git_buf found = GIT_BUF_INIT;
    const bool isFound = git_repository_discover(&found, folder.toUtf8().constData(), 0, nullptr) == 0;
    const QString path = isFound ? QString::fromUtf8(found.ptr) : QString();
    git_buf_dispose(&found);
    return path;
}

Repository repositoryAround(const QString &folder)
{
    prepareLibrary();
    if (const QString gitFolder = gitFolderAround(folder); gitFolder.isEmpty() || !isPlain(gitFolder))
        return {};
    return made<Repository>(git_repository_open_ext, folder.toUtf8().constData(), 0U, nullptr);
}

/** The way from the repository's working copy to @p folder: empty, or with a slash at its end. */
QByteArray prefixOf(git_repository *repository, const QString &folder)
{
    const char *workingCopy = git_repository_workdir(repository);
    const QString top = QFileInfo(QString::fromUtf8(workingCopy ? workingCopy : "")).canonicalFilePath();
    const QString real = QFileInfo(folder).canonicalFilePath();
    if (top.isEmpty() || real == top || !real.startsWith(top + QLatin1Char('/')))
        return {};
    return real.mid(top.size() + 1).toUtf8() + '/';
}

git_oid headOf(git_repository *repository)
{
    git_oid head = {};
    git_reference_name_to_id(&head, repository, "HEAD");
    return head;
}

QByteArray userMail(git_repository *repository)
{
    const auto config = made<Config>(git_repository_config_snapshot, repository);
    const char *mail = nullptr;
    return config && git_config_get_string(&mail, config.get(), "user.email") == 0 ? QByteArray(mail) : QByteArray();
}

/** The commits from the newest, and what they changed in one folder. */
class HistoryWalk
{
public:
    HistoryWalk(git_repository *repository, QByteArray prefix)
        : m_repository(repository)
        , m_prefix(std::move(prefix))
    {
    }

    /** Takes in those of @p files that git has as they are on disk and in its last commit. */
    void want(const QHash<QString, QDateTime> &files)
    {
        const auto index = made<Index>(git_repository_index, m_repository);
        const git_oid head = headOf(m_repository);
        const auto commit = made<Commit>(git_commit_lookup, m_repository, &head);
        const auto tree = commit ? made<Tree>(git_commit_tree, commit.get()) : Tree();
        if (!index || !tree)
            return;
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            const QByteArray path = m_prefix + file.key().toUtf8();
            const git_index_entry *known = git_index_get_bypath(index.get(), path.constData(), 0);
            if (!known || known->mtime.seconds != qint32(file.value().toSecsSinceEpoch()))
                continue;
            const auto committed = made<TreeEntry>(git_tree_entry_bypath, tree.get(), path.constData());
            if (committed && git_oid_equal(git_tree_entry_id(committed.get()), &known->id))
                m_wanted.insert(path, file.key());
        }
    }

    QHash<QString, QDateTime> run(const std::atomic_bool &stop)
    {
        QHash<QString, QDateTime> found;
        if (m_wanted.isEmpty())
            return found;
        forEachCommit(mostCommits, stop, [&](const git_commit *commit) {
            const QDateTime at = QDateTime::fromSecsSinceEpoch(git_commit_author(commit)->when.time, QTimeZone::utc()).toUTC();
            for (const QByteArray &path : changedBy(commit)) {
                if (const QString file = m_wanted.take(path); !file.isEmpty())
                    found.insert(file, at);
            }
            return !m_wanted.isEmpty();
        });
        return found;
    }

    QStringList changedBy(const QByteArray &mail, const std::atomic_bool &stop)
    {
        QStringList found;
        forEachCommit(mostOwnCommits, stop, [&](const git_commit *commit) {
            if (mail.compare(git_commit_author(commit)->email, Qt::CaseInsensitive) == 0) {
                for (const QByteArray &path : changedBy(commit))
                    found.append(QString::fromUtf8(path.sliced(m_prefix.size())));
            }
            return true;
        });
        return found;
    }

private:
    /** From the newest, until @p visit says that it has seen enough. */
    template<typename Visit>
    void forEachCommit(int most, const std::atomic_bool &stop, const Visit &visit)
    {
        const auto walk = made<Walk>(git_revwalk_new, m_repository);
        if (!walk || git_revwalk_sorting(walk.get(), GIT_SORT_TIME) != 0 || git_revwalk_push_head(walk.get()) != 0)
            return;
        git_oid id = {};
        for (int commits = 0; commits < most && !stop && git_revwalk_next(&id, walk.get()) == 0; ++commits) {
            const auto commit = made<Commit>(git_commit_lookup, m_repository, &id);
            if (commit && !visit(commit.get()))
                return;
        }
    }

    /** In the folder, as git has them. */
    QList<QByteArray> changedBy(const git_commit *commit)
    {
        const unsigned parents = git_commit_parentcount(commit);
        if (parents > 1 || (parents == 0 && git_repository_is_shallow(m_repository)))
            return {}; // a merge changes nothing by itself; where a shallow clone begins, every file looks new
        const auto before = parents == 1 ? parentTree(commit) : Tree();
        const auto after = made<Tree>(git_commit_tree, commit);
        if (!after || (parents == 1 && !before))
            return {};
        git_diff_options options = GIT_DIFF_OPTIONS_INIT;
        options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_IGNORE_SUBMODULES;
        QByteArray folder = m_prefix.chopped(m_prefix.isEmpty() ? 0 : 1);
        char *folders[] = { folder.data() };
        if (!m_prefix.isEmpty())
            options.pathspec = { folders, 1 };
        const auto diff = made<Diff>(git_diff_tree_to_tree, m_repository, before.get(), after.get(), &options);
        QList<QByteArray> paths;
        for (size_t i = 0; diff && i < git_diff_num_deltas(diff.get()); ++i) {
            const QByteArray path(git_diff_get_delta(diff.get(), i)->new_file.path);
            if (path.startsWith(m_prefix)) // a file may have had the folder's name
                paths.append(path);
        }
        return paths;
    }

    static Tree parentTree(const git_commit *commit)
    {
        const auto parent = made<Commit>(git_commit_parent, commit, 0U);
        return parent ? made<Tree>(git_commit_tree, parent.get()) : Tree();
    }

    git_repository *m_repository;
    QByteArray m_prefix;
    QHash<QByteArray, QString> m_wanted; ///< paths as git has them, and as they were asked for
};

} // namespace

GitHistory::GitHistory(QString root)
    : m_root(std::move(root))
{
}

QByteArray GitHistory::state() const
{
    const Repository repository = repositoryAround(m_root);
    if (!repository)
        return {};
    const git_oid head = headOf(repository.get());
    const QString index = QString::fromUtf8(git_repository_path(repository.get())) + QLatin1String("index");
    return QByteArray(reinterpret_cast<const char *>(head.id), GIT_OID_RAWSZ).toHex() + ' '
        + QByteArray::number(QFileInfo(index).lastModified().toMSecsSinceEpoch());
}

QHash<QString, QDateTime> GitHistory::lastChanges(const QHash<QString, QDateTime> &files, const std::atomic_bool &stop) const
{
    const Repository repository = repositoryAround(m_root);
    if (!repository)
        return {};
    HistoryWalk walk(repository.get(), prefixOf(repository.get(), m_root));
    walk.want(files);
    return walk.run(stop);
}

QStringList GitHistory::changedByUser(const std::atomic_bool &stop) const
{
    const Repository repository = repositoryAround(m_root);
    const QByteArray mail = repository ? userMail(repository.get()) : QByteArray();
    if (mail.isEmpty())
        return {};
    return HistoryWalk(repository.get(), prefixOf(repository.get(), m_root)).changedBy(mail, stop);
}

} // namespace Handrail
