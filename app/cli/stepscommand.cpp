// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stepscommand.h"

#include "app/cli/options.h"
#include "app/cli/steptext.h"
#include "checklist/procedurejson.h"
#include "session/triage.h"

#include <QDir>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestList = 16 * 1024 * 1024;

/** "folder/file.md#anchor" taken apart; a file may have a "#" in its name. */
struct Target
{
    RunbookRef ref;
    QString anchor;
};

Target targetOf(const QString &typed, const QString &root)
{
    const QDir dir(root);
    Target target { { QDir::cleanPath(dir.absolutePath()), typed }, {} };
    if (const qsizetype hash = typed.lastIndexOf(u'#'); hash > 0 && !QFileInfo::exists(dir.filePath(typed))) {
        target.ref.path = typed.first(hash);
        target.anchor = typed.sliced(hash + 1);
    }
    return target;
}

/** A single runbook is its own little library: its folder and its name. */
Target singleTarget(const QString &typed)
{
    Target target = targetOf(typed, QDir::currentPath());
    const QFileInfo file(QDir::current(), target.ref.path);
    target.ref = { QDir::cleanPath(file.absolutePath()), file.fileName() };
    return target;
}

bool hasAnchor(const Runbook &runbook, const QString &anchor)
{
    return anchor.isEmpty() || std::any_of(runbook.sections.begin(), runbook.sections.end(), [&](const Section &section) {
               return section.anchor == anchor;
           });
}

std::optional<KnownValues> valuesFrom(const QString &file, const Streams &streams)
{
    if (file.isEmpty())
        return KnownValues();
    const auto text = readText(streams, file, AlertReader::maximumLength);
    if (!text) {
        streams.complain(text.problem().text);
        return std::nullopt;
    }
    const ParsedAlerts parsed = AlertReader().read(*text);
    streams.complain(parsed.problems);
    return parsed.alerts.isEmpty() ? KnownValues() : Triage::valuesOf(parsed.alerts.first());
}

int stepsOfOne(const QString &typed, const KnownValues &values, bool json, const Streams &streams)
{
    const Target target = singleTarget(typed);
    const auto runbook = Triage::open(target.ref);
    if (!runbook) {
        streams.complain(runbook.problem().text);
        return ExitCode::noAccess;
    }
    if (!hasAnchor(*runbook, target.anchor))
        streams.complain(u"%1 has no section #%2; these are the steps of the whole file."_s.arg(target.ref.path, target.anchor));
    const Procedure procedure = readProcedure(*runbook, target.anchor);
    if (json) {
        streams.print(toJson(procedure, values));
    } else {
        streams.print(procedureText(procedure, values));
        streams.complain(runbook->document.problems);
    }
    return procedure.stepCount() == 0 ? ExitCode::findings : ExitCode::done;
}

int stepsOfList(const QString &list, const QString &root, const KnownValues &values, bool json, const Streams &streams)
{
    const auto text = readText(streams, list, largestList);
    if (!text) {
        streams.complain(text.problem().text);
        return ExitCode::noAccess;
    }
    int code = ExitCode::done;
    const QStringList lines = text->split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const Target target = targetOf(line.trimmed(), root);
        const auto runbook = Triage::open(target.ref);
        if (!runbook) { // an empty answer keeps one line out for one line in
            streams.complain(target.ref.path + u": "_s + runbook.problem().text);
            code = ExitCode::noAccess;
        }
        const Procedure procedure = runbook ? readProcedure(*runbook, target.anchor) : Procedure();
        if (json) {
            QJsonObject out = toJson(procedure, values);
            out.insert(u"runbook"_s, target.ref.path);
            out.insert(u"anchor"_s, target.anchor.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(target.anchor));
            streams.print(out);
        } else {
            streams.print(u"— "_s + line.trimmed() + u'\n' + procedureText(procedure, values) + u'\n');
        }
    }
    return code;
}

} // namespace

QString StepsCommand::name() const
{
    return u"steps"_s;
}

QString StepsCommand::summary() const
{
    return u"Shows a runbook's steps, commands filled in and labelled"_s;
}

int StepsCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &) const
{
    Options options(name(), u"RUNBOOK[#ANCHOR] [--alert FILE] [--batch LIST --root DIR] [--json]"_s,
                    u"Reads the steps off a runbook's structure. Runs nothing."_s);
    options.addValue(u"alert"_s, u"FILE"_s, u"Fills commands from the first alert in FILE (- for the input)."_s);
    options.addValue(u"batch"_s, u"LIST"_s, u"Reads a path a line, relative to --root; one line of output for each."_s);
    options.addValue(u"root"_s, u"DIR"_s, u"The folder the paths of --batch are in (the current one)."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    const bool batch = options.has(u"batch");
    if (!batch && options.positional().isEmpty()) {
        streams.complain(u"Name a runbook."_s);
        return ExitCode::wrongUse;
    }
    const auto values = valuesFrom(options.value(u"alert"), streams);
    if (!values)
        return ExitCode::noAccess;
    if (!batch)
        return stepsOfOne(options.positional(0), *values, options.json(), streams);
    const QString root = options.has(u"root") ? options.value(u"root") : u"."_s;
    return stepsOfList(options.value(u"batch"), root, *values, options.json(), streams);
}

} // namespace Handrail
