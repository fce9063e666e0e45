// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void findsRunbooks()
    {
        write(u"b.md"_s);
        write(u"a/c.MARKDOWN"_s);
        write(u"a/handrail.yaml"_s);
        write(u"-rf.md"_s);
        write(u"a/note.txt"_s);
        write(u".git/x.md"_s);
        write(u"node_modules/x.md"_s);
        write(u".hidden/x.md"_s);
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        QVERIFY(scan.ok());
        QCOMPARE(paths(*scan), (QStringList{ u"-rf.md"_s, u"a/c.MARKDOWN"_s, u"b.md"_s }));
        QCOMPARE(scan->catalogs, QStringList{ u"a/handrail.yaml"_s });
        QCOMPARE(scan->filesSeen, 5);
        QCOMPARE(scan->files.first().size, 5);
    }

    void obeysIgnoreFiles()
    {
        write(u".gitignore"_s, "drafts/\n*.tmp.md\n");
        write(u"a.md"_s);
        write(u"b.tmp.md"_s);
        write(u"drafts/c.md"_s);
        write(u"docs/.gitignore"_s, "!kept.tmp.md\n");
        write(u"docs/kept.tmp.md"_s);
        write(u"docs/.handrailignore"_s, "handrail.yaml\nlong.md\n");
        write(u"docs/handrail.yaml"_s);
        write(u"docs/long.md"_s);
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        QVERIFY(scan.ok());
        QCOMPARE(paths(*scan), (QStringList { u"a.md"_s, u"docs/kept.tmp.md"_s }));
        QCOMPARE(scan->catalogs, QStringList());
        QCOMPARE(scan->folders, (QStringList { QString(), u"docs"_s }));
        const auto ignored = SkippedFile::Kind::Ignored;
        QCOMPARE(scan->skipped,
                 (QList<SkippedFile> { { u"b.tmp.md"_s, u"ignored by .gitignore line 2"_s, ignored },
                                       { u"docs/handrail.yaml"_s, u"ignored by docs/.handrailignore line 1"_s, ignored },
                                       { u"docs/long.md"_s, u"ignored by docs/.handrailignore line 2"_s, ignored },
                                       { u"drafts"_s, u"ignored by .gitignore line 1"_s, ignored } }));
    }

    void missingFolderIsAProblem()
    {
        const Result<FolderScan> scan = scanFolder(m_folder->path() + u"/none"_s, m_stop);
        QVERIFY(!scan.ok());
        QVERIFY(scan.problem().text.contains(u"is not there"));
    }

    void stops()
    {
        write(u"a.md"_s);
        const std::atomic_bool stop = true;
        QCOMPARE(scanFolder(m_folder->path(), stop)->files.size(), 0);
    }

    void readsFile()
    {
        write(u"a b.md"_s, "# Title\n");
        const Result<Runbook> runbook = readRunbook({ m_folder->path(), u"a b.md"_s });
        QVERIFY(runbook.ok());
        QCOMPARE(runbook->title, u"Title"_s);
        QVERIFY(runbook->modifiedAt.isValid());
        QCOMPARE(runbook->modifiedAt.timeSpec(), Qt::UTC);
    }

    void refusesWhatIsTooLarge()
    {
        QFile file(m_folder->filePath(u"big.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(4LL * 1024 * 1024 * 1024)); // sparse
        file.close();
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        QCOMPARE(scan->skipped, (QList<SkippedFile>{ { u"big.md"_s, u"larger than 2 MB"_s } }));
        QVERIFY(!readRunbook({ m_folder->path(), u"big.md"_s }).ok());
    }

    void staysInsideTheFolder()
    {
        QTemporaryDir outside;
        QFile secret(outside.filePath(u"secret.md"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.close();
        QVERIFY(QFile::link(outside.filePath(u"secret.md"_s), m_folder->filePath(u"out.md"_s)));
        QVERIFY(QFile::link(outside.path(), m_folder->filePath(u"outdir"_s)));
        write(u"in/real.md"_s);
        QVERIFY(QFile::link(m_folder->filePath(u"in"_s), m_folder->filePath(u"in/loop"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"self.md"_s), m_folder->filePath(u"self.md"_s)));
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        QVERIFY(scan.ok());
        QCOMPARE(paths(*scan), QStringList{ u"in/real.md"_s });
        QVERIFY(!readRunbook({ m_folder->path(), u"out.md"_s }).ok());
        QVERIFY(!readRunbook({ m_folder->path(), u"outdir/secret.md"_s }).ok());
        QVERIFY(!readRunbook({ m_folder->path(), u"self.md"_s }).ok());
        QVERIFY(
            !readRunbook({ m_folder->path(), u"../"_s + QFileInfo(outside.path()).fileName() + u"/secret.md"_s }).ok());
    }

#ifdef Q_OS_UNIX
    void passesOverNamesThatAreNoText()
    {
        const QByteArray path = QFile::encodeName(m_folder->path()) + "/\xff.md";
        const int descriptor = ::open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor < 0)
            QSKIP("This file system has no such names.");
        ::close(descriptor);
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        ::unlink(path.constData()); // QTemporaryDir cannot name it
        QCOMPARE(paths(*scan), QStringList());
        QCOMPARE(scan->skipped.size(), 1);
        QCOMPARE(scan->skipped.first().reason, u"name that is not UTF-8"_s);
    }

    void fifoDoesNotHang()
    {
        QCOMPARE(::mkfifo(qPrintable(m_folder->filePath(u"x.md"_s)), 0600), 0);
        const Result<FolderScan> scan = scanFolder(m_folder->path(), m_stop);
        QCOMPARE(scan->skipped, (QList<SkippedFile>{ { u"x.md"_s, u"not a regular file"_s } }));
        QVERIFY(!readRunbook({ m_folder->path(), u"x.md"_s }).ok());
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder.md"_s));
        QVERIFY(!readRunbook({ m_folder->path(), u"folder.md"_s }).ok());
    }

    void saysWhenPermissionIsMissing()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        write(u"secret.md"_s);
        QVERIFY(QFile::setPermissions(m_folder->filePath(u"secret.md"_s), {}));
        QCOMPARE(scanFolder(m_folder->path(), m_stop)->skipped,
                 (QList<SkippedFile>{ { u"secret.md"_s, u"no permission to read"_s } }));
        QVERIFY(!readRunbook({ m_folder->path(), u"secret.md"_s }).ok());
    }
#endif

private:
    void write(const QString &path, const QByteArray &text = "text\n")
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(path).path()));
        QFile file(m_folder->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QStringList paths(const FolderScan &scan)
    {
        QStringList list;
        for (const FoundFile &file : scan.files)
            list.append(file.path);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const std::atomic_bool m_stop = false;
};

QTEST_GUILESS_MAIN(TestRunbookFile)
#include "tst_runbookfile.moc"
