// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentlist.h"

#include "app/cli/incidentsubcommand.h"
#include "app/cli/terminaltable.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString listText(const QList<IncidentSummary> &incidents)
{
    TerminalTable table;
    table.addRow({ u"ID"_s, u"STARTED (UTC)"_s, u"STATE"_s, u"SEVERITY"_s, u"STEPS"_s, u"TITLE"_s });
    for (const IncidentSummary &incident : incidents) {
        const QString steps = incident.stepCount == 0 ? u"-"_s : u"%1/%2"_s.arg(incident.finishedSteps).arg(incident.stepCount);
        table.addRow({ shortId(incident.id), utcText(incident.startedAt), incident.isOpen() ? u"open"_s : u"resolved"_s,
                       incident.severity.isEmpty() ? u"-"_s : incident.severity, steps, incident.title });
    }
    return table.text();
}

} // namespace

QString IncidentList::name() const
{
    return u"incident list"_s;
}

QString IncidentList::summary() const
{
    return u"Lists incidents, open ones first"_s;
}

int IncidentList::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"[--open] [--data DIR] [--json]"_s, u"Lists incidents, open ones first, then the newest."_s);
    options.addData();
    options.addFlag(u"open"_s, u"Leaves out what is resolved."_s);
    if (const auto code = options.read(arguments, streams, 0))
        return *code;
    IncidentReader reader(options.dataFolder(workplace), streams, workplace);
    auto incidents = reader.all();
    if (!incidents)
        return reader.exitCode();
    if (options.has(u"open"))
        incidents->removeIf([](const IncidentSummary &incident) { return !incident.isOpen(); });
    if (options.json()) {
        QJsonArray array;
        for (const IncidentSummary &incident : std::as_const(*incidents))
            array.append(toJson(incident));
        streams.print({ { u"incidents"_s, array } });
    } else {
        streams.print(incidents->isEmpty() ? u"No incidents.\n"_s : listText(*incidents));
    }
    return ExitCode::done;
}

} // namespace Handrail
