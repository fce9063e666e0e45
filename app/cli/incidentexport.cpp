// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentexport.h"

#include "app/cli/incidentsubcommand.h"
#include "app/cli/library.h"
#include "base/wholefile.h"
#include "exporting/documenttemplate.h"
#include "exporting/htmlreport.h"
#include "exporting/incidentfields.h"
#include "exporting/incidentpeople.h"
#include "exporting/leavingdocument.h"
#include "exporting/markdownreport.h"
#include "incident/jsonlines.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** What is written: a text, and what its file is called when only a folder is named. */
struct Export
{
    QString format;
    QString fileName;
    QByteArray bytes;
    QList<HiddenPlace> hidden {};
    bool lacksFiles = false; ///< that were attached
};

QJsonArray toJson(const QList<HiddenPlace> &hidden)
{
    QJsonArray places;
    for (const HiddenPlace &place : hidden) {
        places.append(QJsonObject { { u"kind"_s, place.kind }, { u"chars"_s, place.chars }, { u"part"_s, place.part },
                                    { u"line"_s, place.line } });
    }
    return places;
}

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
    if (made.lacksFiles)
        streams.complain(u"Attached files are not in it: copy the data folder's \"attachments\" along."_s);
    for (const HiddenPlace &place : made.hidden)
        streams.complain(u"Hidden: %1, %2 characters, line %3."_s.arg(place.kind).arg(place.chars).arg(place.line));
    if (options.json() && made.format == u"jsonl" && !path.isEmpty())
        streams.print({ { u"fileName"_s, path } });
    else if (options.json() && made.format != u"jsonl")
        streams.print({ { u"fileName"_s, path.isEmpty() ? made.fileName : path },
                        { made.format, QString::fromUtf8(made.bytes) },
                        { u"hidden"_s, toJson(made.hidden) } });
    else
        streams.print(path.isEmpty() ? QString::fromUtf8(made.bytes) : path + u'\n');
    return ExitCode::done;
}

Export everythingOf(const QList<TimelineEntry> &entries, const QString &fileName)
{
    const bool hasFiles = std::any_of(entries.begin(), entries.end(), [](const TimelineEntry &entry) {
        return entry.kind == TimelineEntry::Kind::FileAttached;
    });
    return { u"jsonl"_s, fileName, incidentsToJsonLines(entries), {}, hasFiles };
}

/** The one called @p name, by its id or title, else the file of that name. */
Result<DocumentTemplate> templateNamed(const QString &name, const QString &folder)
{
    QList<Problem> problems;
    const QList<DocumentTemplate> all = documentTemplates(folder, problems);
    const auto named = std::find_if(all.begin(), all.end(), [&name](const DocumentTemplate &each) {
        return each.id == name || each.title.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (named != all.end())
        return *named;
    const auto unread = std::find_if(problems.begin(), problems.end(), [&name](const Problem &problem) {
        return problem.text.startsWith(name + u".md: "_s, Qt::CaseInsensitive);
    });
    return unread == problems.end() ? readTemplate(name) : Result<DocumentTemplate>(*unread);
}

Export exportOf(const Incident &incident, const QString &format, const QString &draft, bool namesAsRoles)
{
    const QHash<QString, QString> roles = namesAsRoles ? roleNamesOf(incident) : QHash<QString, QString>();
    const QString nameBeforeEnding = reportFileName(incident, roles).chopped(2);
    if (format == u"jsonl")
        return everythingOf(incident.entries, nameBeforeEnding + format);
    const LeavingDocument leaving = leavingDocument(draft, roles);
    if (format == u"html")
        return { format, nameBeforeEnding + format, htmlDocument(leaving.title, leaving.markdown).toUtf8(), leaving.hidden };
    return { u"markdown"_s, nameBeforeEnding + u"md"_s, leaving.markdown.toUtf8(), leaving.hidden };
}

} // namespace

QString IncidentExport::name() const
{
    return u"incident export"_s;
}

QString IncidentExport::summary() const
{
    return u"Writes a document about an incident, secrets masked, or all of it as JSON Lines"_s;
}

int IncidentExport::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"ID|last|--all [--template NAME|FILE] [--roles] [--format markdown|html|jsonl] [--output FILE|DIR]"
                    " [--library DIR]… [--data DIR] [--json]"_s,
                    u"Writes a document about an incident to the output, or to a file; what was hidden in it is said. As jsonl it "
                    "is everything, to be imported again: nothing is masked in it, so it is not for sharing."_s);
    options.addData();
    options.addLibraries();
    options.addValue(u"template"_s, u"NAME"_s, u"record, short, detailed, review, handoff, one of your own, or a file (record)."_s);
    options.addFlag(u"roles"_s, u"Writes \"the lead\", \"responder 1\" in place of names."_s);
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
        return entries ? write(everythingOf(*entries, day + u"-all-incidents.jsonl"_s), options, streams) : reader.exitCode();
    }
    const auto incident = reader.find(options.positional(0));
    if (!incident)
        return reader.exitCode();
    const auto chosen = templateNamed(options.has(u"template") ? options.value(u"template") : u"record"_s,
                                      options.dataFolder(workplace) + u"/templates"_s);
    if (!chosen) {
        streams.complain(chosen.problem().text);
        return ExitCode::noAccess;
    }
    Ownership ownership;
    if (options.has(u"library")) { // reading a library takes a while: only when it is asked for
        const auto library = openLibrary(options, streams, workplace);
        if (!library)
            return ExitCode::noAccess;
        ownership = library->catalog.ownershipOf(incident->service, library->myTeams);
        ownership.onCall = library->catalog.onCallFor(ownership.owner, workplace.clock.now()).value_or(OnCall());
    }
    const QString draft = filled(chosen->text, incidentFields(*incident, ownership, workplace.clock.now()));
    return write(exportOf(*incident, format, draft, options.has(u"roles")), options, streams);
}

} // namespace Handrail
