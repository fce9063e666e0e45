// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/timelinefilter.h"

#include "incident/notemarks.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** What of a payload is words to a reader; ids, hashes and folders are not. */
constexpr QLatin1StringView readKeys[] = { "text"_L1, "title"_L1, "reason"_L1, "command"_L1, "name"_L1, "value"_L1, "path"_L1 };

bool reads(const TimelineEntry &entry, const QString &text)
{
    const auto stands = [&](QLatin1StringView key) {
        return entry.payload.value(key).toString().contains(text, Qt::CaseInsensitive);
    };
    return std::any_of(std::begin(readKeys), std::end(readKeys), stands)
        || entry.document.contains(text, Qt::CaseInsensitive) || entry.actor.contains(text, Qt::CaseInsensitive);
}

bool concerns(const TimelineEntry &entry, const QString &person)
{
    if (entry.actor.compare(person, Qt::CaseInsensitive) == 0)
        return true;
    const QString text = entry.payload.value("text"_L1).toString();
    if (!text.contains(person, Qt::CaseInsensitive))
        return false;
    const QList<NoteMark> marks = noteMarks(text);
    return std::any_of(marks.begin(), marks.end(), [&](const NoteMark &mark) {
        return mark.kind == NoteMark::Kind::Person && mark.word.compare(person, Qt::CaseInsensitive) == 0;
    });
}

EntryGroup groupOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Finding:
        return EntryGroup::Finding;
    case NoteKind::Decision:
        return EntryGroup::Decision;
    case NoteKind::Action:
        return EntryGroup::Action;
    case NoteKind::Question:
        return EntryGroup::Question;
    case NoteKind::Note:
        break;
    }
    return EntryGroup::Note;
}

} // namespace

EntryGroup groupOf(const TimelineEntry &entry)
{
    using Kind = TimelineEntry::Kind;
    switch (entry.kind) {
    case Kind::NoteAdded:
    case Kind::NoteCorrected:
        return groupOf(noteKindFromString(entry.payload.value("kind"_L1).toString()));
    case Kind::RunbookJudged:
    case Kind::RunbookOpened:
    case Kind::StepFinished:
    case Kind::CommandCopied:
    case Kind::ValueTyped:
    case Kind::ChoiceTaken:
        return EntryGroup::Steps;
    case Kind::OutputKept:
    case Kind::FileAttached:
        return EntryGroup::Output;
    case Kind::Started:
    case Kind::AlertAdded:
    case Kind::SeverityChanged:
    case Kind::Claimed:
    case Kind::RoleTaken:
    case Kind::ClockJumped:
    case Kind::Resolved:
    case Kind::Reopened:
    case Kind::Unknown:
        break;
    }
    return EntryGroup::Status;
}

bool TimelineFilter::accepts(const TimelineEntry &entry) const
{
    return (!groups || groups.testFlag(groupOf(entry))) && (person.isEmpty() || concerns(entry, person))
        && (text.isEmpty() || reads(entry, text));
}

} // namespace Handrail
