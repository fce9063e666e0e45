// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/trials.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Handrail::Reliability;
using namespace Qt::StringLiterals;

namespace {

struct Part
{
    QString name;
    int count; ///< what the goals ask for
    int ofASeed; ///< trials
    TrialReport (*run)(const TrialPlan &);
};

const Part parts[] = { { u"kills"_s, 2000, 10, killTrials },
                       { u"cuts"_s, 2000, 100, cutTrials },
                       { u"faults"_s, 200, 1, faultTrials },
                       { u"damages"_s, 500, 1, damageTrials },
                       { u"typing"_s, 500, 10, typingTrials },
                       { u"exports"_s, 500, 10, exportTrials },
                       { u"migrations"_s, 500, 100, migrationTrials } };

void print(const Part &part, const TrialReport &report)
{
    std::printf("%-14s %6d trials  %8lld acknowledged  %4lld lost  %4d unreadable  %4d failed", qPrintable(report.name),
                report.trials, report.acknowledged, report.lost, report.unreadable, int(report.failures.size()));
    if (!report.microseconds.isEmpty()) {
        const auto print = [](const QString &what, const QList<qint64> &times) {
            if (!times.isEmpty())
                std::printf("  %s p50 %.1f ms, p99 %.1f ms, worst %.1f ms", qPrintable(what), millisecondsAt(50, times),
                            millisecondsAt(99, times), millisecondsAt(100, times));
        };
        print(report.timed, report.microseconds);
        print(u"where a bare sync takes"_s, report.syncMicroseconds);
    }
    if (report.lossyCuts >= 0)
        std::printf("  the control lost in %d cuts", report.lossyCuts);
    std::printf("\n");
    for (const QString &failure : report.failures)
        std::printf("  %s\n", qPrintable(failure));
    if (!report.failures.isEmpty())
        std::printf("  again: handrail-reliability --only %s --seed SEED --count %d\n", qPrintable(part.name), part.ofASeed);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Kills, starves and cuts off the incident log, and looks for what it said was saved."_s);
    const QCommandLineOption only(u"only"_s, u"Makes only these trials: kills, cuts, faults, damages, typing, exports, migrations."_s, u"PARTS"_s);
    const QCommandLineOption count(u"count"_s, u"Makes so many of each, not what the goals ask for."_s, u"N"_s);
    const QCommandLineOption seed(u"seed"_s, u"Begins with it; for faults the change that fails first."_s, u"SEED"_s, u"1"_s);
    const QCommandLineOption json(u"json"_s, u"Writes the numbers to this file."_s, u"FILE"_s, u"reliability.json"_s);
    parser.addOptions({ only, count, seed, json });
    parser.addHelpOption();
    parser.process(application);

    QJsonArray reports;
    bool isGood = true;
    for (const Part &part : parts) {
        if (parser.isSet(only) && !parser.value(only).split(u',').contains(part.name))
            continue;
        const int trials = parser.isSet(count) ? parser.value(count).toInt() : part.count;
        const TrialReport report = part.run({ trials, parser.value(seed).toUInt() });
        print(part, report);
        reports.append(report.toJson());
        isGood = isGood && report.failures.isEmpty() && report.lossyCuts != 0;
    }
    QFile file(parser.value(json));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(reports).toJson()) < 0) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(file.fileName()));
        return 3;
    }
    return isGood ? 0 : 1;
}
