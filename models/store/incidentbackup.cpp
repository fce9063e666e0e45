// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentbackup.h"

#include "base/disksync.h"
#include "store/incidentfile.h"
#include "store/incidentfolder.h"
#include "store/incidentlock.h"
#include "store/incidentschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptDays = 7;
constexpr int keptWeeks = 4;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
const QString timeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;
const QString namePattern = u"incidents-????????T??????Z.sqlite"_s;

Problem error(const QString &text)
{
    return { Problem::Severity::Error, text, 0 };
}

QString backupsFolder(const QString &folder)
{
    return folder + u"/backups"_s;
}

QString nameAt(const QDateTime &at)
{
    return u"incidents-%1.sqlite"_s.arg(at.toUTC().toString(timeFormat));
}

/** The newest of each of the last seven days that have one, and of each of the last four weeks. */
QSet<QString> worthKeeping(const QList<IncidentBackup> &backups)
{
    QSet<QString> kept;
    QSet<QDate> days;
    QSet<std::pair<int, int>> weeks;
    for (const IncidentBackup &backup : backups) { // the newest first
        const QDate day = backup.at.date();
        int year = 0;
        const int week = day.weekNumber(&year);
        if (days.size() < keptDays && !days.contains(day)) {
            days.insert(day);
            kept.insert(backup.path);
        }
        if (weeks.size() < keptWeeks && !weeks.contains({ year, week })) {
            weeks.insert({ year, week });
            kept.insert(backup.path);
        }
    }
    return kept;
}

/** Moves the file and what SQLite left beside it out of the way: a journal of the old one would be played into the new one. */
Result<QString> moveAside(const QString &folder, const QDateTime &now)
{
    const QString file = incidentFilePath(folder);
    if (!QFileInfo::exists(file))
        return QString();
    const QString place = folder + u"/damaged/"_s + now.toUTC().toString(timeFormat);
    if (!makeFolder(place))
        return error(u"The folder %1 cannot be made. Nothing was changed."_s.arg(place));
    for (const QString &ending : { u"-journal"_s, u"-wal"_s, u"-shm"_s, u""_s }) {
        if (QFileInfo::exists(file + ending) && !QFile::rename(file + ending, place + u"/incidents.sqlite"_s + ending))
            return error(u"%1 cannot be moved to %2. What was moved so far is there."_s.arg(file + ending, place));
    }
    if (!syncToDisk(place))
        return error(u"The disk did not take what was moved to %1. It is there for now."_s.arg(place));
    return place;
}

} // namespace

QList<IncidentBackup> incidentBackups(const QString &folder)
{
    QList<IncidentBackup> backups;
    const QFileInfoList files = QDir(backupsFolder(folder)).entryInfoList({ namePattern }, QDir::Files);
    for (const QFileInfo &file : files) {
        QDateTime at = QDateTime::fromString(file.completeBaseName().section(u'-', 1), timeFormat);
        if (!at.isValid())
            continue;
        at.setTimeZone(QTimeZone::utc());
        backups.append({ file.filePath(), at });
    }
    std::sort(backups.begin(), backups.end(), [](const IncidentBackup &a, const IncidentBackup &b) { return a.at > b.at; });
    return backups;
}

namespace {

Result<Done> copyChecked(const Database &database, const QString &path)
{
    const Problem notMade = error(u"No copy could be made in %1. See whether there is room, and that you may write there."_s.arg(QFileInfo(path).path()));
    const QString folder = QFileInfo(path).path();
    if (!makeFolder(folder))
        return notMade;
    QFile file(path); // made here, for SQLite would let everybody read it
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return notMade;
    file.close();
    auto copy = database.prepared(u"VACUUM INTO :path"_s);
    if (!copy)
        return copy.problem();
    copy->bindValue(u":path"_s, path);
    if (!database.execute(*copy) || !checkIncidentFile(path) || !syncToDisk(path)) {
        QFile::remove(path);
        return notMade;
    }
    return Done {};
}

} // namespace

Result<Done> copyWhole(const Database &database, const QString &path)
{
    const QFileInfo named(path);
    const QDir folder = named.dir();
    for (const QString &cutOff : folder.entryList({ u"*.unfinished"_s }, QDir::Files))
        QFile::remove(folder.filePath(cutOff));
    const QString unfinished = path + u".unfinished"_s; // no name that incidentBackups() takes for a backup
    if (const auto copied = copyChecked(database, unfinished); !copied)
        return copied.problem();
    QFile::remove(path); // one that was made in this very second has no more in it
    if (!QFile::rename(unfinished, path) || !syncToDisk(named.path()))
        return error(u"The backup %1 could not be named. The incidents are safe where they are."_s.arg(path));
    return Done {};
}

