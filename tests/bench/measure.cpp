// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cstdio>

namespace Handrail::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double nanosecondsInMs = 1e6;
constexpr int longestRun = 3'600'000; // ms

} // namespace

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / nanosecondsInMs;
}

double timed(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return timed([&] {
        process.start(program, arguments);
        process.waitForFinished(longestRun);
    });
}

double median(QList<double> values)
{
    return quantile(std::move(values), 0.5);
}

double quantile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto place = qsizetype(part * double(values.size()));
    return values.at(std::min(place, values.size() - 1));
}

void Figures::add(int target, const QString &what, double value, const QString &unit, const QString &goal)
{
    std::printf("%3d  %-62s %10.3f %-6s %s\n", target, qPrintable(what), value, qPrintable(unit), qPrintable(goal));
    std::fflush(stdout);
    m_figures.append(QJsonObject {
        { u"target"_s, target }, { u"what"_s, what }, { u"value"_s, value }, { u"unit"_s, unit }, { u"goal"_s, goal } });
}

QByteArray Figures::json() const
{
    return QJsonDocument(m_figures).toJson();
}

} // namespace Handrail::Bench
