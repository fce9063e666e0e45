// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentexport.h"

#include "app/cli/incidentsubcommand.h"
#include "exporting/htmlreport.h"
#include "exporting/markdownreport.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The old file or the new one, never a part; for the owner alone. */
Result<Done> writeWhole(const QString &path, const QString &text)
{
    const auto problem = [&](const QString &why) {
        return Problem { Problem::Severity::Error, u"%1 cannot be written: %2."_s.arg(path, why) };
    };
    if (QFileInfo(path).isSymLink())
        return problem(u"it is a link"_s);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return problem(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(text.toUtf8());
    return file.commit() ? Result<Done>(Done {}) : problem(file.errorString());
}

} // namespace

QString IncidentExport::name() const
{
    return u"incident export"_s;
}

QString IncidentExport::summary() const
{
    return u"Writes an incident as Markdown or HTML, secrets masked"_s;
}

int IncidentExport::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"ID|last [--format markdown|html] [--output FILE|DIR] [--data DIR] [--json]"_s,
                    u"Writes the report of an incident to the output, or to a file."_s);
    options.addData();
    options.addValue(u"format"_s, u"FORMAT"_s, u"markdown, or html for a page of its own (markdown)."_s);
    options.addValue(u"output"_s, u"FILE"_s, u"Writes to FILE; in a folder, to a file named after the incident."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    if (options.positional().isEmpty()) {
        streams.complain(u"Name an incident, or say last."_s);
        return ExitCode::wrongUse;
    }
    IncidentReader reader(options.dataFolder(workplace), streams, workplace);
    const auto incident = reader.find(options.positional(0));
    if (!incident)
        return reader.exitCode();

    const QString format = options.value(u"format");
    const bool isWebPage = format == u"html";
    if (!format.isEmpty() && format != u"html" && format != u"markdown") {
        streams.complain(u"The format is markdown or html."_s);
        return ExitCode::wrongUse;
    }
    const QString report = isWebPage ? htmlReport(*incident) : markdownReport(*incident);
    const QString fileName = isWebPage ? reportFileName(*incident).chopped(2) + u"html"_s : reportFileName(*incident);
    QString path = options.value(u"output");
    if (QFileInfo(path).isDir())
        path += u'/' + fileName;
    if (!path.isEmpty()) {
        if (const auto written = writeWhole(path, report); !written) {
            streams.complain(written.problem().text);
            return ExitCode::noAccess;
        }
    }
    if (options.json())
        streams.print({ { u"fileName"_s, path.isEmpty() ? fileName : path }, { isWebPage ? u"html"_s : u"markdown"_s, report } });
    else
        streams.print(path.isEmpty() ? report : path + u'\n');
    return ExitCode::done;
}

} // namespace Handrail
