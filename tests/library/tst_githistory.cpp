// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/githistory.h"

#include "library/gitfolder.h"
#include "support/testing.h"

#include <QTimeZone>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(qint64 second)
{
    return QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc());
}

const std::atomic_bool goOn = false;

} // namespace

class TestGitHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesEachFileByItsLastChange()
    {
        GitFolder folder;
        QVERIFY(folder.isReady);
        folder.write(u"old.md"_s, "one");
        folder.write(u"new.md"_s, "one");
        const git_oid first = folder.commit(1000, {});
        folder.write(u"new.md"_s, "two");
        folder.commit(2000, { first });
        const auto changes = GitHistory(folder.root()).lastChanges(folder.times(), goOn);
        QCOMPARE(changes, (QHash<QString, QDateTime> { { u"old.md"_s, at(1000) }, { u"new.md"_s, at(2000) } }));
    }

    void leavesOutWhatWasChangedSince()
    {
        GitFolder folder;
        for (const QString &name : { u"touched.md"_s, u"staged.md"_s, u"kept.md"_s })
            folder.write(name, "one");
        folder.commit(1000, {});
        folder.write(u"untracked.md"_s, "one");
        QHash<QString, QDateTime> times = folder.times();
        times[u"touched.md"_s] = times[u"touched.md"_s].addSecs(60);
        QCOMPARE(GitHistory(folder.root()).lastChanges(times, goOn).size(), 2);
        QVERIFY(!GitHistory(folder.root()).lastChanges(times, goOn).contains(u"touched.md"_s));
        folder.write(u"staged.md"_s, "two");
        folder.stage();
        QCOMPARE(GitHistory(folder.root()).lastChanges(times, goOn), (QHash<QString, QDateTime> { { u"kept.md"_s, at(1000) } }));
    }

    void readsAFolderInsideARepository()
    {
        GitFolder folder;
        folder.write(u"docs/run books/a.md"_s, "one");
        folder.write(u"docs/b.md"_s, "one");
        const git_oid first = folder.commit(1000, {});
        folder.write(u"docs/b.md"_s, "two");
        folder.commit(2000, { first });
        const QString below = u"/docs/run books"_s;
        QCOMPARE(GitHistory(folder.root() + below).lastChanges(folder.times(below), goOn),
                 (QHash<QString, QDateTime> { { u"a.md"_s, at(1000) } }));
    }

    void tellsWhatItsUserChanged()
    {
        GitFolder folder;
        folder.write(u"docs/a.md"_s, "one");
        folder.write(u"b.md"_s, "one");
        const git_oid first = folder.commit(1000, {}); // by a@x.test
        folder.write(u"docs/a.md"_s, "two");
        folder.commit(2000, { first });
        folder.write(u".git/config"_s, "[user]\n\temail = A@x.test\n");
        QStringList changed = GitHistory(folder.root()).changedByUser(goOn);
        changed.sort();
        QCOMPARE(changed, QStringList({ u"b.md"_s, u"docs/a.md"_s, u"docs/a.md"_s }));
        QCOMPARE(GitHistory(folder.root() + u"/docs"_s).changedByUser(goOn), QStringList(2, u"a.md"_s));
        folder.write(u".git/config"_s, "[user]\n\temail = nobody@x.test\n");
        QVERIFY(GitHistory(folder.root()).changedByUser(goOn).isEmpty());
        QVERIFY(GitHistory(u"/nowhere"_s).changedByUser(goOn).isEmpty());
    }

    void aMergeChangesNothing()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        const git_oid first = folder.commit(1000, {});
        folder.write(u"a.md"_s, "two");
        const git_oid second = folder.commit(2000, { first });
        folder.commit(3000, { second, first });
        QCOMPARE(GitHistory(folder.root()).lastChanges(folder.times(), goOn).value(u"a.md"_s), at(2000));
    }

    void saysNothingWithoutARepository()
    {
        const QTemporaryDir folder;
        QVERIFY(GitHistory(folder.path()).state().isEmpty());
        QVERIFY(GitHistory(folder.path()).lastChanges({ { u"a.md"_s, at(1) } }, goOn).isEmpty());
        QVERIFY(GitHistory(u"/nowhere at all"_s).state().isEmpty());
    }

    void aRepositoryWithoutACommitIsEmpty()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        QVERIFY(!GitHistory(folder.root()).state().isEmpty());
        QVERIFY(GitHistory(folder.root()).lastChanges(folder.times(), goOn).isEmpty());
    }

    void itsStateDiffersAfterACommit()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        const git_oid first = folder.commit(1000, {});
        const QByteArray before = GitHistory(folder.root()).state();
        QCOMPARE(GitHistory(folder.root()).state(), before);
        folder.write(u"a.md"_s, "two");
        folder.commit(2000, { first });
        QVERIFY(GitHistory(folder.root()).state() != before);
    }

    void aDamagedRepositoryHasNoAnswer()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        folder.commit(1000, {});
        const auto times = folder.times();
        folder.write(u".git/index"_s, "no index");
        QVERIFY(GitHistory(folder.root()).lastChanges(times, goOn).isEmpty());
        folder.write(u".git/HEAD"_s, "no head");
        QVERIFY(GitHistory(folder.root()).lastChanges(times, goOn).isEmpty());
    }

    void readsNothingThatLeadsAwayFromTheRepository()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        folder.commit(1000, {});
        QVERIFY(!GitHistory(folder.root()).lastChanges(folder.times(), goOn).isEmpty());
        for (const QByteArray &config : { QByteArray("[include]\n\tpath = /somewhere\n"), QByteArray("[includeIf \"gitdir:x\"]\n\tpath = y\n"),
                                          QByteArray("[core]\n\tworktree = /\n") }) {
            folder.write(u".git/config"_s, config);
            QVERIFY2(GitHistory(folder.root()).lastChanges(folder.times(), goOn).isEmpty(), config.constData());
        }
