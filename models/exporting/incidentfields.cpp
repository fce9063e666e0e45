// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/incidentfields.h"

#include "exporting/entrytext.h"
#include "exporting/incidentpeople.h"
#include "exporting/markdownreport.h"
#include "exporting/markdowntext.h"
#include "exporting/reporttext.h"
#include "incident/incidentmeasures.h"
#include "incident/notemarks.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Kind = TimelineEntry::Kind;

constexpr qsizetype mostItems = 1000; ///< of a list in a document that people write on in

struct Source
{
    const Incident &incident;
    const Ownership &ownership;
    QDateTime now; ///< UTC
    QList<TimelineEntry> notes {}; ///< as they read now, in the order they were written
};

QString valueIn(const TimelineEntry &entry, QLatin1StringView key)
{
    return entry.payload.value(key).toString();
}

NoteKind kindOf(const TimelineEntry &note)
{
    return noteKindFromString(valueIn(note, "kind"_L1));
}

QString clock(const QDateTime &at)
{
    return at.toUTC().toString(u"HH:mm 'UTC'"_s);
}

QString item(const QString &text)
{
    return text.isEmpty() ? QString() : u"- "_s + text + u'\n';
}

/** "- text (02:34 UTC)" */
QString noteItem(const TimelineEntry &note)
{
    return item(EntryText::joined(clock(note.happenedAt) + u" ·"_s, EntryText::note(note)));
}

bool hasMark(const TimelineEntry &note, NoteMark::Kind kind, QStringView word)
{
    const QList<NoteMark> marks = noteMarks(valueIn(note, "text"_L1));
    return std::any_of(marks.begin(), marks.end(), [&](const NoteMark &mark) {
        return mark.kind == kind && word.compare(mark.word, Qt::CaseInsensitive) == 0;
    });
}

QString tagged(const Source &source, QStringView tag)
{
    QStringList items;
    for (const TimelineEntry &note : source.notes) {
        if (hasMark(note, NoteMark::Kind::Tag, tag))
            items.append(noteItem(note));
    }
    return ReportText::list(items, mostItems);
}

QString ofKind(const Source &source, NoteKind kind)
{
    QStringList items;
    for (const TimelineEntry &note : source.notes) {
        if (kindOf(note) == kind)
            items.append(noteItem(note));
    }
    return ReportText::list(items, mostItems);
}

QString title(const Source &source)
{
    return MarkdownText::line(source.incident.title.isEmpty() ? u"Incident"_s : source.incident.title);
}

QString service(const Source &source)
{
    return MarkdownText::line(source.incident.service);
}

QString severity(const Source &source)
{
    return source.incident.severity == "unknown"_L1 ? QString() : MarkdownText::line(source.incident.severity);
}

QString status(const Source &source)
{
    return source.incident.isOpen() ? u"open"_s : u"resolved"_s;
}

QString started(const Source &source)
{
    return ReportText::time(source.incident.startedAt);
}

QString resolved(const Source &source)
{
    return source.incident.isOpen() ? u"not yet"_s : ReportText::time(source.incident.resolvedAt);
}

/** "2026-11-23 02:16 UTC to 02:54 UTC", "since 2026-11-23 02:16 UTC" */
QString period(const Source &source)
{
    const Incident &incident = source.incident;
    const auto full = [](const QDateTime &at) { return at.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s); };
    if (incident.isOpen())
        return u"since "_s + full(incident.startedAt);
    const bool sameDay = incident.startedAt.toUTC().date() == incident.resolvedAt.toUTC().date();
    return full(incident.startedAt) + u" to "_s + (sameDay ? clock(incident.resolvedAt) : full(incident.resolvedAt));
}

QString duration(const Source &source)
{
    const Incident &incident = source.incident;
    if (incident.isOpen())
        return ReportText::duration(incident.startedAt.msecsTo(source.now)) + u" so far"_s;
    return ReportText::duration(incident.startedAt.msecsTo(incident.resolvedAt));
}

QString today(const Source &source)
{
    return source.now.toUTC().toString(u"yyyy-MM-dd"_s);
}

QString owner(const Source &source)
{
    return MarkdownText::line(source.ownership.owner);
}

