// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/steplistmodel.h"

#include "checklist/checklist.h"

namespace Handrail {

namespace {

StepRow head(StepRow::Kind kind, const QString &title = {})
{
    StepRow row;
    row.kind = kind;
    row.title = title;
    return row;
}

/** The index of the first step that does more than look; the number of steps when none does. */
int firstChanging(const Procedure &procedure, const QHash<QString, Risk> &risks)
{
    int index = 0;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps) {
            if (risks.value(step.id, Risk::Unknown) != Risk::Read)
                return index;
            ++index;
        }
    }
    return index;
}

} // namespace

void StepListModel::setProcedure(const Procedure &procedure, const Progress &progress)
{
    setProcedure(procedure, risksOf(procedure), progress);
}

void StepListModel::setProcedure(const Procedure &procedure, const QHash<QString, Risk> &risks, const Progress &progress)
{
    beginResetModel();
    m_rows.clear();
    m_lookOnly = 0;
    const int changingFrom = firstChanging(procedure, risks);
    int number = 0;
    for (const Phase &phase : procedure.phases) {
        if (phase.steps.isEmpty())
            continue;
        if (number == 0 && changingFrom != 0)
            m_rows.append(head(StepRow::Kind::LookHead));
        bool phaseNamed = false;
        for (const Step &step : phase.steps) {
            if (number == changingFrom)
                m_rows.append(head(StepRow::Kind::ChangeLine));
            if (!phaseNamed && !phase.title.isEmpty())
                m_rows.append(head(StepRow::Kind::PhaseHead, phase.title));
            phaseNamed = true;
            StepRow row;
            row.title = step.title;
            row.stepId = step.id;
            row.number = ++number;
            row.risk = risks.value(step.id, Risk::Unknown);
            m_rows.append(row);
            if (number <= changingFrom || changingFrom < 0)
                ++m_lookOnly;
        }
    }
    endResetModel();
    setProgress(progress);
}

void StepListModel::setProgress(const Progress &progress)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        StepRow row = m_rows.at(i);
        if (row.kind != StepRow::Kind::Step)
            continue;
        row.result = progress.result(row.stepId);
        row.current = row.stepId == progress.current();
        if (row == m_rows.at(i))
            continue;
        m_rows[i] = row;
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

QModelIndex StepListModel::indexOf(const QString &stepId) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!stepId.isEmpty() && m_rows.at(i).stepId == stepId)
            return index(int(i));
    }
    return {};
}

QVariant StepListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StepRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case RowRole:
        return QVariant::fromValue(row);
    case StepIdRole:
        return row.stepId;
    default:
        return {};
    }
}

Qt::ItemFlags StepListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).kind != StepRow::Kind::Step)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Handrail
