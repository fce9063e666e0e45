// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentimport.h"

#include "app/cli/incidentsubcommand.h"
#include "app/cli/terminaltable.h"
#include "incident/jsonlines.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> titlesIn(const QList<TimelineEntry> &entries)
{
    QHash<QString, QString> titles;
    for (const TimelineEntry &entry : entries) {
        if (entry.kind == TimelineEntry::Kind::Started)
            titles.insert(entry.incidentId, entry.payload.value("title"_L1).toString());
    }
    return titles;
}

QJsonArray toJson(const QStringList &ids, const QHash<QString, QString> &titles)
{
    QJsonArray incidents;
    for (const QString &id : ids)
        incidents.append(QJsonObject { { u"id"_s, id }, { u"title"_s, titles.value(id) } });
    return incidents;
}

QJsonObject toJson(const ImportOutcome &outcome, const QHash<QString, QString> &titles)
{
    QJsonArray refused;
    for (const auto &[id, reason] : outcome.refused)
        refused.append(QJsonObject { { u"id"_s, id }, { u"title"_s, titles.value(id) }, { u"reason"_s, reason } });
    return {
        { u"imported"_s, toJson(outcome.imported, titles) },
        { u"continued"_s, toJson(outcome.continued, titles) },
        { u"skipped"_s, toJson(outcome.known, titles) },
        { u"refused"_s, refused },
        { u"entries"_s, outcome.entries },
    };
}

QString textOf(const ImportOutcome &outcome, const QHash<QString, QString> &titles)
{
    TerminalTable table;
    const auto add = [&](const QString &what, const QStringList &ids) {
        for (const QString &id : ids)
            table.addRow({ what, shortId(id), titles.value(id) });
    };
    add(u"imported"_s, outcome.imported);
    add(u"continued"_s, outcome.continued);
    add(u"here already"_s, outcome.known);
    for (const auto &[id, reason] : outcome.refused)
        table.addRow({ u"refused"_s, shortId(id), titles.value(id) + u" — "_s + reason });
    return table.text() + u"%1 entries were added.\n"_s.arg(outcome.entries);
}

} // namespace

QString IncidentImport::name() const
{
    return u"incident import"_s;
}

QString IncidentImport::summary() const
{
    return u"Takes in incidents that were exported as JSON Lines"_s;
}

int IncidentImport::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"FILE [--data DIR] [--json]"_s,
                    u"Takes in the incidents of a file made by 'incident export --format jsonl' or 'incident salvage'. What is "
                    "here is never changed: an incident of which all is here is passed over, one with entries that are not "
                    "here is continued with them, one that contradicts what is here is refused. A file with one wrong line is "
                    "refused whole."_s);
    options.addData();
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    if (options.positional().isEmpty()) {
        streams.complain(u"Name a file."_s);
        return ExitCode::wrongUse;
    }
    const auto entries = readJsonLinesFile(options.positional(0));
    if (!entries) {
        streams.complain(QList<Problem> { entries.problem() });
        streams.complain(u"Nothing was imported."_s);
        return ExitCode::noAccess;
    }
    const auto store = whenFree(workplace, [&] { return IncidentStore::open(options.dataFolder(workplace), workplace.clock); });
    const auto outcome = store ? (*store)->import(*entries).result() : Result<ImportOutcome>(store.problem());
    if (!outcome) {
        streams.complain(outcome.problem().text);
        streams.complain(u"Nothing was imported."_s);
        return ExitCode::noAccess;
    }
    const QHash<QString, QString> titles = titlesIn(*entries);
    if (options.json())
        streams.print(toJson(*outcome, titles));
    else
        streams.print(textOf(*outcome, titles));
    return outcome->refused.isEmpty() ? ExitCode::done : ExitCode::findings;
}

} // namespace Handrail
