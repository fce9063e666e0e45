// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/trials.h"

#include "base/disksync.h"
#include "reliability/diskreplay.h"
#include "reliability/workplace.h"
#include "store/database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QVariant>

#include <algorithm>
#include <random>

namespace Handrail::Reliability {

using namespace Qt::StringLiterals;

namespace {

constexpr int killsOfASeed = 10;
constexpr int cutsOfASeed = 100;
const QString endless = u"2000000000"_s;

/** Lets the driver run for a while that @p random chooses, and kills it. */
void killOnce(const Workplace &place, std::mt19937 &random)
{
    QProcess driver;
    start(driver, { u"work"_s, place.data(), place.acknowledgements(), QString::number(random() >> 1), endless });
    // A third dies while it opens the file, or just after; the others once they work.
    if (std::uniform_int_distribution(0, 2)(random) > 0)
        driver.waitForReadyRead();
    driver.waitForFinished(std::uniform_int_distribution(0, 300)(random)); // which it does not: this is the time it has
    driver.kill();
    driver.waitForFinished();
}

/** How long the disk takes for a small write that must be on it. */
qint64 timeOfSync(const Workplace &place)
{
    const QString path = place.path() + u"/sync"_s;
    writeBytes(path, QByteArray(100, 'x'));
    QElapsedTimer timer;
    timer.start();
    (void)syncToDisk(path);
    return timer.nsecsElapsed() / 1000;
}

QJsonObject percentiles(const QList<qint64> &microseconds)
{
    return { { u"p50"_s, millisecondsAt(50, microseconds) },
             { u"p99"_s, millisecondsAt(99, microseconds) },
             { u"worst"_s, millisecondsAt(100, microseconds) } };
}

/** A run of the driver as it was written down, and the power cuts of it. */
class RecordedRun
{
public:
    RecordedRun(const QString &mode, const QStringList &more)
    {
        const QStringList arguments = QStringList { mode, m_place.data(), m_place.acknowledgements() } + more;
        const QString log = m_logs.filePath(u"log"_s);
        m_isWhole = m_place.run(arguments, { { u"HANDRAIL_DISK_FOLDER"_s, m_place.path() }, { u"HANDRAIL_DISK_LOG"_s, log } })
                        .isNormal;
        m_changes = readDiskLog(log);
    }

    bool isWhole() const { return m_isWhole && !m_changes.isEmpty(); }

