// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Somebody who types into the note box of the real window, twelve keys a second, until the program is ended from outside.
 *
 *   typist DATA KEYS SEED     opens the newest open incident, prints "shown" and the half-typed text that stands in the box, one
 *                             JSON text a line, and adds a line to KEYS for every key: when it was pressed and which it was
 */
#include "app/desktop/termination.h"
#include "base/settings.h"
#include "base/whenanswered.h"
#include "reliability/keystrokes.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "store/incidentstore.h"
#include "store/runbookindexstore.h"
#include "widgets/common/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

using namespace Handrail;
using namespace Handrail::Reliability;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Typist : public QObject
{
public:
    Typist(QPlainTextEdit *box, const QString &keys, quint32 seed)
        : m_box(box)
        , m_keys(keys)
        , m_random(seed)
    {
        if (!m_keys.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            qFatal("%s cannot be written.", qPrintable(keys));
    }

    void begin()
    {
        m_box->moveCursor(QTextCursor::End);
        std::printf("shown %s\n", QJsonDocument(QJsonArray { m_box->toPlainText() }).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        connect(&m_timer, &QTimer::timeout, this, &Typist::press);
        m_timer.start(83ms);
    }

private:
    void press()
    {
        const char letters[] = "abcdefghijklmnopqrstuvwxyz 0123456789 .,:/";
        const char letter = letters[m_random.bounded(int(sizeof letters) - 1)];
        QTest::keyClick(m_box, letter);
        m_keys.write(lineOf(Keystroke { timeNow(), letter }));
    }

    QPlainTextEdit *m_box;
    QFile m_keys;
    QRandomGenerator m_random;
    QTimer m_timer;
};

} // namespace

int main(int argc, char *argv[])
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody types on for a trial that was stopped
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const QString data = arguments.at(1);
    const SystemClock clock;
    Settings settings(data + u"/handrail.ini"_s);
    Theme theme(application);
    RunbookIndexStore index(data + u'/' + RunbookIndexStore::fileName());
    (void)index.prepare();
    const auto log = IncidentStore::openLater(data, clock);
    {
        Workbench workbench(index, *log, settings, clock);
        IncidentSession session(*log, clock);
        MainWindow window(workbench, session, theme, data);
        const Termination termination;
        QObject::connect(&termination, &Termination::requested, &application, &QApplication::closeAllWindows);
        window.show();
        std::unique_ptr<Typist> typist;
        QObject::connect(&session, &IncidentSession::opened, &window, [&] {
            auto *box = window.findChild<QPlainTextEdit *>(u"noteEdit"_s);
            typist = std::make_unique<Typist>(box, arguments.at(2), arguments.at(3).toUInt());
            QTimer::singleShot(0, typist.get(), &Typist::begin);
        });
        whenAnswered(log->incidents(), &session, [&session](const Result<QList<IncidentSummary>> &incidents) {
            if (!incidents || incidents->isEmpty())
                qFatal("There is no incident to type in.");
            session.resume(incidents->first().id);
        });
        QApplication::exec();
    }
    log->drafts({}).waitForFinished(); // it answers in order: what came before is written
    return 0;
}
