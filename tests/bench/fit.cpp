// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fits the weights of matching/weights.h to labelled cases, and prints those that should be changed.

#include "alerts/alertjson.h"
#include "matching/matcher.h"
#include "search/searchwords.h"
#include "session/triage.h"
#include "store/indexer.h"
#include "store/runbookindexstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtConcurrentMap>

#include <array>
#include <cstdio>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

constexpr int shown = 10;
constexpr double step = 0.12; ///< of a weight, up and down
constexpr double confidentlyRight = 0.1;
constexpr double confidentlyWrong = -2; ///< worse than nothing found

struct Case
{
    Alert alert;
    QStringList accepted; ///< "path" or "path#anchor"; empty: no runbook here is for it
    int half = 0; ///< neighbours, often one alert told twice, are in the same
};

using Halves = std::array<double, 2>;

QList<Case> readCases(const QString &path)
{
    QList<Case> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    const AlertReader reader;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QList<Alert> alerts = line.value("alert"_L1).isObject()
            ? QList<Alert> { alertFromJson(line.value("alert"_L1).toObject()) }
            : Triage::alertsToMatch(reader.read(line.value("text"_L1).toString()));
        if (!alerts.isEmpty())
            cases.append({ alerts.first(), line.value("ok"_L1).toVariant().toStringList(), int(cases.size() / 2 % 2) });
    }
    return cases;
}

bool isAccepted(const Match &match, const QStringList &accepted)
{
    return std::any_of(accepted.begin(), accepted.end(), [&match](const QString &each) {
        const QString anchor = each.section(u'#', 1);
        return match.runbook.ref.path == each.section(u'#', 0, 0) && (anchor.isEmpty() || nameKey(match.anchor) == nameKey(anchor));
    });
}

/** 1 for the right runbook first, 1/2 for second and so on; to be confident counts both ways. */
double worth(const MatchResult &result, const QStringList &accepted)
{
    double value = 0;
    for (qsizetype i = 0; i < result.matches.size() && value == 0; ++i) {
        if (isAccepted(result.matches[i], accepted))
            value = 1 / double(i + 1);
    }
    if (result.verdict == MatchResult::Verdict::Confident)
        value += value == 1 ? confidentlyRight : confidentlyWrong;
    return value;
}

Halves worthOf(const Weights &weights, const RunbookIndex &index, const QList<Case> &cases)
{
    const Matcher matcher(index, {}, {}, weights);
    const QList<double> values = QtConcurrent::blockingMapped<QList<double>>(cases, [&matcher](const Case &each) {
        const auto result = matcher.match(each.alert, shown);
        return result ? worth(*result, each.accepted) : 0;
    });
    Halves sums {};
    for (qsizetype i = 0; i < cases.size(); ++i)
        sums[size_t(cases[i].half)] += values[i];
    return sums;
}

/** Both halves no worse, and one better by more than a single place of a single case. */
bool isBetter(const Halves &now, const Halves &before)
{
    constexpr double little = 0.6;
    return now[0] >= before[0] && now[1] >= before[1] && now[0] + now[1] > before[0] + before[1] + little;
}

void print(const char *what, const Halves &halves)
{
    std::printf("%-24s %9.3f %9.3f\n", what, halves[0], halves[1]);
    std::fflush(stdout);
}

/** Moves every weight up and down once and keeps what helps. Whether anything did. */
bool runRound(Weights &weights, Halves &best, const RunbookIndex &index, const QList<Case> &cases)
{
    bool hasMoved = false;
    for (const NamedWeight &each : fittedWeights()) {
        const double before = weights.*each.member;
        double chosen = before;
        for (const double factor : { 1 + step, 1 - step }) {
            // A share near 1 moves by what is missing to 1: 0.99 goes to 0.989, not to 0.87.
            const double moved = each.most < 1 && before > 0.5 ? 1 - (1 - before) / factor : before * factor;
            weights.*each.member = std::min(each.most, moved);
            const Halves halves = worthOf(weights, index, cases);
            if (!isBetter(halves, best))
                continue;
            best = halves;
            chosen = weights.*each.member;
            std::printf("%s %.3f -> ", qUtf8Printable(each.name), before);
            print(qUtf8Printable(QString::number(chosen, 'f', 3)), best);
        }
        weights.*each.member = chosen;
        hasMoved = hasMoved || chosen != before;
    }
    return hasMoved;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Fits the weights of matching to labelled cases; prints those to change in matching/weights.h."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"RUNBOOKS"_s, u"The library"_s);
    parser.addPositionalArgument(
        u"CASES"_s, u"A JSON object a line: \"alert\" (as handrail-cli prints it) or \"text\", and \"ok\", the right "
                    "runbooks as path or path#anchor in the library; an empty list when none is right"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"At most so many rounds over all weights (3)."_s, u"N"_s, u"3"_s);
    parser.addOption(rounds);
    parser.process(application);
    if (parser.positionalArguments().size() != 2)
        parser.showHelp(2);

    const QTemporaryDir home;
    const RunbookIndexStore index(home.filePath(RunbookIndexStore::fileName()));
    const std::atomic_bool stop = false;
    Catalog catalog;
    Indexer::run(home.filePath(RunbookIndexStore::fileName()), { parser.positionalArguments().first() }, stop, {}, catalog);
    const QList<Case> cases = readCases(parser.positionalArguments().last());
    if (cases.isEmpty()) {
        std::fprintf(stderr, "handrail-fit: no case could be read\n");
        return 3;
    }

    Weights weights;
    Halves best = worthOf(weights, index, cases);
    std::printf("%lld cases; the worth of their two halves\n", static_cast<long long>(cases.size()));
    print("as they are", best);
    for (int round = 0; round < parser.value(rounds).toInt() && runRound(weights, best, index, cases); ++round) { }
    print("at the end", best);
    for (const NamedWeight &each : fittedWeights()) {
        if (const double before = Weights().*each.member; weights.*each.member != before)
            std::printf("%s = %.3f; // was %.3f\n", qUtf8Printable(each.name), weights.*each.member, before);
    }
    return 0;
}
