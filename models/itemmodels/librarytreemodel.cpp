// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/librarytreemodel.h"

#include <QDir>

#include <algorithm>

namespace Handrail {

struct LibraryTreeModel::Node
{
    NodeKind kind = NodeKind::Folder;
    QString title;
    RunbookEntry entry;
    Node *parent = nullptr;
    int row = 0;
    int runbooks = 0; ///< below this node
    std::vector<std::unique_ptr<Node>> children;
};

LibraryTreeModel::LibraryTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

LibraryTreeModel::~LibraryTreeModel() = default;

void LibraryTreeModel::setRunbooks(QList<RunbookEntry> runbooks)
{
    if (runbooks == m_runbooks)
        return;
    m_runbooks = std::move(runbooks);
    rebuild();
}

void LibraryTreeModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

void LibraryTreeModel::rebuild()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    for (const RunbookEntry &entry : std::as_const(m_runbooks)) {
        if (m_grouping == Grouping::Service)
            addByName(entry, entry.services, NodeKind::Service, NodeKind::NoService);
        else if (m_grouping == Grouping::Owner)
            addByName(entry, entry.owners, NodeKind::Owner, NodeKind::NoOwner);
        else
            addByFolder(entry);
    }
    finish(*m_root);
    endResetModel();
}

LibraryTreeModel::Node *LibraryTreeModel::childNamed(Node &parent, const QString &title, NodeKind kind)
{
    for (const auto &child : parent.children) {
        if (child->kind == kind && child->title == title)
            return child.get();
    }
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->title = title;
    node->parent = &parent;
    parent.children.push_back(std::move(node));
    return parent.children.back().get();
}

void LibraryTreeModel::addRunbook(Node &group, const RunbookEntry &entry)
{
    auto leaf = std::make_unique<Node>();
    leaf->kind = NodeKind::Runbook;
    leaf->title = entry.title;
    leaf->entry = entry;
    leaf->parent = &group;
    group.children.push_back(std::move(leaf));
}

/** Under each of its names; one with none under a group of its own. */
void LibraryTreeModel::addByName(const RunbookEntry &entry, const QStringList &names, NodeKind kind, NodeKind none)
{
    if (names.isEmpty())
        addRunbook(*childNamed(*m_root, {}, none), entry);
    for (const QString &name : names)
        addRunbook(*childNamed(*m_root, name, kind), entry);
}

void LibraryTreeModel::addByFolder(const RunbookEntry &entry)
{
    Node *folder = childNamed(*m_root, QDir(entry.ref.root).dirName(), NodeKind::Folder);
    const QStringList parts = entry.ref.path.split(u'/');
    for (const QString &part : parts.first(parts.size() - 1))
        folder = childNamed(*folder, part, NodeKind::Folder);
    addRunbook(*folder, entry);
}

void LibraryTreeModel::finish(Node &node)
{
    std::stable_sort(node.children.begin(), node.children.end(), [](const auto &a, const auto &b) {
        // Groups before runbooks, "no service named" last, else by name as people read it.
        const auto rank = [](const Node &n) {
            const bool isNone = n.kind == NodeKind::NoService || n.kind == NodeKind::NoOwner;
            return n.kind == NodeKind::Runbook ? 1 : isNone ? 2 : 0;
        };
        return rank(*a) != rank(*b) ? rank(*a) < rank(*b) : a->title.compare(b->title, Qt::CaseInsensitive) < 0;
    });
    node.runbooks = node.kind == NodeKind::Runbook ? 1 : 0;
    for (size_t row = 0; row < node.children.size(); ++row) {
        Node &child = *node.children[row];
        child.row = int(row);
        finish(child);
        node.runbooks += child.runbooks;
    }
}

const LibraryTreeModel::Node *LibraryTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex LibraryTreeModel::find(const Node &node, const RunbookRef &ref) const
{
    for (const auto &child : node.children) {
        if (child->kind == NodeKind::Runbook && child->entry.ref == ref)
            return createIndex(child->row, 0, child.get());
        if (const QModelIndex below = find(*child, ref); below.isValid())
            return below;
    }
    return {};
}

QModelIndex LibraryTreeModel::indexOf(const RunbookRef &ref) const
{
    return find(*m_root, ref);
}

QModelIndex LibraryTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[size_t(row)].get());
}

QModelIndex LibraryTreeModel::parent(const QModelIndex &index) const
{
    const Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int LibraryTreeModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

int LibraryTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant LibraryTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node->title;
    case KindRole:
        return QVariant::fromValue(node->kind);
    case EntryRole:
        return node->kind == NodeKind::Runbook ? QVariant::fromValue(node->entry) : QVariant();
    case CountRole:
        return node->runbooks;
    default:
        return {};
    }
}

} // namespace Handrail
