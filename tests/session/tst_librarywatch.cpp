// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/librarywatch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Quick enough for a test, and never by the minute. */
LibraryWatch::Pace quickPace()
{
    LibraryWatch::Pace pace;
    pace.quiet = 10ms;
    pace.longest = 50ms;
    pace.settling = 20ms;
    return pace;
}

void write(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Kafka\n");
}

} // namespace

class TestLibraryWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhenAFileComes()
    {
        const QTemporaryDir folder;
        LibraryWatch watch(quickPace());
        const QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        watch.readingStarted();
        watch.readingEnded({ folder.path() }, false);
        QTRY_COMPARE(wanted.size(), 1); // nobody saw what happened between the reading and the watching
        watch.readingStarted();
        watch.readingEnded({ folder.path() }, false);
        write(folder.filePath(u"new.md"_s));
        QTRY_COMPARE(wanted.size(), 2);
    }

    void asksOnceForManyFiles()
    {
        const QTemporaryDir folder;
        LibraryWatch watch(quickPace());
        QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        watch.readingEnded({ folder.path() }, false);
        QTRY_COMPARE(wanted.size(), 1);
        for (int i = 0; i < 200; ++i)
            write(folder.filePath(QString::number(i) + u".md"_s));
        QTRY_COMPARE(wanted.size(), 2);
        QVERIFY(!wanted.wait(40));
    }

    void waitsForTheReadingThatGoesOn()
    {
        LibraryWatch watch(quickPace());
        QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        watch.readingStarted();
        watch.look();
        QVERIFY(!wanted.wait(30));
        watch.readingEnded({}, false);
        QTRY_COMPARE(wanted.size(), 1);
        watch.look();
        QCOMPARE(wanted.size(), 2);
    }

    void looksAgainAtFilesJustWritten()
    {
        LibraryWatch watch(quickPace());
        QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        watch.readingStarted();
        watch.readingEnded({}, true);
        QTRY_COMPARE(wanted.size(), 1);
        watch.readingStarted();
        watch.readingEnded({}, false);
        QVERIFY(!wanted.wait(60));
    }

    void looksNowAndThen()
    {
        LibraryWatch::Pace pace = quickPace();
        pace.regular = 10ms;
        LibraryWatch watch(pace);
        const QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        QTRY_VERIFY(wanted.size() >= 2);
    }

    void watchesNoMoreThanItMay()
    {
        const QTemporaryDir folder;
        QStringList folders;
        for (const QString &name : { u"a"_s, u"b"_s, u"c"_s }) {
            QVERIFY(QDir(folder.path()).mkdir(name));
            folders.append(folder.filePath(name));
        }
        LibraryWatch::Pace pace = quickPace();
        pace.folders = 2;
        LibraryWatch watch(pace);
        QSignalSpy wanted(&watch, &LibraryWatch::readingWanted);
        const QSignalSpy unwatched(&watch, &LibraryWatch::unwatchedChanged);
        watch.readingEnded(folders, false);
        QCOMPARE(watch.unwatched(), 1);
        QTRY_COMPARE(unwatched.size(), 1);
        QTRY_COMPARE(wanted.size(), 1);
        write(folders.at(2) + u"/unseen.md"_s);
        QVERIFY(!wanted.wait(60));
        write(folders.at(1) + u"/seen.md"_s);
        QTRY_COMPARE(wanted.size(), 2);
        watch.readingEnded(folders.sliced(2), false); // room again
        QCOMPARE(watch.unwatched(), 0);
        QTRY_COMPARE(unwatched.size(), 2);
        QTRY_COMPARE(wanted.size(), 3);
        write(folders.at(2) + u"/seen.md"_s);
        QTRY_COMPARE(wanted.size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestLibraryWatch)
#include "tst_librarywatch.moc"
