// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/timelineentry.h"

#include <algorithm>
#include <iterator>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

template<typename Enum>
struct Word
{
    Enum value;
    QStringView word;
};

constexpr Word<NoteKind> noteWords[] = {
    { NoteKind::Note, u"note" },
    { NoteKind::Finding, u"finding" },
    { NoteKind::Decision, u"decision" },
    { NoteKind::Action, u"action" },
    { NoteKind::Question, u"question" },
};

using Kind = TimelineEntry::Kind;
constexpr Word<Kind> kindWords[] = {
    { Kind::Unknown, u"unknown" },
    { Kind::Started, u"started" },
    { Kind::AlertAdded, u"alert-added" },
    { Kind::RunbookJudged, u"runbook-judged" },
    { Kind::RunbookOpened, u"runbook-opened" },
    { Kind::StepFinished, u"step-finished" },
    { Kind::CommandCopied, u"command-copied" },
    { Kind::ValueTyped, u"value-typed" },
    { Kind::ChoiceTaken, u"choice-taken" },
    { Kind::OutputKept, u"output-kept" },
    { Kind::NoteAdded, u"note-added" },
    { Kind::NoteCorrected, u"note-corrected" },
    { Kind::FileAttached, u"file-attached" },
    { Kind::SeverityChanged, u"severity-changed" },
    { Kind::Claimed, u"claimed" },
    { Kind::RoleTaken, u"role-taken" },
    { Kind::ClockJumped, u"clock-jumped" },
    { Kind::Resolved, u"resolved" },
    { Kind::Reopened, u"reopened" },
};

/** The first row of a table is what an unknown word means. */
template<typename Enum, size_t count>
Enum valueOf(QStringView word, const Word<Enum> (&words)[count])
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto &row) { return row.word == word; });
    return found == std::end(words) ? words[0].value : found->value;
}

template<typename Enum, size_t count>
QString wordOf(Enum value, const Word<Enum> (&words)[count])
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto &row) { return row.value == value; });
    return found == std::end(words) ? QString() : found->word.toString();
}

} // namespace

QString toString(NoteKind kind)
{
    return wordOf(kind, noteWords);
}

NoteKind noteKindFromString(QStringView word)
{
    return valueOf(word, noteWords);
}

bool isBackdated(const TimelineEntry &entry)
{
    return entry.kind == TimelineEntry::Kind::NoteAdded && entry.happenedAt.isValid() && entry.recordedAt.isValid()
        && entry.happenedAt.secsTo(entry.recordedAt) >= 60;
}

QString toString(TimelineEntry::Kind kind)
{
    return wordOf(kind, kindWords);
}

TimelineEntry::Kind entryKindFromString(QStringView word)
{
    return valueOf(word, kindWords);
}

} // namespace Handrail
