// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/handover.h"

#include <QEventLoop>
#include <QFuture>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** A second start and the first, over a real socket. */
class TestHandover : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit());
    }

    void aFirstStartIsOnItsOwn()
    {
        QVERIFY(!Handover(u"/data"_s).giveOrListen({}));
    }

    void aSecondStartHandsOverWhatItWasAskedFor()
    {
        const QTemporaryDir library;
        Handover first(u"/data"_s);
        QVERIFY(!first.giveOrListen({}));
        QSignalSpy requested(&first, &Handover::requested);
        const StartRequest request { { library.path() }, true, "token" };
        const QFuture<bool> given = QtConcurrent::run([request] { return Handover(u"/data"_s).giveOrListen(request); });
        QVERIFY(requested.wait());
        QCOMPARE(requested.first().first().value<StartRequest>(), request);
        QTRY_VERIFY(given.isFinished());
        QVERIFY(given.result());
        QVERIFY(!Handover(u"/elsewhere"_s).giveOrListen(request)); // another folder is another Handrail
    }

    void ofManyThatStartAtOnceOneListens()
    {
        constexpr int starts = 8;
        QThreadPool threads;
        threads.setMaxThreadCount(starts);
        std::atomic_int listening = 0;
        std::atomic_int waiting = starts - 1;
        QList<QFuture<bool>> given;
        for (int i = 0; i < starts; ++i) {
            given.append(QtConcurrent::run(&threads, [&listening, &waiting] {
                Handover handover(u"/data"_s);
                if (handover.giveOrListen({})) {
                    --waiting;
                    return true;
                }
                ++listening;
                QEventLoop loop; // this is the one: it answers until the others are gone
                QTimer look;
                QObject::connect(&look, &QTimer::timeout, &loop, [&loop, &waiting] {
                    if (waiting == 0)
                        loop.quit();
                });
                look.start(5);
                loop.exec();
                return false;
            }));
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(given.begin(), given.end(), [](const QFuture<bool> &one) { return one.isFinished(); }), 20'000);
        QCOMPARE(listening, 1);
    }

    void whatIsNoFolderIsNotAdded()
    {
        Handover first(u"/data"_s);
        QVERIFY(!first.giveOrListen({}));
        QSignalSpy requested(&first, &Handover::requested);
        const QFuture<bool> given
            = QtConcurrent::run([] { return Handover(u"/data"_s).giveOrListen({ { u"-rf"_s, u"/nowhere"_s, u"relative"_s }, false, {} }); });
        QVERIFY(requested.wait());
        QVERIFY(requested.first().first().value<StartRequest>().libraries.isEmpty());
        QTRY_VERIFY(given.isFinished());
    }

    void whatIsNoRequestIsDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not JSON") << QByteArray("rm -rf /\n");
        QTest::newRow("a list") << QByteArray("[]\n");
        QTest::newRow("no end") << QByteArray(200 * 1024, 'a');
        QTest::newRow("long") << QByteArray("{\"libraries\":[\"") + QByteArray(200 * 1024, 'a') + "\"]}\n";
    }

    void whatIsNoRequestIsDropped()
    {
        QFETCH(const QByteArray, bytes);
        Handover first(u"/data"_s);
        QVERIFY(!first.giveOrListen({}));
        QSignalSpy requested(&first, &Handover::requested);
        QLocalSocket socket;
        const QStringList sockets = QDir(m_runtime.path()).entryList(QDir::System);
        QCOMPARE(sockets.size(), 1);
        QVERIFY(!(QFileInfo(m_runtime.filePath(sockets.first())).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
        socket.connectToServer(m_runtime.filePath(sockets.first()));
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(bytes);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(requested.isEmpty());
    }

    void thousandsOfConnectionsAreDropped()
    {
        Handover first(u"/data"_s);
        QVERIFY(!first.giveOrListen({}));
        const QStringList sockets = QDir(m_runtime.path()).entryList(QDir::System);
        std::vector<std::unique_ptr<QLocalSocket>> all;
        for (int i = 0; i < 300; ++i) {
            all.push_back(std::make_unique<QLocalSocket>());
            all.back()->connectToServer(m_runtime.filePath(sockets.first()));
            QCoreApplication::processEvents();
        }
        QVERIFY(first.findChildren<QLocalSocket *>().size() <= 16);
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
