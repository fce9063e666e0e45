// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentshow.h"

#include "app/cli/incidentsubcommand.h"
#include "app/cli/terminaltable.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString stepText(const QJsonObject &payload)
{
    return u"step %1 "_s.arg(payload.value("number"_L1).toInt()) + payload.value("title"_L1).toString();
}

/** What kind of entry it is, and what it says. */
std::pair<QString, QString> entryText(const TimelineEntry &entry)
{
    const auto value = [&](QLatin1StringView key) { return entry.payload.value(key).toString(); };
    switch (entry.kind) {
    case TimelineEntry::Kind::Started:
        return { u"started"_s, value("title"_L1) };
    case TimelineEntry::Kind::AlertAdded:
        return { u"alert"_s, entry.payload.value("alert"_L1).toObject().value("name"_L1).toString() };
    case TimelineEntry::Kind::RunbookOpened:
        return { u"runbook"_s, value("title"_L1) + u" ("_s + value("path"_L1) + u')' };
    case TimelineEntry::Kind::RunbookJudged:
        return { value("verdict"_L1) + u" runbook"_s, value("title"_L1) + u" ("_s + value("path"_L1) + u')' };
    case TimelineEntry::Kind::StepFinished: {
        const QString reason = value("reason"_L1);
        const QString state = value("state"_L1) == u"todo" ? u"undone"_s : value("state"_L1);
        return { state, stepText(entry.payload) + (reason.isEmpty() ? QString() : u" — "_s + reason) };
    }
    case TimelineEntry::Kind::CommandCopied:
        return { u"copied"_s, value("command"_L1) };
    case TimelineEntry::Kind::ChoiceTaken:
        return { u"went on"_s, u"to step %1: "_s.arg(entry.payload.value("toNumber"_L1).toInt()) + value("text"_L1) };
    case TimelineEntry::Kind::OutputKept:
        return { u"seen"_s, stepText(entry.payload) + u" ("_s + value("verdict"_L1) + u"): "_s + entry.document };
    case TimelineEntry::Kind::ValueTyped:
        return { u"value"_s, value("name"_L1) + u" = "_s + value("value"_L1) };
    case TimelineEntry::Kind::NoteAdded:
        return { value("kind"_L1), value("text"_L1) };
    case TimelineEntry::Kind::NoteCorrected:
        return { u"corrected"_s, value("text"_L1) };
    case TimelineEntry::Kind::FileAttached:
        return { u"attached"_s, u"%1 (%2 bytes)"_s.arg(value("name"_L1)).arg(entry.payload.value("size"_L1).toInteger()) };
    case TimelineEntry::Kind::SeverityChanged:
        return { u"severity"_s, value("severity"_L1) + u", was "_s + value("before"_L1) };
    case TimelineEntry::Kind::Claimed:
        return { u"claimed"_s, u"by "_s + entry.actor };
    case TimelineEntry::Kind::RoleTaken:
        return { value("role"_L1), entry.actor };
    case TimelineEntry::Kind::ClockJumped:
        return { u"clock"_s, u"jumped by %1 s"_s.arg(double(entry.payload.value("milliseconds"_L1).toInteger()) / 1000) };
    case TimelineEntry::Kind::Resolved:
    case TimelineEntry::Kind::Reopened:
        return { toString(entry.kind), {} };
    case TimelineEntry::Kind::Unknown:
        break;
    }
    return { entry.kindName, u"(recorded by a newer version)"_s };
}

QString incidentText(const Incident &incident)
{
    TerminalTable head;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            head.addRow({ name, value });
    };
    add(u"id"_s, incident.id);
    add(u"service"_s, incident.service);
    add(u"severity"_s, incident.severity);
    add(u"started"_s, utcText(incident.startedAt) + u" UTC by "_s + incident.startedBy);
    add(u"resolved"_s, incident.isOpen() ? u"not yet"_s : utcText(incident.resolvedAt) + u" UTC"_s);
    add(u"runbook"_s, incident.runbook.isEmpty() ? QString() : incident.runbook.title + u" ("_s + incident.runbook.path + u')');
    if (!incident.runbook.isEmpty())
        add(u"steps"_s, u"%1 of %2"_s.arg(incident.finishedSteps()).arg(incident.runbook.stepCount));

    TerminalTable timeline;
    for (const TimelineEntry &entry : incident.entries) {
        const auto [kind, text] = entryText(entry);
        const QString written = isBackdated(entry) ? u" (written %1)"_s.arg(utcText(entry.recordedAt)) : QString();
        timeline.addRow({ utcText(entry.happenedAt), entry.actor, kind, text + written });
    }
    return onOneLine(incident.title) + u'\n' + head.text(u"  "_s) + u'\n' + timeline.text();
}

QJsonObject incidentJson(const Incident &incident)
{
    QJsonArray entries;
    for (const TimelineEntry &entry : incident.entries)
        entries.append(toJson(entry));
    return { { u"incident"_s, toJson(summaryOf(incident)) }, { u"entries"_s, entries } };
}

} // namespace

QString IncidentShow::name() const
{
    return u"incident show"_s;
}

QString IncidentShow::summary() const
{
    return u"Shows one incident and its timeline"_s;
}

int IncidentShow::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"ID|last [--data DIR] [--json]"_s, u"Shows an incident; the beginning of its id will do."_s);
    options.addData();
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
    if (options.json())
        streams.print(incidentJson(*incident));
    else
        streams.print(incidentText(*incident));
    return ExitCode::done;
}

} // namespace Handrail
