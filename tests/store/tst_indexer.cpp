// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexfile.h"
#include "store/libraryfolder.h"

#include <QSignalSpy>
#include <QTimeZone>

#include <sys/stat.h>
#include <unistd.h>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

void setTime(const QString &path, const QDateTime &time)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
}

/** Half of each page but the first. */
void damage(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at < file.size(); at += 4096) {
        file.seek(at);
        file.write(QByteArray(2048, 'x'));
    }
}

} // namespace

class TestIndexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAFileWhoseNameHasNoLetter()
    {
        const LibraryFolder library;
        for (const QString &name : { u"disk-full.md"_s, u"_.md"_s, u"---.md"_s, u"c/++.md"_s, u"\U0001F525.md"_s })
            library.write(name, "# Disk\nText.\n");
        QVERIFY(library.read().problems.isEmpty());
        QCOMPARE(library.paths().size(), 5);
    }

    void readsOnlyWhatChanged()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.write(u"b/c.md"_s, "# Disk\nfull\n");
        QCOMPARE(library.read().read, 2);
        QCOMPARE(library.paths(), QStringList({ u"a.md"_s, u"b/c.md"_s }));

        const IndexProgress again = library.read();
        QCOMPARE(again.read, 0);
        QCOMPARE(again.done, 2);
        QCOMPARE(again.total, 2);
        QCOMPARE(again.runbooks, 2);
        QVERIFY(again.finished);

        library.write(u"a.md"_s, "# Kafka\nconsumer group\n");
        library.write(u"d.md"_s, "# Kafka too\nbroker\n");
        QCOMPARE(library.read().read, 2);
        QCOMPARE(library.found(u"broker "_s), QStringList { u"d.md"_s });
        QCOMPARE(library.found(u"consumer "_s), QStringList { u"a.md"_s });
    }

    void forgetsWhatWasDeleted()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.write(u"b.md"_s, "# Disk\nbroker\n");
        library.read();
        QVERIFY(QFile::remove(library.root() + u"/a.md"_s));
        QCOMPARE(library.read().runbooks, 1);
        QCOMPARE(library.found(u"broker "_s), QStringList { u"b.md"_s });
    }

    void keepsWhatIsNotReachable()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.read();
        QVERIFY(QDir().rename(library.root(), library.root() + u"-away"_s));
        const IndexProgress away = library.read();
        QCOMPARE(away.runbooks, 1);
        QCOMPARE(away.problems.size(), 1);
        QVERIFY(away.problems.first().text.contains(u"not reachable"_s));
        QCOMPARE(library.found(u"broker "_s).size(), 1);

        QVERIFY(QDir().rename(library.root() + u"-away"_s, library.root()));
        QCOMPARE(library.read().read, 0); // it came back as it was
    }

    void doesNotReadAgainWhatWasOnlyTouched()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.read();
        const QDateTime later = QDateTime::fromMSecsSinceEpoch(2'000'000'000'000, QTimeZone::utc());
        setTime(library.root() + u"/a.md"_s, later);
        const IndexProgress touched = library.read();
        QCOMPARE(touched.read, 0);
        QCOMPARE(touched.done, 1);
        QCOMPARE(RunbookIndexStore(library.index()).runbooks()->first().modifiedAt, later);
    }

    void findsChangesThatKeepSizeAndTime()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# One\nbroker\n");
        library.write(u"b.md"_s, "# Two\nbroker\n");
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::utc());
        setTime(library.root() + u"/a.md"_s, time);
        setTime(library.root() + u"/b.md"_s, time);
        library.read();
        library.write(u"a.md"_s, "# One\nwriter\n"); // in place: the inode stays
        setTime(library.root() + u"/a.md"_s, time);
        QVERIFY(QFile::remove(library.root() + u"/b.md"_s));
        library.write(u"b.md"_s, "# Two\nreader\n");
        setTime(library.root() + u"/b.md"_s, time);
        QCOMPARE(library.read().read, 2);
        QCOMPARE(library.found(u"writer "_s), QStringList { u"a.md"_s });
        QCOMPARE(library.found(u"reader "_s), QStringList { u"b.md"_s });
        QVERIFY(library.found(u"broker "_s).isEmpty());
    }

    void saysWhenFilesMayStillBeChanging()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        QVERIFY(library.read().isUnsettled);
    }

    void followsMoves()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.write(u"old/b.md"_s, "# Disk\nbroker\n");
        library.read();
        QVERIFY(QFile::rename(library.root() + u"/a.md"_s, library.root() + u"/z.md"_s));
        QVERIFY(QDir().rename(library.root() + u"/old"_s, library.root() + u"/new"_s));
        const IndexProgress moved = library.read();
        QCOMPARE(moved.read, 2);
        QCOMPARE(moved.removed, 2);
        QCOMPARE(moved.runbooks, 2);
        QCOMPARE(library.paths(), QStringList({ u"new/b.md"_s, u"z.md"_s }));
        QCOMPARE(library.found(u"broker "_s).size(), 2);
    }

    void forgetsWhatIsIgnoredFromNowOn()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "broker");
        library.write(u"drafts/b.md"_s, "broker");
        QCOMPARE(library.read().runbooks, 2);
        library.write(u".handrailignore"_s, "drafts/\n");
        const IndexProgress ignored = library.read();
        QCOMPARE(ignored.removed, 1);
        QCOMPARE(ignored.skipped.first().reason, u"ignored by .handrailignore line 1"_s);
        QCOMPARE(library.paths(), QStringList { u"a.md"_s });
        QVERIFY(QFile::remove(library.root() + u"/.handrailignore"_s));
        QCOMPARE(library.read().runbooks, 2);
    }

    void takesAnEmptyFolderForADiskThatIsAway()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\nbroker\n");
        library.read();
        QVERIFY(QFile::remove(library.root() + u"/a.md"_s));
        const IndexProgress away = library.read();
        QCOMPARE(away.runbooks, 1);
        QVERIFY(away.problems.first().text.contains(u"not reachable"_s));
        library.write(u"b.md"_s, "# Disk\n"); // it was no disk: what is gone is gone
        QCOMPARE(library.read().runbooks, 1);
        QCOMPARE(library.paths(), QStringList { u"b.md"_s });
    }

    void keepsTheServicesOfAFolderThatIsAway()
    {
        const LibraryFolder library;
        library.write(u"handrail.yaml"_s, "services:\n  - name: ledger\n    owner: platform\n");
        const std::atomic_bool stop = false;
        Catalog before;
        const IndexProgress first = Indexer::run(library.index(), { library.root() }, stop, {}, before);
        QVERIFY(QDir().rename(library.root(), library.root() + u"-away"_s));
        Catalog away;
        const IndexProgress second = Indexer::run(library.index(), { library.root() }, stop, {}, away);
        QVERIFY(away.find(u"ledger"_s));
        QCOMPARE(away.find(u"ledger"_s)->owner, u"platform"_s);
        QCOMPARE(second.catalogues, first.catalogues);
        Catalog closed;
        Indexer::run(library.index(), {}, stop, {}, closed);
        Indexer::run(library.index(), { library.root() }, stop, {}, closed);
        QVERIFY(!closed.find(u"ledger"_s)); // the folder was closed meanwhile
    }

    void forgetsFoldersThatWereClosed()
    {
        const LibraryFolder library;
        const LibraryFolder other;
        library.write(u"a.md"_s, "broker");
        other.write(u"b.md"_s, "broker");
        library.read({ library.root(), other.root() });
        QCOMPARE(library.paths(), QStringList({ u"a.md"_s, u"b.md"_s }));
        library.read({ other.root() });
        QCOMPARE(library.paths(), QStringList { u"b.md"_s });
    }

    void skipsWhatIsNoFile()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        QCOMPARE(::mkfifo(QFile::encodeName(library.root() + u"/pipe.md"_s).constData(), 0600), 0);
        QVERIFY(QFile::link(library.root(), library.root() + u"/loop"_s));
        QVERIFY(QFile::link(u"/etc/passwd"_s, library.root() + u"/passwd.md"_s));
        const IndexProgress progress = library.read();
        QCOMPARE(progress.read, 1);
        QStringList skipped;
        for (const SkippedFile &file : progress.skipped)
            skipped.append(file.path);
        QVERIFY(skipped.contains(u"pipe.md"_s));
        QVERIFY(skipped.contains(u"passwd.md"_s));
    }

    void saysWhatItMayNotRead()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser may read everything.");
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        library.write(u"below/b.md"_s, "# Disk\n");
        library.read();
        QFile::setPermissions(library.root() + u"/a.md"_s, {});
        QFile::setPermissions(library.root() + u"/below"_s, {});
        const IndexProgress progress = library.read();
        QFile::setPermissions(library.root() + u"/below"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(progress.skipped.size(), 2);
        QCOMPARE(library.paths(), QStringList { u"below/b.md"_s });
    }

    void readsTheCatalog()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        library.write(u"handrail.yaml"_s, "services:\n  - name: ledger\n    owner: platform\n  - owner: nobody\n");
        const std::atomic_bool stop = false;
        Catalog catalog;
        const IndexProgress progress = Indexer::run(library.index(), { library.root() }, stop, {}, catalog);
        QCOMPARE(catalog.find(u"ledger"_s)->owner, u"platform"_s);
        QCOMPARE(progress.problems.size(), 1);
        QCOMPARE(progress.problems.first().line, 4);
    }

    void stopsBetweenFiles()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        library.read();
        library.write(u"b.md"_s, "# Disk\n");
        QVERIFY(QFile::remove(library.root() + u"/a.md"_s));
        const std::atomic_bool stop = true;
        Catalog catalog;
        const IndexProgress progress = Indexer::run(library.index(), { library.root() }, stop, {}, catalog);
        QVERIFY(progress.finished);
        QCOMPARE(library.paths(), QStringList { u"a.md"_s }); // half a scan is no deletion
    }

    void makesADamagedIndexAnew()
    {
        const LibraryFolder library;
        for (int i = 0; i < 50; ++i)
            library.write(u"%1.md"_s.arg(i), QByteArray("# Kafka\nbroker ") + QByteArray::number(i));
        library.read();
        damage(library.index());
        const IndexProgress progress = library.read();
        QVERIFY(progress.problems.isEmpty());
        QCOMPARE(progress.runbooks, 50);
        QCOMPARE(library.found(u"broker "_s).size(), 20);
    }

    void removesOnlyAnIndexThatCannotBeRead()
    {
        const LibraryFolder library;
        QVERIFY(IndexFile::removeUnreadable(library.index())); // there is none
        library.write(u"kafka.md"_s, "# Kafka\n");
        library.read();
        QVERIFY(!IndexFile::removeUnreadable(library.index()));
        QVERIFY(QFile::exists(library.index()));
        damage(library.index());
        QVERIFY(IndexFile::removeUnreadable(library.index()));
        QVERIFY(!QFile::exists(library.index()));

        library.write(u"letter.txt"_s, "Not an index at all, and somebody's own.");
        QVERIFY(!IndexFile::removeUnreadable(library.root() + u"/letter.txt"_s));
        QVERIFY(QFile::exists(library.root() + u"/letter.txt"_s));
    }

    void anIndexInUseIsNoDamagedOne()
    {
        const LibraryFolder library;
        library.write(u"kafka.md"_s, "# Kafka\n");
        library.read();
        const auto writer = Database::open(library.index(), Database::Mode::ReadWrite, { u"locking_mode = EXCLUSIVE"_s });
        QVERIFY(writer && (*writer)->run(u"BEGIN EXCLUSIVE"_s));
        const auto reader = Database::open(library.index(), Database::Mode::ReadOnly, { u"busy_timeout = 0"_s });
        QVERIFY(reader && !(*reader)->single(u"SELECT count(*) FROM runbook"_s));
        QVERIFY(IndexFile::isHealthy(**reader));
    }

    void reportsFromItsOwnThread()
    {
        const LibraryFolder library;
        library.write(u"a.md"_s, "# Kafka\n");
        Indexer indexer(library.index());
        QSignalSpy progressed(&indexer, &Indexer::progressed);
        QSignalSpy finished(&indexer, &Indexer::finished);
        indexer.start({ library.root() });
        QCOMPARE(finished.size(), 0); // nothing is said before the event loop runs
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().first().value<IndexProgress>().read, 1);
        QVERIFY(progressed.size() >= 1);
        QVERIFY(progressed.last().first().value<IndexProgress>().finished);
    }

    void aNewStartReplacesTheRunning()
    {
        const LibraryFolder library;
        for (int i = 0; i < 200; ++i)
            library.write(u"%1.md"_s.arg(i), "# Kafka\n");
        Indexer indexer(library.index());
        QSignalSpy finished(&indexer, &Indexer::finished);
        for (int i = 0; i < 5; ++i)
            indexer.start({ library.root() });
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<IndexProgress>().runbooks, 200);
        indexer.start({ library.root() });
        indexer.stop(); // and going away while it runs is no harm either
    }
};

QTEST_GUILESS_MAIN(TestIndexer)
#include "tst_indexer.moc"
