// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsecommand.h"

#include "alerts/alertjson.h"
#include "alerts/alertreader.h"
#include "app/cli/alerttext.h"
#include "app/cli/options.h"
#include "app/cli/terminaltable.h"

#include <QDir>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString count(const ParsedAlerts &parsed)
{
    return parsed.alerts.size() == 1 ? u"1 alert"_s : u"%1 alerts"_s.arg(parsed.alerts.size());
}

int parseOne(const QString &file, bool json, const Streams &streams)
{
    const auto text = readText(streams, file, AlertReader::maximumLength);
    if (!text) {
        streams.complain(text.problem().text);
        return ExitCode::noAccess;
    }
    const AlertReader reader;
    const ParsedAlerts parsed = reader.read(*text);
    if (json) {
        streams.print(toJson(parsed));
    } else {
        streams.print(reader.formatTitle(parsed.format) + u": "_s + count(parsed) + u'\n');
        for (const Alert &alert : parsed.alerts)
            streams.print(u'\n' + alertText(alert));
        streams.complain(parsed.problems);
    }
    return parsed.alerts.isEmpty() ? ExitCode::findings : ExitCode::done;
}

int parseFolder(const QString &folder, bool json, const Streams &streams)
{
    const QDir dir(folder);
    if (!dir.exists() || !dir.isReadable()) {
        streams.complain(u"The folder %1 cannot be read."_s.arg(folder));
        return ExitCode::noAccess;
    }
    const AlertReader reader;
    TerminalTable table;
    int code = ExitCode::done;
    const QStringList files = dir.entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto text = readText(streams, dir.filePath(file), AlertReader::maximumLength);
        if (!text) {
            streams.complain(text.problem().text);
            code = ExitCode::noAccess;
            continue;
        }
        const ParsedAlerts parsed = reader.read(*text);
        if (json) {
            QJsonObject line = toJson(parsed);
            line.insert(u"file"_s, file);
            streams.print(line);
        } else {
            table.addRow({ file, parsed.format, count(parsed),
                           parsed.alerts.isEmpty() ? QString() : titleOf(parsed.alerts.first()) });
        }
    }
    streams.print(table.text());
    return code;
}

} // namespace

QString ParseCommand::name() const
{
    return u"parse"_s;
}

QString ParseCommand::summary() const
{
    return u"Says what was understood of a pasted alert"_s;
}

int ParseCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &) const
{
    Options options(name(), u"[FILE|-] [--batch DIR] [--json]"_s,
                    u"Reads alerts out of whatever was pasted; without FILE, from the input."_s);
    options.addValue(u"batch"_s, u"DIR"_s,
                     u"Reads every file of DIR, one line of output for each, in the order of their names."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    if (options.has(u"batch"))
        return parseFolder(options.value(u"batch"), options.json(), streams);
    return parseOne(options.positional(0), options.json(), streams);
}

} // namespace Handrail
