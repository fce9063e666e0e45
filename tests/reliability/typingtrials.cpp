// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/keystrokes.h"
#include "reliability/trials.h"
#include "reliability/workplace.h"
#include "store/incidentstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <future>
#include <memory>
#include <optional>
#include <random>
#include <thread>

#include <unistd.h>

namespace Handrail::Reliability {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int endsOfASeed = 10;
constexpr int typistsAtOnce = 8; ///< they wait most of the time
constexpr int patience = 120'000; // ms
constexpr qint64 mayBeMissing = 1000; ///< ms of typing, after a crash, beside what the disk takes
constexpr qint64 mayTakeToEnd = 2000; ///< ms

enum class End { Kill, Terminate, DisplayLost };

/** What a typist's text was like around one of its ends. */
struct TypedText
{
    QString before; ///< stood in the box at the start
    QList<Keystroke> keys;
    qint64 endedAt = 0; ///< when it was killed or asked to end
    qint64 took = 0; ///< ms until it was gone
    qint64 diskDelay = 0; ///< ms that the disk took meanwhile, at most, to keep as much as a note
    bool isNormal = false; ///< ended by itself with 0
};

/** A display of its own, which goes with it. */
class Display
{
public:
    Display()
    {
        m_server.start(u"Xvfb"_s, { u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s });
        if (m_server.waitForStarted(patience) && m_server.waitForReadyRead(patience))
            m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    }
    ~Display() { lose(); }
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;

    QString name() const { return m_name; }
    void lose()
    {
        m_server.kill();
        m_server.waitForFinished(patience);
    }

private:
    QProcess m_server;
    QString m_name;
};

/** Writes as much as a note takes to the disk, again and again: where other programs keep the disk busy, ours waits for it too. */
class DiskDelay
{
public:
    explicit DiskDelay(const QString &path)
        : m_thread([this, path] { measure(path); })
    {
    }
    ~DiskDelay() { (void)longest(); }
    DiskDelay(const DiskDelay &) = delete;
    DiskDelay &operator=(const DiskDelay &) = delete;

    qint64 longest() ///< ms; ends the measuring
    {
        m_isOver = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_longest;
    }

private:
    void measure(const QString &path)
    {
        constexpr int syncsOfANote = 4; // of a transaction with a journal
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        while (!m_isOver) {
            const qint64 from = timeNow();
            for (int i = 0; i < syncsOfANote; ++i) {
                file.write(QByteArray(4096, 'x'));
                ::fsync(file.handle());
            }
            file.seek(0);
            m_longest = std::max(m_longest, timeNow() - from);
            std::this_thread::sleep_for(200ms);
        }
    }

    std::atomic_bool m_isOver = false;
    qint64 m_longest = 0;
    std::thread m_thread; ///< the last: it uses the others
};

QString halfTyped(const QString &data)
{
    const SystemClock clock;
    const auto store = IncidentStore::open(data, clock);
    if (!store)
        return {};
    const auto incidents = (*store)->incidents().result();
    const auto drafts = incidents && !incidents->isEmpty() ? (*store)->drafts(incidents->first().id).result() : Result<QList<Draft>>(QList<Draft> {});
    for (const Draft &draft : drafts ? *drafts : QList<Draft>()) {
        if (draft.field == u"note"_s)
            return draft.text;
    }
    return {};
}

TypedText typeUntil(End end, const Workplace &place, std::mt19937 &random)
{
    TypedText typed;
    const QString keys = place.path() + u"/keys"_s;
    QFile::remove(keys);
    const auto display = end == End::DisplayLost ? std::make_unique<Display>() : nullptr;
    QProcess typist;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"QT_QPA_PLATFORM"_s, display ? u"xcb"_s : u"offscreen"_s);
    if (display) {
        variables.insert(u"DISPLAY"_s, display->name());
        // libxkbcommon-x11 copies with strndup() out of what X sent, which has no end of its own: allowed, but not to strict checks.
        variables.insert(u"ASAN_OPTIONS"_s, variables.value(u"ASAN_OPTIONS"_s) + u":strict_string_checks=0"_s);
    }
    typist.setProcessEnvironment(variables);
    typist.start(QStringLiteral(TYPIST), { place.data(), keys, QString::number(random() >> 1) });
    if (!typist.waitForReadyRead(patience))
        return typed;
    DiskDelay disk(place.path() + u"/delay"_s);
    typed.before = QJsonDocument::fromJson(typist.readLine().mid(6)).array().first().toString();
    typist.waitForFinished(std::uniform_int_distribution(300, 6000)(random)); // which it does not: this is the time it has
    typed.endedAt = timeNow();
    if (end == End::Kill)
        typist.kill();
    else if (end == End::Terminate)
        ::kill(pid_t(typist.processId()), SIGTERM);
    else
        display->lose();
    typist.waitForFinished(patience);
    typed.took = timeNow() - typed.endedAt;
    typed.diskDelay = disk.longest();
    typed.isNormal = typist.exitStatus() == QProcess::NormalExit && typist.exitCode() == 0;
    typed.keys = readKeystrokes(bytesOf(keys));
    return typed;
}

