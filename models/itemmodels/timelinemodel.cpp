// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/timelinemodel.h"

#include <algorithm>

namespace Handrail {

void TimelineModel::setValues(const QList<TimelineEntry> &values)
{
    if (values == m_values)
        return;
    beginResetModel();
    m_values = values;
    m_people.clear();
    for (const TimelineEntry &entry : values)
        m_people.insert(entry.actor);
    chooseRows();
    endResetModel();
}

void TimelineModel::append(const TimelineEntry &value)
{
    m_values.append(value);
    m_people.insert(value.actor);
    if (!m_filter.accepts(value))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_accepted.append(int(m_values.size()) - 1);
    endInsertRows();
}

void TimelineModel::setFilter(const TimelineFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    chooseRows();
    endResetModel();
}

void TimelineModel::showEarlier()
{
    const int more = std::min(m_first, pageSize);
    if (more == 0)
        return;
    beginInsertRows({}, 0, more - 1);
    m_first -= more;
    endInsertRows();
}

QStringList TimelineModel::people() const
{
    QStringList people = m_people.values();
    people.removeAll(QString());
    people.sort(Qt::CaseInsensitive);
    return people;
}

void TimelineModel::chooseRows()
{
    m_accepted.clear();
    for (int i = 0; i < int(m_values.size()); ++i) {
        if (m_filter.isEmpty() || m_filter.accepts(m_values.at(i)))
            m_accepted.append(i);
    }
    m_first = std::max(0, int(m_accepted.size()) - pageSize);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accepted.size()) - m_first;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == ValueRole)
        return QVariant::fromValue(value(index.row()));
    return role == Qt::DisplayRole ? QVariant(value(index.row()).kindName) : QVariant();
}

} // namespace Handrail