    /** Makes in @p folder what a cut at a random moment leaves; gives what was acknowledged before it. */
    QList<Acknowledgement> cut(const QString &folder, std::mt19937 &random) const
    {
        DiskReplay disk(QFile::encodeName(m_place.path()));
        const auto moment = std::uniform_int_distribution<qsizetype>(1, m_changes.size())(random);
        for (const DiskChange &change : m_changes.first(moment))
            disk.apply(change);
        disk.writeAfterCut(folder, random);
        return readAcknowledgements(disk.contentNow(QFile::encodeName(m_place.acknowledgements())));
    }

private:
    Workplace m_place;
    QTemporaryDir m_logs;
    QList<DiskChange> m_changes;
    bool m_isWhole = false;
};

/** Whether a cut of the control took rows that were acknowledged. */
bool controlLoses(const QString &data, const QList<Acknowledgement> &acknowledged)
{
    const auto database = Database::open(data + u"/control.sqlite"_s, Database::Mode::ReadWrite, {});
    if (!database)
        return !acknowledged.isEmpty();
    auto rows = (*database)->prepared(u"SELECT id FROM note"_s);
    if (!rows || !(*database)->execute(*rows))
        return !acknowledged.isEmpty();
    QSet<QString> kept;
    while (rows->next())
        kept.insert(rows->value(0).toString());
    return std::any_of(acknowledged.begin(), acknowledged.end(),
                       [&](const Acknowledgement &one) { return !kept.contains(one.entryId); });
}

/** Cuts the power of one run as often as @p cuts says. */
void cutOneRun(quint32 seed, int cuts, TrialReport &report)
{
    const RecordedRun run(u"work"_s, { QString::number(seed), u"40"_s });
    const RecordedRun control(u"control"_s, { u"40"_s });
    if (!run.isWhole() || !control.isWhole()) {
        Workplace().fail(report, seed, u"the run to be cut did not end by itself"_s);
        return;
    }
    std::mt19937 random(seed);
    for (int i = 0; i < cuts; ++i) {
        Workplace after;
        const QList<Acknowledgement> acknowledged = run.cut(after.path(), random);
        if (const QString wrong = check(after.data(), acknowledged, report); !wrong.isEmpty())
            after.fail(report, seed, u"cut %1: %2"_s.arg(i).arg(wrong));
        ++report.trials;

        const Workplace other;
        const QList<Acknowledgement> fooled = control.cut(other.path(), random);
        report.lossyCuts += controlLoses(other.data(), fooled);
    }
}

/** The disk fails in the way that @p fault says; gives what is wrong, nothing when all is well. */
QString failOnce(const QString &fault, quint32 seed, const Workplace &place, TrialReport &report)
{
    const DriverEnd end = place.run({ u"work"_s, place.data(), place.acknowledgements(), QString::number(seed), u"30"_s },
                                    { { u"HANDRAIL_DISK_FOLDER"_s, place.data() }, { u"HANDRAIL_DISK_FAULT"_s, fault } });
    const QString wrong = check(place.data(), place.acknowledged(), report);
    if (!wrong.isEmpty())
        return wrong;
    if (!end.isNormal)
        return u"the program did not go on: "_s + QString::fromUtf8(end.errors).trimmed();
    static const QRegularExpression numbers(u"asked (\\d+) saved (\\d+) refused (\\d+) told (\\d+) failures (\\d+) last (\\d)"_s);
    const QRegularExpressionMatch said = numbers.match(QString::fromUtf8(end.output));
    const int asked = said.captured(1).toInt(), saved = said.captured(2).toInt(), refused = said.captured(3).toInt();
    const bool isTold = said.captured(4).toInt() > 0, hasFailed = said.captured(5).toInt() > 0;
    if (!hasFailed)
        return u"the disk never failed: the run is too short"_s;
    if (asked != saved + refused)
        return u"%1 entries were neither saved nor refused"_s.arg(asked - saved - refused);
    if (!isTold && !fault.endsWith(u":once"_s))
        return u"nobody was told"_s;
    if (said.captured(6) != u"1")
        return u"the disk was mended, and the next note was not saved"_s;
    return {};
}

} // namespace

double millisecondsAt(int percent, QList<qint64> microseconds)
{
    if (microseconds.isEmpty())
        return 0;
    std::sort(microseconds.begin(), microseconds.end());
    return double(microseconds.at((microseconds.size() - 1) * percent / 100)) / 1000;
}

QJsonObject TrialReport::toJson() const
{
    QJsonObject object { { u"name"_s, name },
                         { u"seed"_s, qint64(plan.seed) },
                         { u"trials"_s, trials },
                         { u"acknowledged"_s, acknowledged },
                         { u"lost"_s, lost },
                         { u"unreadable"_s, unreadable },
                         { u"failures"_s, QJsonArray::fromStringList(failures) } };
    if (!microseconds.isEmpty()) {
        object.insert(u"timed"_s, timed);
        object.insert(u"ms"_s, percentiles(microseconds));
        if (!syncMicroseconds.isEmpty())
            object.insert(u"bareSyncMs"_s, percentiles(syncMicroseconds));
    }
    if (lossyCuts >= 0)
        object.insert(u"lossyCutsOfControl"_s, lossyCuts);
    return object;
}

void TrialReport::add(const TrialReport &other)
{
    trials += other.trials;
    acknowledged += other.acknowledged;
    lost += other.lost;
    unreadable += other.unreadable;
    failures += other.failures;
    microseconds += other.microseconds;
}

TrialReport killTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.timed = u"a note or tick acknowledged after (goal: p99 <= 100 ms)"_s;
    report.name = u"kill -9"_s;
    report.plan = plan;
    for (quint32 seed = plan.seed; report.trials < plan.count; ++seed) {
        std::mt19937 random(seed);
        Workplace place;
        for (int kill = 0; kill < killsOfASeed && report.trials < plan.count; ++kill, ++report.trials) {
            killOnce(place, random);
            report.syncMicroseconds.append(timeOfSync(place));
            TrialReport now; // what was acknowledged before an earlier kill is looked for again, and counted once
            const QString wrong = check(place.data(), place.acknowledged(), now);
            report.lost += now.lost;
            report.unreadable += now.unreadable;
            if (!wrong.isEmpty())
                place.fail(report, seed, u"kill %1: %2"_s.arg(kill).arg(wrong));
        }
        const QList<Acknowledgement> acknowledged = place.acknowledged();
        report.acknowledged += acknowledged.size();
        for (const Acknowledgement &one : acknowledged) {
            if (one.microseconds >= 0)
                report.microseconds.append(one.microseconds);
        }
    }
    return report;
}

TrialReport cutTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"power cut"_s;
    report.plan = plan;
    report.lossyCuts = 0;
    for (quint32 seed = plan.seed; report.trials < plan.count; ++seed) {
        const int before = report.trials;
        cutOneRun(seed, std::min(cutsOfASeed, plan.count - before), report);
        if (report.trials == before)
            break; // nothing could be recorded, which is said
    }
    return report;
}

TrialReport migrationTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"migrations"_s;
    report.plan = plan;
    for (quint32 seed = plan.seed; report.trials < plan.count; ++seed) {
        const RecordedRun run(u"migrate"_s, { u"25"_s });
        if (!run.isWhole()) {
            Workplace().fail(report, seed, u"the run to be cut did not end by itself"_s);
            break;
        }
        std::mt19937 random(seed);
        for (int i = 0; i < cutsOfASeed && report.trials < plan.count; ++i, ++report.trials) {
            Workplace after;
            const QList<Acknowledgement> acknowledged = run.cut(after.path(), random);
            if (const QString wrong = check(after.data(), acknowledged, report); !wrong.isEmpty())
                after.fail(report, seed, u"cut %1: %2"_s.arg(i).arg(wrong));
        }
    }
    return report;
}

TrialReport faultTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"ENOSPC, EIO"_s;
    report.plan = plan;
    for (quint32 k = plan.seed; k < plan.seed + quint32(plan.count); ++k) {
        for (const QString &fault : { u"ENOSPC:%1"_s, u"EIO:%1"_s, u"ENOSPC:%1:once"_s, u"EIO:%1:once"_s }) {
            Workplace place;
            if (const QString wrong = failOnce(fault.arg(k), k, place, report); !wrong.isEmpty())
                place.fail(report, k, fault.arg(k) + u": "_s + wrong);
            ++report.trials;
        }
    }
    return report;
}

} // namespace Handrail::Reliability