QString contact(const Source &source)
{
    return MarkdownText::line(source.ownership.contact);
}

QString summary(const Source &source)
{
    const QJsonObject annotations = source.incident.alert.value("annotations"_L1).toObject();
    for (const auto key : { "summary"_L1, "description"_L1, "message"_L1 }) {
        if (const QString text = annotations.value(key).toString().simplified(); !text.isEmpty())
            return MarkdownText::line(text);
    }
    return {};
}

QString impact(const Source &source)
{
    return tagged(source, u"impact");
}

QString lastFinding(const Source &source)
{
    const auto found = std::find_if(source.notes.crbegin(), source.notes.crend(),
                                    [](const TimelineEntry &note) { return kindOf(note) == NoteKind::Finding; });
    return found == source.notes.crend() ? QString() : EntryText::joined(u"Last finding:"_s, EntryText::note(*found));
}

QString runbooks(const Source &source)
{
    QString text;
    const QList<FollowedRunbook> followed = source.incident.runbooks();
    for (const FollowedRunbook &runbook : followed) {
        text += item(MarkdownText::line(runbook.opened.title) + u" ("_s + MarkdownText::code(runbook.opened.path)
                     + u"): %1 of %2 steps"_s.arg(runbook.finishedSteps()).arg(runbook.opened.stepCount));
    }
    return text;
}

/** What tells the story; the rest of the timeline is in the full record. */
bool tellsTheStory(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case Kind::Started:
    case Kind::AlertAdded:
    case Kind::RunbookOpened:
    case Kind::SeverityChanged:
    case Kind::ClockJumped:
    case Kind::Resolved:
    case Kind::Reopened:
        return true;
    case Kind::StepFinished:
        return valueIn(entry, "state"_L1) == "failed"_L1;
    case Kind::NoteAdded:
        return kindOf(entry) != NoteKind::Question && kindOf(entry) != NoteKind::Action; // those have parts of their own
    default:
        return false;
    }
}

/** By the time it happened, for a note may tell of earlier; as it was written where the clock was set meanwhile. */
QList<TimelineEntry> story(const Incident &incident)
{
    QList<TimelineEntry> told;
    for (const TimelineEntry &written : incident.entries) {
        if (const TimelineEntry entry = asCorrected(written, incident.corrections); tellsTheStory(entry))
            told.append(entry);
    }
    const bool clockJumped = std::any_of(told.begin(), told.end(), [](const TimelineEntry &entry) { return entry.kind == Kind::ClockJumped; });
    if (!clockJumped) {
        std::stable_sort(told.begin(), told.end(),
                         [](const TimelineEntry &a, const TimelineEntry &b) { return a.happenedAt < b.happenedAt; });
    }
    return told;
}

QString storyText(const TimelineEntry &entry)
{
    if (entry.kind == Kind::NoteAdded && kindOf(entry) == NoteKind::Note)
        return EntryText::note(entry);
    if (entry.kind == Kind::NoteAdded)
        return EntryText::joined(u"**%1:**"_s.arg(ReportText::noteWord(valueIn(entry, "kind"_L1))), EntryText::note(entry));
    if (entry.kind == Kind::Started && !entry.actor.isEmpty())
        return u"Incident started by "_s + MarkdownText::line(entry.actor);
    return EntryText::deed(entry);
}

QString timeline(const Source &source)
{
    QStringList items;
    QDate day;
    const auto add = [&](const QDateTime &at, const QString &said) {
        const QDateTime utc = at.toUTC();
        const QString when = utc.date() == day ? clock(utc) : utc.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
        day = utc.date();
        items.append(item(when + u" · "_s + said));
    };
    const QDateTime fired = QDateTime::fromString(source.incident.alert.value("startsAt"_L1).toString(), Qt::ISODateWithMs);
    if (fired.isValid() && fired <= source.incident.startedAt)
        add(fired, u"The alert %1 fires"_s.arg(MarkdownText::line(source.incident.alert.value("name"_L1).toString())));
    const QList<TimelineEntry> told = story(source.incident);
    for (const TimelineEntry &entry : told)
        add(entry.happenedAt, storyText(entry));
    return ReportText::list(items, mostItems);
}

