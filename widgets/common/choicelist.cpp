// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/choicelist.h"

#include <QKeyEvent>

namespace Handrail {

ChoiceList::ChoiceList(const QString &name, const QString &accessibleName, QAbstractItemModel *model, QAbstractItemDelegate *delegate,
                       QWidget *parent)
    : QListView(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setModel(model);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // rows are measured again when the list gets another width
    connect(this, &QListView::clicked, this, &ChoiceList::chosen);
}

void ChoiceList::fitRows(int most)
{
    const int rows = std::min(model()->rowCount(), most);
    setFixedHeight(rows * sizeHintForRow(0) + 2);
    setVisible(rows > 0);
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex());
        Q_EMIT returnPressed(currentIndex());
    } else {
        QListView::keyPressEvent(event);
    }
}

void ChoiceList::focusInEvent(QFocusEvent *event)
{
    if (m_choosesOnFocus || currentIndex().isValid())
        QListView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
}

void ChoiceList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentMoved(current);
}

} // namespace Handrail
