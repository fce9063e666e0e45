// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/markdownreport.h"

#include "exporting/entrytext.h"
#include "exporting/markdowntext.h"
#include "exporting/redaction.h"
#include "exporting/reporttext.h"

#include <QJsonArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostItems = 20'000; ///< of a list: beyond that nobody reads a document, and no editor shows it

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
    const bool nameWho = severalPeople(incident);
    QStringList items;
    for (const TimelineEntry &entry : incident.entries) {
        if (const QString done = EntryText::deed(entry); !done.isEmpty())
            items.append(item(entry, done, nameWho));
    }
    return u"\n## What was done\n\n"_s + ReportText::list(items, mostItems);
}

/** The notes of one kind, or of all when @p kind is empty. */
QString notesSection(const Incident &incident, const QString &title, const QString &kind)
{
    const bool nameWho = severalPeople(incident);
    QStringList items;
    for (const TimelineEntry &written : incident.entries) {
        const TimelineEntry entry = asCorrected(written, incident.corrections);
        const QString noteKind = entry.payload.value("kind"_L1).toString();
        if (entry.kind != TimelineEntry::Kind::NoteAdded || (!kind.isEmpty() && noteKind != kind))
            continue;
        const QString word = kind.isEmpty() ? u"**%1**"_s.arg(ReportText::noteWord(noteKind)) : QString();
        items.append(item(entry, EntryText::remarks(written, incident) + EntryText::joined(word, EntryText::note(entry)), nameWho));
    }
    return items.isEmpty() ? QString() : u"\n## "_s + title + u"\n\n"_s + ReportText::list(items, mostItems);
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
