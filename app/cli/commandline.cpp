// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/incidentcommand.h"
#include "app/cli/indexcommand.h"
#include "app/cli/matchcommand.h"
#include "app/cli/parsecommand.h"
#include "app/cli/searchcommand.h"
#include "app/cli/stepscommand.h"
#include "app/cli/terminaltable.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Commands = std::vector<std::unique_ptr<Command>>;

Commands allCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<ParseCommand>());
    commands.push_back(std::make_unique<MatchCommand>());
    commands.push_back(std::make_unique<StepsCommand>());
    commands.push_back(std::make_unique<SearchCommand>());
    commands.push_back(std::make_unique<IndexCommand>());
    commands.push_back(std::make_unique<IncidentCommand>());
    return commands;
}

QString overview(const Commands &commands)
{
    TerminalTable table;
    for (const auto &command : commands)
        table.addRow({ command->name(), command->summary() });
    return u"Usage: handrail-cli COMMAND [options]\n\n"
           "Reads runbooks and alerts, and keeps incidents, on this computer alone.\n\n"
           "Commands:\n"_s
        + table.text(u"  "_s)
        + u"\n'handrail-cli COMMAND --help' explains one. '--json' on any of them prints JSON.\n"
          "Exit codes: 0 done, 1 findings or no match, 2 wrong use, 3 cannot read or write.\n"_s;
}

} // namespace

int runCommandLine(const QStringList &arguments, const Streams &streams, const Workplace &workplace)
{
    const Commands commands = allCommands();
    const QString name = arguments.value(0);
    if (name == u"--version") {
        streams.print(u"handrail-cli " HANDRAIL_VERSION "\n"_s);
        return ExitCode::done;
    }
    if (name == u"--help" || name == u"-h" || name == u"help") {
        streams.print(overview(commands));
        return ExitCode::done;
    }
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const auto &command) { return command->name() == name; });
    if (found == commands.end()) {
        streams.complain(name.isEmpty() ? u"Say what to do."_s : u"There is no command %1."_s.arg(name));
        streams.complain(u"'handrail-cli --help' lists the commands."_s);
        return ExitCode::wrongUse;
    }
    return (*found)->run(arguments.sliced(1), streams, workplace);
}

} // namespace Handrail
