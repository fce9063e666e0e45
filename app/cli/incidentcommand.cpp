// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentcommand.h"

#include "app/cli/incidentbackups.h"
#include "app/cli/incidentexport.h"
#include "app/cli/incidentlist.h"
#include "app/cli/incidentnote.h"
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
    commands.push_back(std::make_unique<IncidentCheck>());
    commands.push_back(std::make_unique<IncidentBackUp>());
    commands.push_back(std::make_unique<IncidentRestore>());
    return commands;
}

} // namespace

QString IncidentCommand::name() const
{
    return u"incident"_s;
}

QString IncidentCommand::summary() const
{
    return u"Lists, shows, exports and backs up incidents, and adds notes"_s;
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
    const QString overview = u"Usage: handrail-cli incident list|show|note|export|check|backup|restore [options]\n\n"_s + table.text(u"  "_s);
    if (wanted == u"--help" || wanted == u"-h") {
        streams.print(overview);
        return ExitCode::done;
    }
    streams.complain(wanted.isEmpty() ? u"Say what to do with incidents: list, show, note, export, check, backup or restore."_s
                                      : u"Incidents know list, show, note, export, check, backup and restore, not %1."_s.arg(wanted));
    return ExitCode::wrongUse;
}

} // namespace Handrail