#ifdef Q_OS_UNIX
        QVERIFY(QFile::remove(folder.root() + u"/.git/config"_s));
        QCOMPARE(::mkfifo(QFile::encodeName(folder.root() + u"/.git/config"_s).constData(), 0600), 0);
        QVERIFY(GitHistory(folder.root()).lastChanges(folder.times(), goOn).isEmpty()); // and does not wait for a writer
#endif
    }

    void aFileThatHadTheFoldersNameIsNoChangeInIt()
    {
        GitFolder folder;
        folder.write(u"docs"_s, "a file");
        const git_oid first = folder.commit(1000, {});
        QVERIFY(QFile::remove(folder.root() + u"/docs"_s));
        folder.write(u"docs/a.md"_s, "one");
        folder.commit(2000, { first });
        folder.write(u".git/config"_s, "[user]\n\temail = a@x.test\n");
        QCOMPARE(GitHistory(folder.root() + u"/docs"_s).changedByUser(goOn), QStringList(u"a.md"_s));
    }

    void stopsWhenAsked()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        folder.commit(1000, {});
        const std::atomic_bool stop = true;
        QVERIFY(GitHistory(folder.root()).lastChanges(folder.times(), stop).isEmpty());
    }

    void runsNothingOfTheRepository()
    {
        GitFolder folder;
        folder.write(u"a.md"_s, "one");
        folder.commit(1000, {});
        const QString canary = folder.root() + u"/canary"_s;
        const QByteArray script = "#!/bin/sh\ntouch '" + canary.toUtf8() + "'\n";
        for (const QString &path : { u"git"_s, u".git/hooks/post-checkout"_s, u".git/hooks/fsmonitor-watchman"_s, u"evil"_s }) {
            folder.write(path, script);
            QVERIFY(QFile(folder.root() + u'/' + path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        const QByteArray evil = folder.root().toUtf8() + "/evil";
        folder.write(u".git/config"_s,
                     "[core]\n\tfsmonitor = " + evil + "\n\tpager = " + evil + "\n\tsshCommand = " + evil + "\n[diff]\n\texternal = " + evil
                         + "\n[filter \"x\"]\n\tclean = " + evil + "\n\tsmudge = " + evil + "\n\trequired = true\n[log]\n\tshowSignature = true\n"
                           "[gpg]\n\tprogram = " + evil + "\n");
        folder.write(u".gitattributes"_s, "*.md filter=x diff=x\n");
        QCOMPARE(GitHistory(folder.root()).lastChanges(folder.times(), goOn).value(u"a.md"_s), at(1000));
        QVERIFY(!QFile::exists(canary));
    }
};

QTEST_GUILESS_MAIN(TestGitHistory)
#include "tst_githistory.moc"

#include <QTimeZone>