QString people(const Source &source)
{
    QString text;
    const QList<IncidentPerson> all = peopleOf(source.incident);
    for (const IncidentPerson &person : all) {
        QStringList facts;
        if (!person.role.isEmpty())
            facts.append(person.role);
        if (person.steps > 0)
            facts.append(u"%1 steps"_s.arg(person.steps));
        if (person.notes > 0)
            facts.append(u"%1 notes"_s.arg(person.notes));
        text += item(MarkdownText::line(person.tookPart ? person.name : u'@' + person.name) + (facts.isEmpty() ? QString() : u": "_s + facts.join(u", "_s)));
    }
    return text;
}

QString judged(const Source &source, bool right)
{
    QString text;
    for (const RunbookJudgement &judgement : source.incident.judgements) {
        if (judgement.isRight == right)
            text += item((right ? u"The runbook was the right one: "_s : u"The runbook was the wrong one: "_s)
                         + MarkdownText::line(judgement.title));
    }
    return text;
}

QString helped(const Source &source)
{
    return tagged(source, u"helped") + judged(source, true);
}

/** Steps that ended in @p states, as they stand now, with the reason. */
QString stepsEnded(const Source &source, const QStringList &states)
{
    QString text;
    for (const TimelineEntry &entry : source.incident.entries) {
        if (entry.kind != Kind::StepFinished || !states.contains(valueIn(entry, "state"_L1)))
            continue;
        const QList<FollowedRunbook> followed = source.incident.runbooks();
        const bool stands = std::any_of(followed.begin(), followed.end(), [&entry](const FollowedRunbook &runbook) {
            return runbook.steps.value(valueIn(entry, "step"_L1)).entryId == entry.id;
        });
        if (stands)
            text += item(EntryText::deed(entry));
    }
    return text;
}

QString hindered(const Source &source)
{
    return judged(source, false) + stepsEnded(source, { u"failed"_s, u"skipped"_s });
}

QString surprises(const Source &source)
{
    QString text = tagged(source, u"surprise");
    for (const TimelineEntry &entry : source.incident.entries) {
        if (entry.kind == Kind::OutputKept && valueIn(entry, "verdict"_L1) == "not-as-expected"_L1)
            text += item(EntryText::deed(entry));
    }
    return text;
}

QString newcomer(const Source &source)
{
    QString text = tagged(source, u"newcomer") + judged(source, false) + stepsEnded(source, { u"failed"_s, u"skipped"_s });
    QStringList names = source.incident.typedValues.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        text += item(u"The value of %1 was not in the alert and had to be found"_s.arg(MarkdownText::code(name)));
    return text;
}

bool isDone(const TimelineEntry &action)
{
    return hasMark(action, NoteMark::Kind::Tag, u"done");
}

QString followUps(const Source &source)
{
    QString text;
    for (const TimelineEntry &note : source.notes) {
        if (kindOf(note) != NoteKind::Action)
            continue;
        const QList<NoteMark> marks = noteMarks(valueIn(note, "text"_L1));
        const auto person = std::find_if(marks.begin(), marks.end(), [](const NoteMark &mark) { return mark.kind == NoteMark::Kind::Person; });
        const QString whose = person == marks.end() ? u"nobody yet"_s : MarkdownText::line(u'@' + person->word);
        const QString said = EntryText::note(note);
        const QString apart = said.endsWith(u"```") ? u"\n\n"_s : u"\\\n"_s; // what ends a code block stands alone
        text += (isDone(note) ? u"- [x] "_s : u"- [ ] "_s) + said + apart
            + u"  Owner: %1. State: %2.\n"_s.arg(whose, isDone(note) ? u"done"_s : u"open"_s);
    }
    return text;
}

QString questions(const Source &source)
{
    return ofKind(source, NoteKind::Question);
}

QString findings(const Source &source)
{
    return ofKind(source, NoteKind::Finding);
}

QString decisions(const Source &source)
{
    return ofKind(source, NoteKind::Decision);
}

