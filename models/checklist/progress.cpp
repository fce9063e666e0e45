// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/progress.h"

namespace Handrail {

using namespace Qt::StringLiterals;

QString toString(StepState state)
{
    switch (state) {
    case StepState::Done:
        return u"done"_s;
    case StepState::Failed:
        return u"failed"_s;
    case StepState::Skipped:
        return u"skipped"_s;
    case StepState::ToDo:
        break;
    }
    return u"todo"_s;
}

StepState stepStateFromString(QStringView word)
{
    for (const StepState state : { StepState::Done, StepState::Failed, StepState::Skipped }) {
        if (word == toString(state))
            return state;
    }
    return StepState::ToDo;
}

Progress::Progress(QStringList stepIds)
    : m_stepIds(std::move(stepIds))
    , m_current(m_stepIds.value(0))
{
}

int Progress::finishedCount() const
{
    return int(m_stepIds.size()) - count(StepState::ToDo);
}

int Progress::count(StepState state) const
{
    return int(std::count_if(m_stepIds.begin(), m_stepIds.end(), [&](const QString &id) { return result(id).state == state; }));
}

void Progress::setResult(const QString &stepId, const StepResult &result)
{
    if (m_stepIds.contains(stepId))
        m_results.insert(stepId, result);
}

void Progress::setCurrent(const QString &stepId)
{
    if (m_stepIds.contains(stepId))
        m_current = stepId;
}

QString Progress::nextToDo(const QString &stepId) const
{
    const qsizetype start = m_stepIds.indexOf(stepId);
    for (qsizetype i = 1; i <= m_stepIds.size(); ++i) {
        const QString &id = m_stepIds.at((start + i) % m_stepIds.size());
        if (id != stepId && result(id).state == StepState::ToDo)
            return id;
    }
    return {};
}

QString Progress::after(const QString &stepId) const
{
    const qsizetype index = m_stepIds.indexOf(stepId);
    return index >= 0 && index + 1 < m_stepIds.size() ? m_stepIds.at(index + 1) : stepId;
}

QString Progress::before(const QString &stepId) const
{
    const qsizetype index = m_stepIds.indexOf(stepId);
    return index > 0 ? m_stepIds.at(index - 1) : stepId;
}

} // namespace Handrail
