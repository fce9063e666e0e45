// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentexport.h"

#include "app/cli/incidentsubcommand.h"
#include "exporting/htmlreport.h"
#include "exporting/markdownreport.h"
#include "incident/jsonlines.h"

#include <QFileInfo>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** What is written: a text, and what its file is called when only a folder is named. */
struct Export
{
    QString format;
    QString fileName;
    QByteArray bytes;
};

int write(const Export &made, const Options &options, const Streams &streams)
{
    QString path = options.value(u"output");
    if (QFileInfo(path).isDir())
        path += u'/' + made.fileName;
    if (!path.isEmpty()) {
        if (const auto written = writeWhole(path, made.bytes); !written) {
            streams.complain(written.problem().text);
            return ExitCode::noAccess;
        }
    }
    if (made.format == u"jsonl")
        streams.complain(u"Nothing is masked in it: secrets stand there as they were typed. "
                         "It is for importing again, not for sharing."_s);
    if (options.json() && made.format == u"jsonl" && !path.isEmpty())
        streams.print({ { u"fileName"_s, path } });
    else if (options.json() && made.format != u"jsonl")
        streams.print({ { u"fileName"_s, path.isEmpty() ? made.fileName : path },
                        { made.format, QString::fromUtf8(made.bytes) } });
    else
        streams.print(path.isEmpty() ? QString::fromUtf8(made.bytes) : path + u'\n');
    return ExitCode::done;
}

Export exportOf(const Incident &incident, const QString &format)
{
    const QString nameBeforeEnding = reportFileName(incident).chopped(2);
    if (format == u"html")
        return { format, nameBeforeEnding + format, htmlReport(incident).toUtf8() };
    if (format == u"jsonl")
        return { format, nameBeforeEnding + format, incidentsToJsonLines(incident.entries) };
    return { u"markdown"_s, reportFileName(incident), markdownReport(incident).toUtf8() };
}

} // namespace

QString IncidentExport::name() const
{
    return u"incident export"_s;
}

QString IncidentExport::summary() const
{
    return u"Writes an incident as Markdown or HTML, secrets masked, or whole as JSON Lines"_s;
}

int IncidentExport::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"ID|last|--all [--format markdown|html|jsonl] [--output FILE|DIR] [--data DIR] [--json]"_s,
                    u"Writes the report of an incident to the output, or to a file. As jsonl it is everything, to be imported "
                    "again: nothing is masked in it, so it is not for sharing."_s);
    options.addData();
    options.addFlag(u"all"_s, u"All incidents in one file; with the format jsonl."_s);
    options.addValue(u"format"_s, u"FORMAT"_s, u"markdown, html for a page of its own, or jsonl (markdown)."_s);
    options.addValue(u"output"_s, u"FILE"_s, u"Writes to FILE; in a folder, to a file named after the incident."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    const auto wrong = [&streams](const QString &text) {
        streams.complain(text);
        return ExitCode::wrongUse;
    };
    const QString format = options.value(u"format");
    const bool isAll = options.has(u"all");
    if (options.positional().isEmpty() != isAll)
        return wrong(u"Name an incident, or say last or --all."_s);
    if (!format.isEmpty() && format != u"html" && format != u"markdown" && format != u"jsonl")
        return wrong(u"The format is markdown, html or jsonl."_s);
    if (isAll && format != u"jsonl")
        return wrong(u"All incidents go into one file with --format jsonl only."_s);

    IncidentReader reader(options.dataFolder(workplace), streams, workplace);
    if (isAll) {
        const auto entries = reader.entriesOfAll();
        const QString day = workplace.clock.now().toUTC().toString(u"yyyy-MM-dd"_s);
        return entries ? write({ format, day + u"-all-incidents.jsonl"_s, incidentsToJsonLines(*entries) }, options, streams)
                       : reader.exitCode();
    }
    const auto incident = reader.find(options.positional(0));
    return incident ? write(exportOf(*incident, format), options, streams) : reader.exitCode();
}

} // namespace Handrail
