// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "incident/timelinefilter.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace Handrail {

/**
 * The entries of an incident that a filter lets through, oldest first. Of very many only the last page is handed out, and earlier
 * ones page by page when asked for: a view measures each row it has.
 */
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ValueRole = Qt::UserRole, ///< TimelineEntry; of a corrected note with what it says now
        CorrectedAtRole, ///< QDateTime, UTC; not valid when it was not
        FirstTextRole ///< QString: what a corrected note said at first, while that is unfolded
    };
    static constexpr int pageSize = 1000;

    using QAbstractListModel::QAbstractListModel;

    /** @p leftOut: how many more there are that were not read; the filter says nothing of them. */
    void setValues(const QList<TimelineEntry> &values, qint64 leftOut = 0);
    void append(const TimelineEntry &value);
    void setFilter(const TimelineFilter &filter);
    const TimelineFilter &filter() const { return m_filter; }
    void showEarlier(); ///< one page more

    void toggleFirstText(const QString &noteId); ///< unfolds what the note said at first, and folds it again

    qint64 total() const { return m_values.size() + m_leftOut; }
    qint64 leftOut() const { return m_leftOut; }
    int earlier() const { return m_first; } ///< how many more the filter lets through above the first row
    QStringList people() const; ///< everybody who wrote something, sorted

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void chooseRows();
    bool accepts(const TimelineEntry &value) const;
    void noteChanged(const QString &noteId);
    const TimelineEntry &value(int row) const { return m_values.at(m_accepted.at(m_first + row)); }

    QList<TimelineEntry> m_values;
    qint64 m_leftOut = 0;
    QHash<QString, TimelineEntry> m_corrections; ///< as an incident's
    QSet<QString> m_unfolded; ///< ids of notes
    QSet<QString> m_people;
    TimelineFilter m_filter;
    QList<int> m_accepted; ///< places in m_values
    int m_first = 0; ///< of m_accepted: the first row
};

} // namespace Handrail
