// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/termination.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Handrail;

/** Real signals, sent to the test itself. */
class TestTermination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndingIsARequest_data()
    {
        QTest::addColumn<int>("ending");
        QTest::newRow("the system stops it") << SIGTERM;
        QTest::newRow("its terminal is gone") << SIGHUP;
        QTest::newRow("Ctrl+C") << SIGINT;
    }

    void anEndingIsARequest()
    {
        QFETCH(const int, ending);
        Termination termination;
        QSignalSpy requested(&termination, &Termination::requested);
        std::raise(ending);
        QTRY_COMPARE(requested.size(), 1); // and this program goes on
    }

    void afterwardsASignalIsWhatItWas()
    {
        const auto handlerNow = [] {
            struct sigaction now = {};
            ::sigaction(SIGTERM, nullptr, &now);
            return now.sa_handler;
        };
        const auto before = handlerNow();
        {
            const Termination termination;
            QVERIFY(handlerNow() != before);
        }
        QVERIFY(handlerNow() == before);
    }

    void whatWasIgnoredStaysIgnored()
    {
        const auto before = std::signal(SIGHUP, SIG_IGN); // as nohup does
        {
            Termination termination;
            QSignalSpy requested(&termination, &Termination::requested);
            std::raise(SIGHUP);
            QCoreApplication::processEvents();
            QVERIFY(requested.isEmpty());
        }
        std::signal(SIGHUP, before);
    }

    void twoHangUpsAreOneRequest()
    {
        Termination termination;
        QSignalSpy requested(&termination, &Termination::requested);
        std::raise(SIGHUP);
        std::raise(SIGHUP); // from the shell and from the kernel
        QTRY_COMPARE(requested.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(requested.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTermination)
#include "tst_termination.moc"
