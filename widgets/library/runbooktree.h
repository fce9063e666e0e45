// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/librarytreemodel.h"
#include "search/runbookindex.h"

#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace Handrail {

class SegmentedSwitch;

/** Draws a group or a runbook as a row of the library's tree. */
class RunbookTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/** The tree's view: whole rows as ground, and arrows drawn from our own icons. */
class RunbookTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit RunbookTreeView(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Enter is a press
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/** All runbooks by service, folder or owner; says which one was chosen. */
class RunbookTree : public QWidget
{
    Q_OBJECT
public:
    explicit RunbookTree(QWidget *parent = nullptr);

    void setRunbooks(const QList<RunbookEntry> &runbooks);
    void showCurrent(const RunbookRef &ref); ///< unfolds what is above it; says nothing
    LibraryTreeModel::Grouping grouping() const;
    void setGrouping(LibraryTreeModel::Grouping grouping); ///< says nothing

Q_SIGNALS:
    void groupingChosen();
    void runbookChosen(const Handrail::RunbookRef &ref);

private:
    void choose(const QModelIndex &index);
    void unfold(const QSet<QString> &unfolded);

    LibraryTreeModel *m_model;
    SegmentedSwitch *m_switch;
    RunbookTreeView *m_view;
    RunbookRef m_current;
};

} // namespace Handrail
