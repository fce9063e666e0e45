// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tickhistory.h"

#include <QHash>
#include <QStringList>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QString undoesKey = u"undoes"_s;
const QString redoesKey = u"redoes"_s;

TickHistory::Way wayOf(const TimelineEntry &entry)
{
    if (entry.payload.contains(undoesKey))
        return TickHistory::Way::Back;
    return entry.payload.contains(redoesKey) ? TickHistory::Way::Again : TickHistory::Way::Forth;
}

} // namespace

TickHistory TickHistory::of(const QList<TimelineEntry> &entries)
{
    TickHistory history;
    QHash<QString, QHash<QString, StepMark>> allMarks; // by runbook: step ids are unique within one
    QString runbook;
    for (const TimelineEntry &entry : entries) {
        if (entry.kind == TimelineEntry::Kind::RunbookOpened) {
            const auto part = [&entry](const QString &key) { return entry.payload.value(key).toString(); };
            runbook = QStringList { part(u"root"_s), part(u"path"_s), part(u"anchor"_s) }.join(u'\n');
            history.clear();
            const QJsonObject renamed = entry.payload.value(u"renamed"_s).toObject(); // a newer version of it
            const QHash<QString, StepMark> before = renamed.isEmpty() ? QHash<QString, StepMark>() : allMarks.take(runbook);
            for (auto name = renamed.begin(); name != renamed.end(); ++name) {
                if (before.contains(name.key()))
                    allMarks[runbook].insert(name.value().toString(), before.value(name.key()));
            }
        }
        if (entry.kind != TimelineEntry::Kind::StepFinished)
            continue;
        QHash<QString, StepMark> &marks = allMarks[runbook];
        const QString stepId = entry.payload.value(u"step"_s).toString();
        const StepMark mark { entry.payload.value(u"state"_s).toString(), entry.payload.value(u"reason"_s).toString(),
                              entry.happenedAt, entry.id };
        history.accept({ stepId, marks.value(stepId), mark }, wayOf(entry));
        marks.insert(stepId, mark);
    }
    return history;
}

void TickHistory::tell(Way way, TimelineEntry &entry) const
{
    if (way == Way::Back)
        entry.payload.insert(undoesKey, toUndo().after.entryId);
    else if (way == Way::Again)
        entry.payload.insert(redoesKey, toRedo().after.entryId);
}

void TickHistory::accept(const Tick &tick, Way way)
{
    if (way == Way::Back) {
        if (canUndo())
            m_undone.append(m_done.takeLast());
        return;
    }
    if (way == Way::Forth)
        m_undone.clear();
    else if (canRedo())
        m_undone.removeLast();
    m_done.append(tick);
}

void TickHistory::clear()
{
    m_done.clear();
    m_undone.clear();
}

} // namespace Handrail
