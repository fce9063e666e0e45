// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/runbooktree.h"

#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/segmentedswitch.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;
using NodeKind = LibraryTreeModel::NodeKind;

namespace {

constexpr int rowHeight = 28;
constexpr int iconSize = 16;
constexpr int indent = 16;
constexpr int fewRunbooks = 30; ///< all of them are shown unfolded

NodeKind kindOf(const QModelIndex &index)
{
    return index.data(LibraryTreeModel::KindRole).value<NodeKind>();
}

QString iconOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Runbook:
        return u"runbook"_s;
    case NodeKind::Service:
        return u"service"_s;
    case NodeKind::Owner:
        return u"person"_s;
    default:
        return u"folder"_s;
    }
}

/** The names from the top down to @p index: what a node is known by when the model is built anew. */
QString pathOf(const QModelIndex &index)
{
    QString path;
    for (QModelIndex node = index; node.isValid(); node = node.parent())
        path.prepend(node.data(Qt::DisplayRole).toString() + u'\n');
    return path;
}

void collectUnfolded(const QTreeView &view, const QModelIndex &parent, QSet<QString> &unfolded)
{
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        if (view.isExpanded(index)) {
            unfolded.insert(pathOf(index));
            collectUnfolded(view, index, unfolded);
        }
    }
}

void unfoldAgain(QTreeView &view, const QModelIndex &parent, const QSet<QString> &unfolded)
{
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        if (unfolded.contains(pathOf(index))) {
            view.expand(index);
            unfoldAgain(view, index, unfolded);
        }
    }
}

} // namespace

void RunbookTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const NodeKind kind = kindOf(index);
    painter->save();
    const RowPainter row(*painter, option);
    QRect box = option.rect.adjusted(4, 0, -12, 0);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const int iconLeft = leftToRight ? box.left() : box.right() - iconSize;
    row.sign(QPoint(iconLeft, box.top() + (box.height() - iconSize) / 2), iconSize, iconOf(kind), Token::Muted);
    box.adjust(leftToRight ? iconSize + 6 : 0, 0, leftToRight ? 0 : -iconSize - 6, 0);
    const Qt::Alignment trailing = (leftToRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment leading = (leftToRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    if (kind != NodeKind::Runbook) {
        const int width = row.text(box, index.data(LibraryTreeModel::CountRole).toString(), TextStyle::Small, Token::Muted, trailing);
        box.adjust(leftToRight ? 0 : width + 8, 0, leftToRight ? -width - 8 : 0, 0);
    }
    if (kind == NodeKind::NoService)
        row.text(box, tr("No service named"), TextStyle::Body, Token::Muted, leading);
    else if (kind == NodeKind::NoOwner)
        row.text(box, tr("No owner named"), TextStyle::Body, Token::Muted, leading);
    else
        row.text(box, index.data(Qt::DisplayRole).toString(), row.chosen() ? TextStyle::Strong : TextStyle::Body, Token::Text, leading);
    painter->restore();
}

QSize RunbookTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 120, std::max(rowHeight, QFontMetrics(option.font).height() + 8) };
}

RunbookTreeView::RunbookTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setIndentation(indent);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setExpandsOnDoubleClick(false); // a press unfolds already
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void RunbookTreeView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid() && !(event->modifiers() & ~Qt::KeypadModifier))
        Q_EMIT clicked(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void RunbookTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    const bool chosen = selectionModel() && selectionModel()->isSelected(index);
    item.state.setFlag(QStyle::State_Selected, chosen);
    if (chosen)
        painter->fillRect(option.rect, color(Token::Selection));
    else if (viewport()->underMouse() && option.rect.contains(viewport()->mapFromGlobal(QCursor::pos())))
        painter->fillRect(option.rect, color(Token::Surface));
    drawBranches(painter, option.rect, index);
    item.rect = visualRect(index);
    itemDelegate()->paint(painter, item, index);
    if (hasFocus() && index == currentIndex()) {
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void RunbookTreeView::drawBranches(QPainter *painter, const QRect &, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    const QRect item = visualRect(index);
    const int left = isRightToLeft() ? item.right() + 1 : item.left() - indentation();
    const QRectF box(left + (indentation() - 14) / 2.0 + 2, item.top() + (item.height() - 14) / 2.0, 14, 14);
    paintIcon(*painter, box, isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s, color(Token::Muted));
}

RunbookTree::RunbookTree(QWidget *parent)
    : QWidget(parent)
    , m_model(new LibraryTreeModel(this))
    , m_switch(new SegmentedSwitch(u"libraryGrouping"_s, tr("Order runbooks by"), { tr("Service"), tr("Folder"), tr("Owner") }, this))
    , m_view(new RunbookTreeView(this))
{
    m_view->setObjectName(u"libraryTree"_s);
    m_view->setAccessibleName(tr("Runbooks"));
    m_view->setItemDelegate(new RunbookTreeDelegate(m_view));
    m_view->setModel(m_model);

    auto *head = new QHBoxLayout;
    setMargins(head, 12, 8, 0);
    head->addWidget(m_switch);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_switch, &SegmentedSwitch::chosenChanged, this, [this](int grouping) {
        setGrouping(LibraryTreeModel::Grouping(grouping));
        Q_EMIT groupingChosen();
    });
    connect(m_view, &QTreeView::clicked, this, &RunbookTree::choose);
}

void RunbookTree::setRunbooks(const QList<RunbookEntry> &runbooks)
{
    const bool wasEmpty = m_model->rowCount() == 0;
    QSet<QString> unfolded;
    collectUnfolded(*m_view, {}, unfolded);
    m_model->setRunbooks(runbooks);
    if (wasEmpty && runbooks.size() <= fewRunbooks)
        m_view->expandAll();
    else if (wasEmpty && m_model->grouping() == LibraryTreeModel::Grouping::Folder)
        m_view->expandToDepth(0);
    else
        unfold(unfolded);
}

void RunbookTree::unfold(const QSet<QString> &unfolded)
{
    unfoldAgain(*m_view, {}, unfolded);
    if (const QModelIndex index = m_model->indexOf(m_current); index.isValid() && m_view->currentIndex() != index) {
        if (m_view->isExpanded(index.parent()))
            m_view->setCurrentIndex(index);
    }
}

LibraryTreeModel::Grouping RunbookTree::grouping() const
{
    return m_model->grouping();
}

void RunbookTree::setGrouping(LibraryTreeModel::Grouping grouping)
{
    m_switch->choose(int(grouping));
    m_model->setGrouping(grouping);
    if (grouping == LibraryTreeModel::Grouping::Folder)
        m_view->expandToDepth(0);
    showCurrent(m_current);
}

void RunbookTree::showCurrent(const RunbookRef &ref)
{
    m_current = ref;
    const QModelIndex now = m_view->currentIndex();
    if (now.isValid() && now.data(LibraryTreeModel::EntryRole).value<RunbookEntry>().ref == ref)
        return; // a runbook of two services stays where it was pressed
    const QModelIndex index = m_model->indexOf(ref);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void RunbookTree::choose(const QModelIndex &index)
{
    if (kindOf(index) == NodeKind::Runbook)
        Q_EMIT runbookChosen(index.data(LibraryTreeModel::EntryRole).value<RunbookEntry>().ref);
    else
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

} // namespace Handrail
