// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/timelinemodel.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

void TimelineModel::setValues(const QList<TimelineEntry> &values, qint64 leftOut)
{
    if (values == m_values && leftOut == m_leftOut)
        return;
    beginResetModel();
    m_leftOut = leftOut;
    m_values = values;
    m_people.clear();
    m_corrections.clear();
    m_unfolded.clear();
    for (const TimelineEntry &entry : values) {
        m_people.insert(entry.actor);
        if (entry.kind == TimelineEntry::Kind::NoteCorrected)
            m_corrections.insert(entry.payload.value(u"corrects"_s).toString(), entry);
    }
    chooseRows();
    endResetModel();
}

void TimelineModel::append(const TimelineEntry &value)
{
    m_values.append(value);
    m_people.insert(value.actor);
    if (value.kind == TimelineEntry::Kind::NoteCorrected) {
        const QString noteId = value.payload.value(u"corrects"_s).toString();
        m_corrections.insert(noteId, value);
        noteChanged(noteId);
    }
    if (!accepts(value))
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

void TimelineModel::toggleFirstText(const QString &noteId)
{
    if (!m_unfolded.remove(noteId))
        m_unfolded.insert(noteId);
    noteChanged(noteId);
}

void TimelineModel::noteChanged(const QString &noteId)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (value(row).id == noteId) {
            Q_EMIT dataChanged(index(row), index(row));
            return;
        }
    }
}

bool TimelineModel::accepts(const TimelineEntry &value) const
{
    return m_filter.isEmpty() || m_filter.accepts(m_corrections.isEmpty() ? value : asCorrected(value, m_corrections));
}

void TimelineModel::chooseRows()
{
    m_accepted.clear();
    for (int i = 0; i < int(m_values.size()); ++i) {
        if (accepts(m_values.at(i)))
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
    const TimelineEntry &entry = value(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.kindName;
    case ValueRole:
        return QVariant::fromValue(asCorrected(entry, m_corrections));
    case CorrectedAtRole:
        return m_corrections.value(entry.id).happenedAt;
    case FirstTextRole:
        if (!m_unfolded.contains(entry.id) || !m_corrections.contains(entry.id))
            return {};
        return entry.payload.value(u"text"_s).toString();
    default:
        return {};
    }
}

} // namespace Handrail
