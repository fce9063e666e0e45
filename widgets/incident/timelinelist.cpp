// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/timelinelist.h"

#include "itemmodels/timelinemodel.h"
#include "widgets/checklist/spokenrows.h"
#include "widgets/incident/timelinedelegate.h"

namespace Handrail {

TimelineList::TimelineList(const QString &name, TimelineModel *model, QWidget *parent)
    : QListView(parent)
{
    setObjectName(name);
    setAccessibleName(tr("Timeline of the incident"));
    setModel(new SpokenRows(model, &TimelineDelegate::spoken, &TimelineDelegate::toolTip, this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // rows are measured again when the list gets another width
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *delegate = new TimelineDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &TimelineDelegate::markPressed, this, &TimelineList::markPressed);
    connect(model, &QAbstractItemModel::dataChanged, this, &QListView::doItemsLayout); // the row has another height now
    connect(this, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT entryChosen(index.data(TimelineModel::ValueRole).value<TimelineEntry>()); });
}

TimelineEntry TimelineList::currentEntry() const
{
    return currentIndex().data(TimelineModel::ValueRole).value<TimelineEntry>();
}

TimelineFilter filterFor(const NoteMark &mark)
{
    TimelineFilter filter;
    if (mark.kind == NoteMark::Kind::Person)
        filter.person = mark.word;
    else if (mark.kind == NoteMark::Kind::Tag)
        filter.text = u'#' + mark.word;
    return filter;
}

} // namespace Handrail
