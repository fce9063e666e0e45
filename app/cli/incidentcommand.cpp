// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentcommand.h"

#include "app/cli/incidentbackups.h"
#include "app/cli/incidentexport.h"
#include "app/cli/incidentimport.h"
#include "app/cli/incidentlist.h"
#include "app/cli/incidentnote.h"
#include "app/cli/incidentsalvage.h"
#include "app/cli/incidentshow.h"
#include "app/cli/terminaltable.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::unique_ptr<Command>> subcommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<IncidentList>());
    commands.push_back(std::make_unique<IncidentShow>());
    commands.push_back(std::make_unique<IncidentNote>());
    commands.push_back(std::make_unique<IncidentExport>());
    commands.push_back(std::make_unique<IncidentImport>());
    commands.push_back(std::make_unique<IncidentCheck>());
    commands.push_back(std::make_unique<IncidentBackUp>());
    commands.push_back(std::make_unique<IncidentRestore>());
    commands.push_back(std::make_unique<IncidentSalvage>());
    return commands;
}

} // namespace

QString IncidentCommand::name() const
{
    return u"incident"_s;
}

QString IncidentCommand::summary() const
{
    return u"Lists, shows, exports, imports and backs up incidents, and adds notes"_s;
}

int IncidentCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    const auto commands = subcommands();
    const QString wanted = arguments.value(0);
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const auto &command) { return command->name() == u"incident "_s + wanted; });
    if (found != commands.end())
        return (*found)->run(arguments.sliced(1), streams, workplace);

    TerminalTable table;
    for (const auto &command : commands)
        table.addRow({ command->name().section(u' ', 1), command->summary() });
    const QString usage =
        u"Usage: handrail-cli incident list|show|note|export|import|check|backup|restore|salvage [options]\n\n"_s;
    const QString overview = usage + table.text(u"  "_s);
    if (wanted == u"--help" || wanted == u"-h") {
        streams.print(overview);
        return ExitCode::done;
    }
    const QString words = u"list, show, note, export, import, check, backup, restore"_s;
    streams.complain(wanted.isEmpty() ? u"Say what to do with incidents: %1 or salvage."_s.arg(words)
                                      : u"Incidents know %1 and salvage, not %2."_s.arg(words, wanted));
    return ExitCode::wrongUse;
}

} // namespace Handrail
