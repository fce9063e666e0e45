// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incidentnote.h"

#include "app/cli/incidentsubcommand.h"
#include "base/settings.h"
#include "incident/entries.h"
#include "incident/happened.h"

#include <QDir>
#include <QTimeZone>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestNote = 1024 * 1024;

QString writer(const Workplace &workplace)
{
    const QString name = Settings(workplace.settingsFile).value(Settings::Key::PersonName).toString();
    if (!name.isEmpty())
        return name;
    return workplace.user.isEmpty() ? QDir::home().dirName() : workplace.user;
}

/** Writes the note and waits until the disk has it. */
int append(const TimelineEntry &note, const QString &folder, bool json, const Streams &streams, const Workplace &workplace)
{
    const auto store = whenFree(workplace, [&] { return IncidentStore::open(folder, workplace.clock); });
    const auto written = store ? (*store)->append(note).result() : Result<TimelineEntry>(store.problem());
    if (!written) {
        streams.complain(written.problem().text);
        streams.complain(u"The note was not saved."_s);
        return ExitCode::noAccess;
    }
    if (json)
        streams.print(toJson(*written));
    else
        streams.print(u"Saved "_s + utcText(written->recordedAt) + u" UTC\n"_s);
    return ExitCode::done;
}

} // namespace

QString IncidentNote::name() const
{
    return u"incident note"_s;
}

QString IncidentNote::summary() const
{
    return u"Adds a note to an incident"_s;
}

int IncidentNote::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"ID|last [TEXT|-] [--kind KIND] [--data DIR] [--json]"_s,
                    u"Adds a note and says when it is on the disk; without TEXT, from the input. A note that begins with @14:02, "
                    "@2026-11-23 14:02 or -20m tells of then."_s);
    options.addData();
    options.takeDashedWords();
    options.addValue(u"kind"_s, u"KIND"_s, u"note, finding, decision, action or question (note)."_s);
    if (const auto code = options.read(arguments, streams, 2))
        return *code;
    const QString kindWord = options.has(u"kind") ? options.value(u"kind") : u"note"_s;
    const NoteKind kind = noteKindFromString(kindWord);
    if (options.positional().isEmpty() || toString(kind) != kindWord) {
        streams.complain(options.positional().isEmpty()
                             ? u"Name an incident, or say last."_s
                             : u"A note is a note, finding, decision, action or question, not a %1."_s.arg(kindWord));
        return ExitCode::wrongUse;
    }
    QString text = options.positional(1);
    if (text.isEmpty() || text == u"-") {
        const auto typed = readText(streams, u"-"_s, longestNote);
        if (!typed) {
            streams.complain(typed.problem().text);
            return ExitCode::noAccess;
        }
        text = *typed;
    }
    const QDateTime now = workplace.clock.now();
    const Happened happened = readHappened(text.trimmed(), now, QTimeZone::systemTimeZone());
    if (happened.text.isEmpty()) {
        streams.complain(u"The note is empty; nothing was saved."_s);
        return ExitCode::wrongUse;
    }
    const QString folder = options.dataFolder(workplace);
    // Where a journal lies the reader has the lock: it has to be gone before the note is written.
    auto reader = std::make_unique<IncidentReader>(folder, streams, workplace);
    const auto incident = reader->find(options.positional(0));
    if (!incident)
        return reader->exitCode();
    reader.reset();
    TimelineEntry note = noteEntry({ incident->id, writer(workplace), now }, kind, happened.text);
    if (happened.state == Happened::State::Then)
        note.happenedAt = happened.at;
    return append(note, folder, options.json(), streams, workplace);
}

} // namespace Handrail
