// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "app/desktop/handover.h"
#include "app/desktop/termination.h"
#include "base/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>

#include <chrono>
#include <cstdlib>

using namespace Qt::StringLiterals;

static Handrail::DesktopOptions optionsFrom(const QCoreApplication &application)
{
    const auto translate = [](const char *text) { return QCoreApplication::translate("main", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(translate("Reads the runbooks a team has, and guides through them when an alert is pasted."));
    const QCommandLineOption library(u"library"_s, translate("Adds a folder of runbooks; may be repeated."), u"DIR"_s);
    const QCommandLineOption data(u"data"_s, translate("Keeps incidents in this folder."), u"DIR"_s);
    const QCommandLineOption index(u"index"_s, translate("Keeps the index in this file."), u"FILE"_s);
    const QCommandLineOption samples(u"samples"_s, translate("Adds the sample runbooks."));
    const QCommandLineOption network(u"on-network"_s, translate("Keeps incidents on a network drive too, where notes can be lost."));
    parser.addOptions({ library, data, index, samples, network });
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    using Paths = QStandardPaths;
    Handrail::DesktopOptions options;
    const QStringList libraries = parser.values(library);
    for (const QString &folder : libraries)
        options.libraries.append(QDir(folder).absolutePath()); // another Handrail may have another working folder
    options.addSamples = parser.isSet(samples);
    options.settingsFile = Paths::writableLocation(Paths::AppConfigLocation) + u"/handrail.ini"_s;
    options.dataFolder = parser.isSet(data) ? parser.value(data) : Handrail::chosenDataFolder(options.settingsFile, Paths::writableLocation(Paths::AppDataLocation));
    options.indexFile = parser.value(index);
    options.onNetwork = parser.isSet(network);
    options.cacheFolder = Paths::writableLocation(Paths::CacheLocation);
    return options;
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));
    QGuiApplication::setDesktopFileName(u"org.handrail.Handrail"_s);

    const Handrail::DesktopOptions options = optionsFrom(application);
    Handrail::Handover handover(options.dataFolder);
    if (handover.giveOrListen({ options.libraries, options.addSamples, qgetenv("XDG_ACTIVATION_TOKEN") }))
        return 0; // its window is in front now
    Handrail::Desktop desktop(application, options);
    QObject::connect(&handover, &Handrail::Handover::requested, &desktop, &Handrail::Desktop::takeUp);
    QObject::connect(&desktop, &Handrail::Desktop::givesWay, &handover, &Handrail::Handover::close);
    const Handrail::Termination termination;
    QObject::connect(&termination, &Handrail::Termination::requested, &application, &QApplication::closeAllWindows);
    desktop.show();
    const int code = QApplication::exec();
    // Before anything is waited for: the kernel lets no process go that reads from a drive that does not answer.
    desktop.closeIncidents();
    handover.close();
    if (!desktop.endsBy(QDeadlineTimer(std::chrono::milliseconds(1500))))
        std::_Exit(code);
    return code;
}
