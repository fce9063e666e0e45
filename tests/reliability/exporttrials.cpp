// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/report.h"
#include "reliability/trials.h"
#include "reliability/workplace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <random>

namespace Handrail::Reliability {

using namespace Qt::StringLiterals;

namespace {

constexpr int trialsOfASeed = 10;
constexpr int exportsOfARun = 6;

/** What is wrong with the file that was exported to. It may be newer than what was acknowledged: whole, and the end came before it was said. */
QString judged(const QString &file, const QList<Acknowledgement> &acknowledged, TrialReport &report)
{
    const int last = acknowledged.isEmpty() ? 0 : acknowledged.last().entryId.toInt();
    if (!QFileInfo::exists(file))
        return last > 0 ? u"the export that was there is gone"_s : QString();
    const int found = numberOfReport(bytesOf(file));
    if (found == 0) {
        ++report.unreadable;
        return u"the export is not whole"_s;
    }
    if (found < last) {
        ++report.lost;
        return u"export %1 was said to be written, and %2 is there"_s.arg(last).arg(found);
    }
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return (QFileInfo(file).permissions() & others) ? u"others may read the export"_s : QString();
}

QString killOnce(const Workplace &place, std::mt19937 &random, TrialReport &report)
{
    const QString file = place.path() + u"/killed/report.md"_s;
    QFile::remove(place.acknowledgements()); // each run counts its reports anew
    QFile::remove(file);
    QProcess driver;
    start(driver, { u"export"_s, file, place.acknowledgements(), QString::number(random() >> 1), u"2000000000"_s });
    driver.waitForFinished(std::uniform_int_distribution(0, 300)(random)); // which it does not: this is the time it has
    driver.kill();
    driver.waitForFinished();
    const QList<Acknowledgement> acknowledged = place.acknowledged();
    report.acknowledged += acknowledged.size();
    return judged(file, acknowledged, report);
}

QString failOnce(const Workplace &place, std::mt19937 &random, TrialReport &report)
{
    const QString file = place.path() + u"/exported/report.md"_s;
    QFile::remove(place.acknowledgements());
    QFile::remove(file);
    const auto partsBefore = QDir(place.path() + u"/exported"_s).entryList(QDir::Files | QDir::Hidden).size();
    const QString error = std::bernoulli_distribution(0.5)(random) ? u"ENOSPC"_s : u"EIO"_s;
    const bool isOnce = std::bernoulli_distribution(0.5)(random); // else the part cannot be removed either
    const QString fault = u"%1:%2%3"_s.arg(error).arg(std::uniform_int_distribution(1, 20)(random)).arg(isOnce ? u":once"_s : QString());
    const DriverEnd end = place.run({ u"export"_s, file, place.acknowledgements(), QString::number(random() >> 1), QString::number(exportsOfARun) },
                                    { { u"HANDRAIL_DISK_FOLDER"_s, place.path() + u"/exported"_s }, { u"HANDRAIL_DISK_FAULT"_s, fault } });
    const QList<Acknowledgement> acknowledged = place.acknowledged();
    report.acknowledged += acknowledged.size();
    if (!end.isNormal)
        return fault + u": the program did not go on"_s;
    const auto refused = end.errors.count("refused: "); // Qt may have a word to say about the locale
    if ((refused == 0 && !isOnce) /* Qt syncs once more than is needed */ || acknowledged.size() + refused != exportsOfARun)
        return u"%1: of %2 exports %3 were written and %4 refused"_s.arg(fault).arg(exportsOfARun).arg(acknowledged.size()).arg(refused);
    if (isOnce && QDir(place.path() + u"/exported"_s).entryList(QDir::Files | QDir::Hidden).size() - partsBefore > (QFileInfo::exists(file) ? 1 : 0))
        return fault + u": a part of an export was left behind"_s;
    const QString wrong = judged(file, acknowledged, report);
    return wrong.isEmpty() ? QString() : fault + u": "_s + wrong;
}

} // namespace

TrialReport exportTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"exports"_s;
    report.plan = plan;
    for (quint32 seed = plan.seed; report.trials < plan.count; ++seed) {
        std::mt19937 random(seed);
        Workplace place;
        QDir(place.path()).mkdir(u"killed"_s); // where a kill may leave a part under another name
        QDir(place.path()).mkdir(u"exported"_s);
        for (int i = 0; i < trialsOfASeed && report.trials < plan.count; ++i, ++report.trials) {
            const QString wrong = i % 2 == 0 ? killOnce(place, random, report) : failOnce(place, random, report);
            if (!wrong.isEmpty())
                place.fail(report, seed, u"trial %1: %2"_s.arg(i).arg(wrong));
        }
    }
    return report;
}

} // namespace Handrail::Reliability
