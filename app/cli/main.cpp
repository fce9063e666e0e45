// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "base/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail"_s); // as the window: they share settings, index and incidents
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));

    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly)
        || !err.open(stderr, QIODevice::WriteOnly))
        return Handrail::ExitCode::noAccess;

    using Paths = QStandardPaths;
    const Handrail::SystemClock clock;
    const QString settings = Paths::writableLocation(Paths::AppConfigLocation) + u"/handrail.ini"_s;
    const Handrail::Workplace workplace {
        settings,
        Paths::writableLocation(Paths::CacheLocation),
        Handrail::chosenDataFolder(settings, Paths::writableLocation(Paths::AppDataLocation)),
        qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")),
        clock,
    };
    const int code = Handrail::runCommandLine(QCoreApplication::arguments().sliced(1), { in, out, err }, workplace);
    const bool written = out.flush();
    return code == Handrail::ExitCode::done && !written ? Handrail::ExitCode::noAccess : code;
}
