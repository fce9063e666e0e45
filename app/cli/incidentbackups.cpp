// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentbackups.h"

#include "app/cli/incidentsubcommand.h"
#include "app/cli/options.h"
#include "store/incidentbackup.h"
#include "store/incidentfile.h"
#include "store/incidentfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

int complained(const Problem &problem, const Streams &streams)
{
    streams.complain(problem.text);
    return ExitCode::noAccess;
}

} // namespace

QString IncidentCheck::name() const
{
    return u"incident check"_s;
}

QString IncidentCheck::summary() const
{
    return u"Says whether the file of incidents is sound, and lists the backups"_s;
}

int IncidentCheck::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"[FILE] [--data DIR] [--json]"_s, u"Reads every page of the file, or of FILE, and writes nothing."_s);
    options.addData();
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    const QString folder = options.dataFolder(workplace);
    const QString file = options.positional().isEmpty() ? incidentFilePath(folder) : QDir().absoluteFilePath(options.positional(0));
    const auto sound = whenFree(workplace, [&] { return checkIncidentFile(file); });
    QJsonArray backups;
    QString list;
    for (const IncidentBackup &backup : incidentBackups(folder)) {
        backups.append(backup.path);
        list += u"  backup of "_s + utcText(backup.at) + u" UTC: "_s + backup.path + u'\n';
    }
    if (options.json())
        streams.print({ { u"file"_s, file }, { u"sound"_s, sound.ok() }, { u"backups"_s, backups } });
    else
        streams.print((sound ? file + u" is sound.\n"_s : QString()) + list);
    if (sound)
        return ExitCode::done;
    streams.complain(sound.problem().text + u" Nothing was changed in it."_s);
    return ExitCode::findings;
}

QString IncidentBackUp::name() const
{
    return u"incident backup"_s;
}

QString IncidentBackUp::summary() const
{
    return u"Makes a backup of all incidents"_s;
}

int IncidentBackUp::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"[--data DIR] [--json]"_s, u"Copies all incidents to the data folder's backups, and checks the copy."_s);
    options.addData();
    if (const auto code = options.read(arguments, streams, 0))
        return *code;
    const QString folder = options.dataFolder(workplace);
    if (!QFileInfo::exists(incidentFilePath(folder)))
        return complained({ Problem::Severity::Error, u"There are no incidents in %1 yet."_s.arg(folder), 0 }, streams);
    IncidentFileOptions reading;
    reading.forReading = true;
    const auto file = openIncidentFile(folder, workplace.clock.now(), reading);
    if (!file)
        return complained(file.problem(), streams);
    const auto made = backUpIncidents(*file->database, folder, workplace.clock.now());
    if (!made)
        return complained(made.problem(), streams);
    if (options.json())
        streams.print({ { u"backup"_s, *made } });
    else
        streams.print(*made + u'\n');
    return ExitCode::done;
}

QString IncidentRestore::name() const
{
    return u"incident restore"_s;
}

QString IncidentRestore::summary() const
{
    return u"Puts a backup in the place of the incidents"_s;
}

int IncidentRestore::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"FILE|last [--data DIR] [--json]"_s,
                    u"Checks the backup, moves what is there to the data folder's \"damaged\", and puts the backup in its place."_s);
    options.addData();
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    if (options.positional().isEmpty()) {
        streams.complain(u"Name a backup, or say last."_s);
        return ExitCode::wrongUse;
    }
    const QString folder = options.dataFolder(workplace);
    QString backup = QDir().absoluteFilePath(options.positional(0));
    if (options.positional(0) == u"last") {
        const auto newest = newestSoundBackup(folder);
        if (!newest)
            return complained({ Problem::Severity::Error, u"There is no sound backup in %1/backups."_s.arg(folder), 0 }, streams);
        backup = newest->path;
    }
    const auto aside = whenFree(workplace, [&] { return restoreIncidents(folder, backup, workplace.clock.now()); });
    if (!aside)
        return complained(aside.problem(), streams);
    if (options.json()) {
        streams.print({ { u"restored"_s, backup }, { u"aside"_s, *aside } });
    } else {
        streams.print(u"Restored from %1.\n"_s.arg(backup)
                      + (aside->isEmpty() ? QString() : u"What was there before is in %1.\n"_s.arg(*aside)));
    }
    return ExitCode::done;
}

} // namespace Handrail