Result<QString> backUpIncidents(const Database &database, const QString &folder, const QDateTime &now)
{
    const QString path = backupsFolder(folder) + u'/' + nameAt(now);
    if (const auto copied = copyWhole(database, path); !copied)
        return copied.problem();
    const QList<IncidentBackup> backups = incidentBackups(folder);
    const QSet<QString> kept = worthKeeping(backups);
    for (const IncidentBackup &backup : backups) {
        if (!kept.contains(backup.path))
            QFile::remove(backup.path);
    }
    return path;
}

namespace {

/** @p file as it is called to the user; @p path is what is looked at, which may be a copy. */
Result<Done> checkPages(const QString &file, const QString &path, Database::Mode mode)
{
    const auto database = Database::open(path, mode, { u"trusted_schema = OFF"_s, u"cell_size_check = ON"_s });
    if (!database)
        return database.problem();
    const auto damaged = error(u"%1 is damaged."_s.arg(file));
    const auto id = (*database)->single(u"PRAGMA application_id"_s);
    if (!id)
        return tellsOfDamage(**database) ? damaged : id.problem();
    if (id->toInt() != incidentApplicationId)
        return error(u"%1 is no file of incidents."_s.arg(file));
    const auto check = (*database)->single(u"PRAGMA integrity_check(1)"_s);
    if (!check && !tellsOfDamage(**database))
        return check.problem();
    return check && check->toString() == u"ok" ? Result<Done>(Done {}) : Result<Done>(damaged);
}

/** A write that was cut off is no damage: SQLite takes it back at the next start. In a copy it does so here, and nothing is written. */
Result<Done> checkInterrupted(const QString &file)
{
    if (const auto lock = IncidentLock::take(QFileInfo(file).path()); !lock)
        return lock.problem(); // another Handrail is writing just now
    const QTemporaryDir place;
    const QString copy = place.filePath(u"incidents.sqlite"_s);
    if (!place.isValid() || !QFile::copy(file, copy) || !QFile::copy(file + u"-journal"_s, copy + u"-journal"_s))
        return error(u"%1 was being written to when Handrail ended, and there is no room to check a copy of it. Start Handrail: it takes back "
                     "what is half written."_s.arg(file));
    return checkPages(file, copy, Database::Mode::ReadWrite);
}

} // namespace

Result<Done> checkIncidentFile(const QString &file)
{
    if (!QFileInfo(file).isFile())
        return error(u"There is no file %1."_s.arg(file));
    if (QFileInfo(file + u"-journal"_s).size() > 0)
        return checkInterrupted(file);
    return checkPages(file, file, Database::Mode::ReadOnly);
}

std::optional<IncidentBackup> newestSoundBackup(const QString &folder)
{
    const QList<IncidentBackup> backups = incidentBackups(folder);
    const auto sound = std::find_if(backups.begin(), backups.end(), [](const IncidentBackup &backup) {
        return checkIncidentFile(backup.path).ok();
    });
    return sound == backups.end() ? std::nullopt : std::optional(*sound);
}

std::optional<IncidentBackup> backupToOffer(const QString &folder)
{
    return checkIncidentFile(incidentFilePath(folder)) ? std::nullopt : newestSoundBackup(folder);
}

Result<QString> restoreIncidents(const QString &folder, const QString &backup, const QDateTime &now)
{
    if (const auto sound = checkIncidentFile(backup); !sound)
        return error(sound.problem().text + u" Nothing was changed."_s);
    const auto lock = IncidentLock::take(folder);
    if (!lock)
        return lock.problem();
    const QString arriving = incidentFilePath(folder) + u".restoring"_s;
    QFile::remove(arriving);
    if (!QFile::copy(backup, arriving) || !QFile::setPermissions(arriving, ownerOnly) || !checkIncidentFile(arriving)
        || !syncToDisk(arriving)) {
        QFile::remove(arriving);
        return error(u"The backup could not be copied to %1. Nothing was changed."_s.arg(folder));
    }
    const auto place = moveAside(folder, now);
    if (!place) {
        QFile::remove(arriving);
        return place;
    }
    if (!QFile::rename(arriving, incidentFilePath(folder)) || !syncToDisk(folder))
        return error(u"The backup lies in %1 and could not be named. What was there before is in %2."_s.arg(arriving, *place));
    return place;
}

} // namespace Handrail