/** What is wrong with @p kept, the text found afterwards; adds to @p report. */
QString judged(const TypedText &typed, const QString &kept, End end, TrialReport &report)
{
    report.acknowledged += typed.keys.size();
    QString all = typed.before;
    for (const Keystroke &key : typed.keys)
        all += QLatin1Char(key.letter);
    if (!typed.before.isEmpty() && !kept.startsWith(typed.before))
        return u"what stood in the box is gone"_s;
    if (!all.startsWith(kept) && !kept.startsWith(all)) // a key may be kept and its line not yet written
        return u"what was kept is not what was typed"_s;
    const qsizetype keptKeys = kept.size() - typed.before.size();
    const qint64 missing = keptKeys < typed.keys.size() ? std::max<qint64>(0, typed.endedAt - typed.keys.at(keptKeys).at) : 0;
    if (missing > 0)
        report.microseconds.append(missing * 1000);
    if (missing > (end == End::Terminate ? 0 : mayBeMissing + typed.diskDelay)) {
        report.lost += typed.keys.size() - keptKeys;
        return u"%1 ms of typing are missing, and the disk took %2 ms at most"_s.arg(missing).arg(typed.diskDelay);
    }
    if (end == End::Terminate && (!typed.isNormal || typed.took > mayTakeToEnd + typed.diskDelay))
        return u"asked to end, it took %1 ms%2"_s.arg(typed.took).arg(typed.isNormal ? QString() : u" and did not end well"_s);
    return {};
}

TrialReport typeForASeed(quint32 seed, int ends)
{
    const bool hasDisplays = !QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty();
    TrialReport report;
    std::mt19937 random(seed);
    Workplace place;
    (void)place.run({ u"work"_s, place.data(), place.acknowledgements(), QString::number(seed), u"1"_s });
    for (int i = 0; i < ends; ++i, ++report.trials) {
        const End end = i % 3 == 1 ? End::Terminate : hasDisplays && i % 5 == 3 ? End::DisplayLost : End::Kill;
        const QString expected = halfTyped(place.data());
        const TypedText typed = typeUntil(end, place, random);
        QString wrong = typed.before == expected ? QString() : u"the box did not show what was kept"_s;
        if (wrong.isEmpty())
            wrong = judged(typed, halfTyped(place.data()), end, report);
        if (!wrong.isEmpty())
            place.fail(report, seed, u"end %1: %2"_s.arg(i).arg(wrong));
    }
    return report;
}

} // namespace

TrialReport typingTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"typing"_s;
    report.plan = plan;
    report.timed = u"of typing was missing"_s;
    for (quint32 seed = plan.seed; report.trials < plan.count;) {
        std::vector<std::future<TrialReport>> running;
        for (int left = plan.count - report.trials; left > 0 && running.size() < typistsAtOnce; left -= endsOfASeed)
            running.push_back(std::async(std::launch::async, typeForASeed, seed++, std::min(left, endsOfASeed)));
        for (auto &one : running)
            report.add(one.get());
    }
    return report;
}

} // namespace Handrail::Reliability
