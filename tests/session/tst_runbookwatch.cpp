// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"
#include "session/runbookwatch.h"
#include "support/testing.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookWatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"a.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void saysWhenTheFileChangesVanishesAndComesBack()
    {
        write("# One\n");
        const RunbookRef ref { m_folder.path(), u"a.md"_s };
        const Result<Runbook> opened = readRunbook(ref);
        QVERIFY(opened.ok());

        RunbookWatch watch;
        QSignalSpy changed(&watch, &RunbookWatch::changedOnDisk);
        QSignalSpy gone(&watch, &RunbookWatch::goneFromDisk);
        QSignalSpy back(&watch, &RunbookWatch::asOpened);
        watch.watch(ref, opened->sha256);

        write("# Two\n");
        watch.look();
        QTRY_COMPARE(changed.size(), 1);
        QFile::remove(ref.filePath());
        watch.look();
        QTRY_COMPARE(gone.size(), 1); // a quick answer may come before anybody waits
        write("# One\n");
        watch.look();
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(changed.size(), 1);
    }

    /** HANDRAIL_OPERATIONS things that editors, git and file managers do to a file that is being followed, at random. */
    void whateverBecomesOfTheFileIsSaid()
    {
        enum What { Edited, Restored, Replaced, Emptied, Removed, MovedAway, AFolder, ALinkElsewhere, End };
        const int operations = std::max(60, qEnvironmentVariableIntValue("HANDRAIL_OPERATIONS"));
        QRandomGenerator random(std::max(1, qEnvironmentVariableIntValue("HANDRAIL_SEED")));
        const QString path = m_folder.filePath(u"b.md"_s);
        const QString aside = m_folder.filePath(u"aside"_s);
        const auto writeTo = [](const QString &file, const QByteArray &text) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
        };
        const auto clear = [&path] { QFileInfo(path).isDir() && !QFileInfo(path).isSymLink() ? QDir().rmdir(path) : QFile::remove(path); };
        writeTo(path, "# One\n");
        const RunbookRef ref { m_folder.path(), u"b.md"_s };
        const Result<Runbook> opened = readRunbook(ref);
        QVERIFY(opened.ok());
        RunbookWatch watch;
        QString said = u"as opened"_s;
        connect(&watch, &RunbookWatch::changedOnDisk, this, [&said] { said = u"changed"_s; });
        connect(&watch, &RunbookWatch::goneFromDisk, this, [&said] { said = u"gone"_s; });
        connect(&watch, &RunbookWatch::asOpened, this, [&said] { said = u"as opened"_s; });
        watch.watch(ref, opened->sha256);
        for (int operation = 0; operation < operations; ++operation) {
            const auto what = What(random.bounded(int(End)));
            clear();
            QString expected = u"gone"_s;
            switch (what) {
            case Edited:
                writeTo(path, "# One, edited " + QByteArray::number(operation) + '\n');
                expected = u"changed"_s;
                break;
            case Restored:
                writeTo(path, "# One\n");
                expected = u"as opened"_s;
                break;
            case Replaced: // as git and editors do: another file takes the name
                writeTo(aside, "# Another\n");
                QVERIFY(QFile::rename(aside, path));
                expected = u"changed"_s;
                break;
            case Emptied:
                writeTo(path, {});
                expected = u"changed"_s;
                break;
            case MovedAway:
                writeTo(path, "# One\n");
                QFile::remove(aside);
                QVERIFY(QFile::rename(path, aside));
                break;
            case AFolder:
                QVERIFY(QDir().mkdir(path));
                break;
            case ALinkElsewhere: // out of the library, where nobody allowed to read
                QVERIFY(QFile::link(u"/etc/hostname"_s, path));
                break;
            default:
                break;
            }
            QTRY_COMPARE_WITH_TIMEOUT((watch.look(), said), expected, 5000);
        }
        clear();
    }
};

QTEST_GUILESS_MAIN(TestRunbookWatch)
#include "tst_runbookwatch.moc"
