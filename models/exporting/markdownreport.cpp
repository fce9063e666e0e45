// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/markdownreport.h"

#include "exporting/markdowntext.h"
#include "exporting/redaction.h"
#include "exporting/reporttext.h"

#include <QJsonArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "- **Service:** checkout"; nothing when the value is not known. */
QString field(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u"- **%1:** "_s.arg(name) + MarkdownText::line(value) + u'\n';
}

QString stepsLine(const Incident &incident)
{
    if (incident.runbook.isEmpty())
        return {};
    const auto count = [&](QStringView state) {
        return std::count_if(incident.steps.begin(), incident.steps.end(),
                             [&](const StepMark &mark) { return mark.state == state; });
    };
    return u"%1 of %2 (%3 done, %4 failed, %5 skipped)"_s.arg(incident.finishedSteps())
        .arg(incident.runbook.stepCount)
        .arg(count(u"done"))
        .arg(count(u"failed"))
        .arg(count(u"skipped"));
}

QString runbookLine(const OpenedRunbook &runbook)
{
    if (runbook.isEmpty())
        return {};
    const QString place = runbook.path + (runbook.anchor.isEmpty() ? QString() : u'#' + runbook.anchor);
    return u"%1 (%2, sha256 %3)"_s.arg(
        runbook.title, place, QString::fromLatin1(runbook.sha256.first(std::min<qsizetype>(12, runbook.sha256.size()))));
}

QString header(const Incident &incident)
{
    QString text = u"# "_s + MarkdownText::line(incident.title.isEmpty() ? u"Incident"_s : incident.title) + u"\n\n"_s;
    text += field(u"Service"_s, incident.service);
    text += field(u"Severity"_s, incident.severity);
    text += field(u"Started"_s, ReportText::time(incident.startedAt));
    text += field(u"Resolved"_s, incident.isOpen() ? u"not yet"_s : ReportText::time(incident.resolvedAt));
    if (!incident.isOpen())
        text += field(u"Duration"_s, ReportText::duration(incident.startedAt.msecsTo(incident.resolvedAt)));
    text += field(u"Started by"_s, incident.startedBy);
    text += field(u"Runbook"_s, runbookLine(incident.runbook));
    text += field(u"Steps"_s, stepsLine(incident));
    return text;
}

QString pairs(const QString &title, const QJsonObject &values)
{
    if (values.isEmpty())
        return {};
    QString text = u'\n' + title + u":\n\n"_s;
    for (auto pair = values.begin(); pair != values.end(); ++pair) {
        const QString value = maskedValue(pair.key(), pair.value().toString());
        text += u"- "_s + MarkdownText::line(pair.key()) + u": "_s + MarkdownText::lines(value, u"  "_s) + u'\n';
    }
    return text;
}

/** Links are shown, not linked: they came from outside. */
QString links(const QJsonObject &alert)
{
    QStringList all;
    if (const QString runbook = alert.value("runbookUrl"_L1).toString(); !runbook.isEmpty())
        all.append(runbook);
    const QJsonArray others = alert.value("links"_L1).toArray();
    for (const QJsonValue &link : others) {
        if (!all.contains(link.toString()))
            all.append(link.toString());
    }
    if (all.isEmpty())
        return {};
    QString text = u"\nLinks:\n\n"_s;
    for (const QString &link : std::as_const(all))
        text += u"- "_s + MarkdownText::code(link) + u'\n';
    return text;
}