QString measures(const Source &source)
{
    const IncidentMeasures measures = measuresOf(source.incident);
    QString text;
    const auto add = [&text](const QString &what, const std::optional<qint64> &time) {
        if (time)
            text += item(what + u": "_s + ReportText::duration(*time));
    };
    add(u"From the alert to the start of the incident"_s, measures.alertToStart);
    add(u"Until somebody was on it"_s, measures.startToOwner);
    add(u"Until the first step was finished"_s, measures.startToFirstStep);
    if (measures.steps > 0) {
        text += item(u"Steps: %1 done, %2 failed, %3 skipped, of %4"_s.arg(measures.done)
                         .arg(measures.failed)
                         .arg(measures.skipped)
                         .arg(measures.steps));
    }
    return text;
}

QString state(const Source &source)
{
    const Incident &incident = source.incident;
    QString text = item(u"%1, %2, since %3"_s.arg(severity(source).isEmpty() ? u"severity not known"_s : severity(source),
                                                  status(source), started(source)));
    if (!incident.claim.by.isEmpty())
        text += item(u"On it: "_s + MarkdownText::line(incident.claim.by));
    return text + item(lastFinding(source));
}

QString tried(const Source &source)
{
    return runbooks(source) + stepsEnded(source, { u"done"_s, u"failed"_s, u"skipped"_s }) + decisions(source);
}

QString open(const Source &source)
{
    QString text;
    const OpenedRunbook &runbook = source.incident.runbook;
    if (const int left = runbook.stepCount - source.incident.finishedSteps(); left > 0 && source.incident.isOpen())
        text += item(u"%1 of %2 steps of %3 are not done"_s.arg(left).arg(runbook.stepCount).arg(MarkdownText::line(runbook.title)));
    for (const TimelineEntry &note : source.notes) {
        if (kindOf(note) == NoteKind::Question || (kindOf(note) == NoteKind::Action && !isDone(note)))
            text += item(EntryText::joined(u"**%1:**"_s.arg(ReportText::noteWord(valueIn(note, "kind"_L1))), EntryText::note(note)));
    }
    return text;
}

QString watch(const Source &source)
{
    QString text = tagged(source, u"watch");
    const QJsonArray links = source.incident.alert.value("links"_L1).toArray();
    for (const QJsonValue &link : links)
        text += item(MarkdownText::code(link.toString()));
    return text;
}

QString ask(const Source &source)
{
    const Ownership &ownership = source.ownership;
    QString text;
    if (!ownership.owner.isEmpty())
        text += item(u"Owner: "_s + owner(source) + (ownership.contact.isEmpty() ? QString() : u", "_s + contact(source)));
    if (!ownership.onCall.person.isEmpty())
        text += item(u"On call: "_s + MarkdownText::line(ownership.onCall.person));
    return text + people(source);
}

QString record(const Source &source)
{
    return markdownReport(source.incident);
}

struct Field
{
    QStringView name;
    QString (*text)(const Source &);
};

constexpr Field fields[] = {
    { u"title", title },         { u"service", service },     { u"severity", severity },   { u"status", status },
    { u"started", started },     { u"resolved", resolved },   { u"period", period },       { u"duration", duration },   { u"today", today },
    { u"owner", owner },         { u"contact", contact },     { u"summary", summary },     { u"impact", impact },
    { u"timeline", timeline },   { u"people", people },       { u"runbooks", runbooks },   { u"helped", helped },
    { u"hindered", hindered },   { u"questions", questions }, { u"surprises", surprises }, { u"newcomer", newcomer },
    { u"follow-ups", followUps }, { u"findings", findings },  { u"decisions", decisions }, { u"measures", measures },
    { u"state", state },         { u"tried", tried },         { u"open", open },           { u"watch", watch },
    { u"ask", ask },             { u"record", record },
};

} // namespace

QHash<QString, QString> incidentFields(const Incident &incident, const Ownership &ownership, const QDateTime &now)
{
    Source source { incident, ownership, now };
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.kind == Kind::NoteAdded)
            source.notes.append(asCorrected(entry, incident.corrections));
    }
    QHash<QString, QString> result;
    for (const Field &field : fields)
        result.insert(field.name.toString(), field.text(source).trimmed());
    return result;
}

} // namespace Handrail
