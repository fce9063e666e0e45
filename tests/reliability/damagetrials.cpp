// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "reliability/trials.h"
#include "reliability/workplace.h"
#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentstore.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <iterator>
#include <random>

namespace Handrail::Reliability {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageSize = 4096;
constexpr int entriesOfADay = 60;

/** What every damage is done to: three days of incidents, a backup of each, and the journal of another file. */
struct History
{
    QByteArray file;
    QList<std::pair<QString, QByteArray>> backups; ///< name and bytes, the newest first
    QByteArray foreignJournal;
    QList<Acknowledgement> entries;
};

/** A journal that SQLite would play back: of a change that was going on in a copy of @p file when it was taken. */
QByteArray journalOfAnother(const QByteArray &file, const QString &folder)
{
    const QString path = folder + u"/another.sqlite"_s;
    writeBytes(path, file);
    const auto other = Database::open(path, Database::Mode::ReadWrite, { u"journal_mode = DELETE"_s, u"cache_size = 2"_s });
    bool isReady = other && (*other)->run(u"INSERT INTO draft VALUES ('', 'a', 'b', 0)"_s) && (*other)->run(u"BEGIN IMMEDIATE"_s);
    for (int i = 0; isReady && i < 50; ++i)
        isReady = bool((*other)->run(u"INSERT INTO draft VALUES ('', 'field %1', '%2', 0)"_s.arg(i).arg(QString(2000, u'x'))));
    const QByteArray journal = bytesOf(path + u"-journal"_s);
    if (!isReady || journal.size() < pageSize)
        qFatal("No journal of another file could be made.");
    return journal;
}

/** An incident from its first note to its end, and with it the backup of the day. */
void writeDay(const QString &folder, const FixedClock &clock, int day, QList<Acknowledgement> &entries)
{
    const auto store = IncidentStore::open(folder, clock);
    if (!store)
        qFatal("No history could be made: %s", qPrintable(store.problem().text));
    const QString incident = u"incident-%1"_s.arg(day);
    for (int i = 0; i < entriesOfADay; ++i) {
        const QString text = QString::number(i).repeated(1 + i * 7);
        TimelineEntry note = noteEntry({ incident, u"ada"_s, clock.now() }, NoteKind::Note, text);
        if (i % 10 == 0)
            note.document = QString(3000 * (1 + i / 10), QChar(u'a' + char16_t(day)));
        const auto written = (*store)->append(note).result();
        entries.append({ incident, written->id, digestOf(*written) });
    }
    (void)(*store)->append(plainEntry({ incident, u"ada"_s, clock.now() }, TimelineEntry::Kind::Resolved)).result();
}

History makeHistory()
{
    const QTemporaryDir folder;
    FixedClock clock(QDateTime(QDate(2026, 11, 21), QTime(2, 16, 31), QTimeZone::utc()));
    History history;
    for (int day = 0; day < 3; ++day) {
        writeDay(folder.path(), clock, day, history.entries);
        clock.advance(24 * 3600 * 1000);
    }
    history.file = bytesOf(incidentFilePath(folder.path()));
    const QList<IncidentBackup> backups = incidentBackups(folder.path());
    for (const IncidentBackup &backup : backups)
        history.backups.append({ backup.path.section(u'/', -1), bytesOf(backup.path) });
    history.foreignJournal = journalOfAnother(history.backups.last().second, folder.path());
    return history;
}

qsizetype upTo(qsizetype most, std::mt19937 &random)
{
    return std::uniform_int_distribution<qsizetype>(0, most)(random);
}

void flipBytes(QByteArray &file, std::mt19937 &random)
{
    for (qsizetype flips = 1 + upTo(19, random); flips > 0; --flips)
        file[upTo(file.size() - 1, random)] ^= char(1 << upTo(7, random));
}

/** In the part that says what the rest means: the header and the schema. */
void flipHeader(QByteArray &file, std::mt19937 &random)
{
    file[upTo(99, random)] ^= char(1 << upTo(7, random));
}

void cutAtPage(QByteArray &file, std::mt19937 &random)
{
    file.truncate(pageSize * (1 + upTo(file.size() / pageSize - 2, random)));
}

void cutAnywhere(QByteArray &file, std::mt19937 &random)
{
    file.truncate(1 + upTo(file.size() - 2, random));
}

void zeroPage(QByteArray &file, std::mt19937 &random)
{
    file.replace(pageSize * upTo(file.size() / pageSize - 1, random), pageSize, QByteArray(pageSize, '\0'));
}

void swapPages(QByteArray &file, std::mt19937 &random)
{
    const qsizetype last = file.size() / pageSize - 1;
    const qsizetype one = pageSize * upTo(last, random), other = pageSize * upTo(last, random);
    const QByteArray page = file.mid(one, pageSize);
    file.replace(one, pageSize, file.mid(other, pageSize));
    file.replace(other, pageSize, page);
}

void empty(QByteArray &file, std::mt19937 &)
{
    file.clear();
}

void wrongMagic(QByteArray &file, std::mt19937 &random)
{
    file.replace(0, 16, QByteArray(16, char(random())));
}

void anotherPrograms(QByteArray &file, std::mt19937 &)
{
    file = QByteArray("not a database\n").repeated(1000);
}

void keepFile(QByteArray &, std::mt19937 &) { }

using Damage = void (*)(QByteArray &, std::mt19937 &);
constexpr Damage damages[] = { flipBytes, flipHeader, cutAtPage, cutAnywhere, zeroPage,        swapPages,
                               flipBytes, empty,      wrongMagic, keepFile,   anotherPrograms, keepFile };

/** Restores @p backup, the one of day @p day; the damaged @p bytes must be kept and the entries of its days be there. */
QString restore(const History &history, const QString &data, const QString &backup, int day, const QByteArray &bytes,
                TrialReport &report)
{
    const auto aside = restoreIncidents(data, backup, SystemClock().now());
    if (!aside)
        return aside.problem().text;
    if (bytesOf(*aside + u"/incidents.sqlite"_s) != bytes)
        return u"the damaged file was not kept as it was"_s;
    return check(data, history.entries.first((day + 1) * entriesOfADay), report);
}

/** Damages what is in @p place in the way of @p seed, starts there, and follows what is said; gives what is wrong. */
QString damageOnce(const History &history, quint32 seed, const Workplace &place, TrialReport &report)
{
    std::mt19937 random(seed);
    const QString file = incidentFilePath(place.data());
    const QString backups = place.data() + u"/backups/"_s;
    QDir().mkpath(backups);
    for (const auto &[name, bytes] : history.backups)
        writeBytes(backups + name, bytes);
    const bool isBackupDamaged = upTo(3, random) == 0; // then the one before is the newest that is sound
    if (isBackupDamaged) {
        QByteArray bytes = history.backups.first().second;
        cutAtPage(bytes, random);
        writeBytes(backups + history.backups.first().first, bytes);
    }
    QByteArray bytes = history.file;
    const auto damage = damages[seed % std::size(damages)];
    damage(bytes, random);
    writeBytes(file, bytes);
    if (damage == keepFile || upTo(9, random) == 0)
        writeBytes(file + u"-journal"_s, upTo(1, random) == 0 ? history.foreignJournal : QByteArray(5000, char(random())));

    const DriverEnd end = place.run({ u"start"_s, place.data() });
    if (!end.isNormal)
        return u"the program crashed: "_s + QString::fromUtf8(end.errors).trimmed();
    if (bytesOf(file) != bytes)
        return u"the file was written to"_s;
    if (isBackupDamaged)
        QFile::remove(backups + history.backups.first().first); // check() wants all of them sound
    const QString said = QString::fromUtf8(end.output).trimmed();
    if (said == u"opened") {
        if (bytes == history.file)
            return check(place.data(), history.entries, report);
        return checkIncidentFile(file) ? QString() : u"a damaged file was opened"_s;
    }
    const QString expected = backups + history.backups.at(isBackupDamaged ? 1 : 0).first;
    if (said != u"offered "_s + expected)
        return u"%1 was to be offered, and it said: %2"_s.arg(expected, said);
    return restore(history, place.data(), expected, isBackupDamaged ? 1 : 2, bytes, report);
}

} // namespace

TrialReport damageTrials(const TrialPlan &plan)
{
    TrialReport report;
    report.name = u"damaged copy"_s;
    report.plan = plan;
    const History history = makeHistory();
    for (quint32 seed = plan.seed; seed < plan.seed + quint32(plan.count); ++seed) {
        Workplace place;
        if (const QString wrong = damageOnce(history, seed, place, report); !wrong.isEmpty())
            place.fail(report, seed, wrong);
        ++report.trials;
    }
    return report;
}

} // namespace Handrail::Reliability
