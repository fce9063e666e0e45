// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/notemarks.h"

#include <QStyledItemDelegate>

namespace Handrail {

/** An entry of the timeline: when, what kind as shape and word, and what was done or written. */
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    static QString spoken(const QModelIndex &index);
    static QString toolTip(const QModelIndex &index); ///< the time in UTC

Q_SIGNALS:
    void markPressed(const Handrail::NoteMark &mark);
};

} // namespace Handrail
