// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/entrytext.h"

#include "exporting/markdowntext.h"
#include "exporting/redaction.h"
#include "exporting/reporttext.h"

namespace Handrail::EntryText {

using namespace Qt::StringLiterals;

namespace {

QString commandText(const QString &command)
{
    return command.contains(u'\n') ? u'\n' + MarkdownText::fenced(command, u"sh"_s, u"  "_s) : MarkdownText::code(command);
}

QString verdictText(const QString &verdict)
{
    if (verdict == u"as-expected")
        return u", as expected"_s;
    return verdict == u"not-as-expected" ? u", not as expected"_s : QString();
}

QString stepTitle(const QJsonObject &payload)
{
    const QString number = QString::number(payload.value("number"_L1).toInt());
    const QString title = payload.value("title"_L1).toString();
    return u"step "_s + number + (title.isEmpty() ? QString() : u": "_s + MarkdownText::line(title));
}

} // namespace

QString joined(const QString &words, const QString &text)
{
    return words.isEmpty() || text.startsWith(u'\n') ? words + text : words + u' ' + text;
}

QString deed(const TimelineEntry &entry)
{
    const auto value = [&](QLatin1StringView key) { return entry.payload.value(key).toString(); };
    switch (entry.kind) {
    case TimelineEntry::Kind::Started:
        return u"Incident started"_s;
    case TimelineEntry::Kind::AlertAdded:
        return u"Alert added: "_s + MarkdownText::line(entry.payload.value("alert"_L1).toObject().value("name"_L1).toString());
    case TimelineEntry::Kind::RunbookOpened:
        return u"Runbook opened: "_s + MarkdownText::line(value("title"_L1));
    case TimelineEntry::Kind::RunbookJudged:
        return (value("verdict"_L1) == "right"_L1 ? u"The right runbook: "_s : u"The wrong runbook: "_s)
            + MarkdownText::line(value("title"_L1));
    case TimelineEntry::Kind::StepFinished: {
        const QString reason = value("reason"_L1);
        return u"**%1** "_s.arg(ReportText::stepWord(value("state"_L1))) + stepTitle(entry.payload)
            + (reason.isEmpty() ? QString() : u" — "_s + MarkdownText::line(reason));
    }
    case TimelineEntry::Kind::CommandCopied:
        return joined(u"Command copied, "_s + stepTitle(entry.payload) + u':', commandText(value("command"_L1)));
    case TimelineEntry::Kind::ChoiceTaken:
        return u"Went from step %1 to step %2: "_s.arg(entry.payload.value("number"_L1).toInt()).arg(entry.payload.value("toNumber"_L1).toInt())
            + MarkdownText::line(value("text"_L1));
    case TimelineEntry::Kind::OutputKept:
        return joined(u"Seen, "_s + stepTitle(entry.payload) + verdictText(value("verdict"_L1)) + u':',
                      u'\n' + MarkdownText::fenced(entry.document, {}, u"  "_s));
    case TimelineEntry::Kind::ValueTyped:
        return u"Value typed: "_s + MarkdownText::line(value("name"_L1)) + u" = "_s
            + MarkdownText::code(maskedValue(value("name"_L1), value("value"_L1)));
    case TimelineEntry::Kind::FileAttached:
        return u"File attached: %1 (%2, %3, sha256 %4)"_s.arg(
            MarkdownText::line(value("name"_L1)), ReportText::size(entry.payload.value("size"_L1).toInteger()),
            MarkdownText::line(value("type"_L1)), MarkdownText::line(value("sha256"_L1).left(12)));
    case TimelineEntry::Kind::SeverityChanged:
        return u"Severity is %1, was %2"_s.arg(MarkdownText::line(value("severity"_L1)), MarkdownText::line(value("before"_L1)));
    case TimelineEntry::Kind::Claimed:
        return u"On it: "_s + MarkdownText::line(entry.actor);
    case TimelineEntry::Kind::RoleTaken:
        return (value("role"_L1) == "scribe"_L1 ? u"Keeps the notes: "_s : u"Leads: "_s) + MarkdownText::line(entry.actor);
    case TimelineEntry::Kind::ClockJumped:
        return ReportText::clockJump(entry.payload.value("milliseconds"_L1).toInteger());
    case TimelineEntry::Kind::Resolved:
        return u"Resolved"_s;
    case TimelineEntry::Kind::Reopened:
        return u"Reopened"_s;
    case TimelineEntry::Kind::NoteAdded:
    case TimelineEntry::Kind::NoteCorrected:
        return {};
    case TimelineEntry::Kind::Unknown:
        return u"Recorded by a newer version: "_s + MarkdownText::line(entry.kindName);
    }
    return {};
}

QString note(const TimelineEntry &note)
{
    return MarkdownText::lines(note.payload.value("text"_L1).toString(), u"  "_s);
}

QString remarks(const TimelineEntry &note, const Incident &incident)
{
    QStringList remarks;
    if (isBackdated(note))
        remarks.append(u"written "_s + ReportText::time(note.recordedAt));
    if (const auto correction = incident.corrections.constFind(note.id); correction != incident.corrections.constEnd())
        remarks.append(u"corrected "_s + ReportText::time(correction->happenedAt));
    return remarks.isEmpty() ? QString() : u"*("_s + remarks.join(u", "_s) + u")* "_s;
}

} // namespace Handrail::EntryText
