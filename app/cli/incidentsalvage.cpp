// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentsalvage.h"

#include "app/cli/options.h"
#include "base/wholefile.h"
#include "incident/jsonlines.h"
#include "store/incidentsalvage.h"

#include <QFileInfo>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isWhole(const SalvagedIncidents &salvaged)
{
    return salvaged.missingEntries == 0 && salvaged.lostBeginnings == 0 && salvaged.damagedTexts == 0;
}

QString textOf(const SalvagedIncidents &salvaged, const QString &path)
{
    QString text = u"Saved %1 entries of %2 incidents to %3.\n"_s.arg(salvaged.readEntries).arg(salvaged.incidents).arg(path);
    const auto add = [&text](qint64 count, const QString &sentence) {
        if (count > 0)
            text += sentence.arg(count) + u'\n';
    };
    add(salvaged.missingEntries, u"Entries missing between them: %1"_s);
    add(salvaged.lostBeginnings, u"Incidents whose beginning is missing: %1"_s);
    add(salvaged.damagedTexts, u"Entries whose long text is not whole: %1"_s);
    if (isWhole(salvaged))
        text += u"Nothing is missing between them.\n"_s;
    return text + u"'handrail-cli incident import' takes them in. Nothing is masked in the file.\n"_s;
}

QJsonObject toJson(const SalvagedIncidents &salvaged, const QString &path)
{
    return {
        { u"fileName"_s, path },
        { u"incidents"_s, qint64(salvaged.incidents) },
        { u"entries"_s, qint64(salvaged.readEntries) },
        { u"missingEntries"_s, salvaged.missingEntries },
        { u"lostBeginnings"_s, qint64(salvaged.lostBeginnings) },
        { u"damagedTexts"_s, qint64(salvaged.damagedTexts) },
    };
}

} // namespace

QString IncidentSalvage::name() const
{
    return u"incident salvage"_s;
}

QString IncidentSalvage::summary() const
{
    return u"Writes what is readable in a damaged file as JSON Lines, to import it"_s;
}

int IncidentSalvage::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Q_UNUSED(workplace)
    Options options(name(), u"DAMAGED-FILE --to OUT.jsonl [--json]"_s,
                    u"Reads whatever entries are readable in a damaged incidents.sqlite, which is not written to, and writes "
                    "them to a file that 'incident import' takes in. Nothing is masked in it."_s);
    options.addValue(u"to"_s, u"FILE"_s, u"The file to write."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    const QString path = options.value(u"to");
    if (options.positional().isEmpty() || path.isEmpty()) {
        streams.complain(u"Name the damaged file, and with --to the file to write."_s);
        return ExitCode::wrongUse;
    }
    if (QFileInfo(path) == QFileInfo(options.positional(0))) {
        streams.complain(u"The damaged file is not written to. Name another with --to."_s);
        return ExitCode::wrongUse;
    }
    const auto salvaged = salvageIncidents(options.positional(0));
    const auto written = salvaged ? writeWhole(path, incidentsToJsonLines(salvaged->entries)) : salvaged.problem();
    if (!written) {
        streams.complain(written.problem().text);
        return ExitCode::noAccess;
    }
    if (options.json())
        streams.print(toJson(*salvaged, path));
    else
        streams.print(textOf(*salvaged, path));
    return isWhole(*salvaged) ? ExitCode::done : ExitCode::findings;
}

} // namespace Handrail