QString alertSection(const QJsonObject &alert)
{
    if (alert.isEmpty())
        return {};
    const auto time = [&](const QString &key) {
        const QString at = alert.value(key).toString();
        return at.isEmpty() ? QString() : ReportText::time(QDateTime::fromString(at, Qt::ISODateWithMs));
    };
    QString text = u"\n## Alert\n\n"_s;
    for (const auto &[title, key] : { std::pair(u"Name"_s, u"name"_s), { u"Service"_s, u"service"_s },
                                      { u"Severity, in its own word"_s, u"severity"_s }, { u"Status"_s, u"status"_s } })
        text += field(title, alert.value(key).toString());
    text += field(u"Firing since"_s, time(u"startsAt"_s));
    text += field(u"Ended"_s, time(u"endsAt"_s));
    text += field(u"Source"_s, alert.value("source"_L1).toString());
    text += field(u"Fingerprint"_s, alert.value("fingerprint"_L1).toString());
    text += pairs(u"Labels"_s, alert.value("labels"_L1).toObject());
    text += pairs(u"Annotations"_s, alert.value("annotations"_L1).toObject());
    return text + links(alert);
}

/** "words text"; a text that is a block begins a line of its own. */
QString joined(const QString &words, const QString &text)
{
    return words.isEmpty() || text.startsWith(u'\n') ? words + text : words + u' ' + text;
}

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

/** What an entry says was done; notes have a section of their own and say nothing here. */
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

bool severalPeople(const Incident &incident)
{
    return std::any_of(incident.entries.begin(), incident.entries.end(),
                       [&](const TimelineEntry &entry) { return entry.actor != incident.entries.first().actor; });
}

QString item(const TimelineEntry &entry, const QString &text, bool nameWho)
{
    const QString who = nameWho && !entry.actor.isEmpty() ? u" ("_s + MarkdownText::line(entry.actor) + u')' : QString();
    return u"- "_s + ReportText::time(entry.happenedAt) + who + u" · "_s + text + u'\n';
}

QString deedsSection(const Incident &incident)
{
    QString text = u"\n## What was done\n\n"_s;
    for (const TimelineEntry &entry : incident.entries) {
        if (const QString done = deed(entry); !done.isEmpty())
            text += item(entry, done, severalPeople(incident));
    }
    return text;
}

/** When a note that tells of earlier was written, and that it was corrected; what it said before is left out, the log has it. */
QString noteRemarks(const TimelineEntry &note, const Incident &incident)
{
    QStringList remarks;
    if (isBackdated(note))
        remarks.append(u"written "_s + ReportText::time(note.recordedAt));
    if (const auto correction = incident.corrections.constFind(note.id); correction != incident.corrections.constEnd())
        remarks.append(u"corrected "_s + ReportText::time(correction->happenedAt));
    return remarks.isEmpty() ? QString() : u"*("_s + remarks.join(u", "_s) + u")* "_s;
}

/** The notes of one kind, or of all when @p kind is empty. */
QString notesSection(const Incident &incident, const QString &title, const QString &kind)
{
    QString text;
    for (const TimelineEntry &written : incident.entries) {
        const TimelineEntry entry = asCorrected(written, incident.corrections);
        const QString noteKind = entry.payload.value("kind"_L1).toString();
        if (entry.kind != TimelineEntry::Kind::NoteAdded || (!kind.isEmpty() && noteKind != kind))
            continue;
        const QString word = kind.isEmpty() ? u"**%1**"_s.arg(ReportText::noteWord(noteKind)) : QString();
        const QString said = MarkdownText::lines(entry.payload.value("text"_L1).toString(), u"  "_s);
        text += item(entry, noteRemarks(written, incident) + joined(word, said), severalPeople(incident));
    }
    return text.isEmpty() ? text : u"\n## "_s + title + u"\n\n"_s + text;
}

} // namespace

QString markdownReport(const Incident &incident)
{
    QString report = header(incident) + alertSection(incident.alert) + deedsSection(incident);
    report += notesSection(incident, u"Notes"_s, {});
    report += notesSection(incident, u"Open questions"_s, toString(NoteKind::Question));
    if (!incident.pasted.trimmed().isEmpty())
        report += u"\n## The pasted text\n\n"_s + MarkdownText::fenced(incident.pasted, u"text"_s, {}) + u'\n';
    return report;
}

} // namespace Handrail
