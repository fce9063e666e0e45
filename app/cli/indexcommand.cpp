// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indexcommand.h"

#include "app/cli/library.h"
#include "app/cli/terminaltable.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QJsonArray problemsJson(const QList<Problem> &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array.append(QJsonObject{
            { u"severity"_s, toString(problem.severity) }, { u"text"_s, problem.text }, { u"line"_s, problem.line } });
    return array;
}

QJsonArray skippedJson(const QList<SkippedFile> &skipped)
{
    QJsonArray array;
    for (const SkippedFile &file : skipped)
        array.append(QJsonObject { { u"library"_s, file.root }, { u"path"_s, file.path }, { u"reason"_s, file.reason } });
    return array;
}

QJsonObject indexJson(const Library &library)
{
    const IndexProgress &progress = library.progress;
    return {
        { u"libraries"_s, QJsonArray::fromStringList(library.folders) },
        { u"runbooks"_s, progress.runbooks },
        { u"read"_s, progress.read },
        { u"skipped"_s, skippedJson(progress.skipped) },
        { u"problems"_s, problemsJson(progress.problems) },
    };
}

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QString statsText(const Library &library, qint64 milliseconds)
{
    TerminalTable table;
    table.addRow({ u"files looked at"_s, QString::number(library.progress.total) });
    table.addRow({ u"services"_s, QString::number(library.catalog.services().size()) });
    table.addRow({ u"teams"_s, QString::number(library.catalog.teams().size()) });
    table.addRow({ u"skipped"_s, QString::number(library.progress.skipped.size()) });
    table.addRow({ u"milliseconds"_s, QString::number(milliseconds) });
    TerminalTable skipped;
    for (const SkippedFile &file : library.progress.skipped)
        skipped.addRow({ file.path, file.reason });
    return table.text(u"  "_s) + skipped.text(u"    "_s);
}

} // namespace

QString IndexCommand::name() const
{
    return u"index"_s;
}

QString IndexCommand::summary() const
{
    return u"Brings the index of the runbooks up to date"_s;
}

int IndexCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"[--library DIR]... [--index FILE] [--stats] [--json]"_s,
                    u"Reads what is new or changed in the folders. The other commands do so by themselves."_s);
    options.addLibraries();
    options.addFlag(u"stats"_s, u"Tells more: services, files skipped and why, the time it took."_s);
    if (const auto code = options.read(arguments, streams, 0))
        return *code;
    QElapsedTimer timer;
    timer.start();
    const auto library = openLibrary(options, streams, workplace);
    if (!library)
        return ExitCode::noAccess;
    if (options.json()) {
        QJsonObject json = indexJson(*library);
        if (options.has(u"stats")) {
            json.insert(u"files"_s, library->progress.total);
            json.insert(u"services"_s, library->catalog.services().size());
            json.insert(u"teams"_s, library->catalog.teams().size());
            json.insert(u"milliseconds"_s, timer.elapsed());
        }
        streams.print(json);
    } else {
        streams.print(counted(library->progress.runbooks, u"runbook"_s, u"runbooks"_s) + u" in "_s
                      + counted(library->folders.size(), u"folder"_s, u"folders"_s)
                      + u", %1 read now\n"_s.arg(library->progress.read));
        if (options.has(u"stats"))
            streams.print(statsText(*library, timer.elapsed()));
        streams.complain(library->progress.problems);
    }
    return ExitCode::done;
}

} // namespace Handrail
