// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Handrail {

/** All runbooks as a tree, by the service they are for, the folder they lie in or the owner they have. */
class LibraryTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Grouping { Service, Folder, Owner };
    enum class NodeKind { Service, NoService, Folder, Owner, NoOwner, Runbook };
    enum Role { KindRole = Qt::UserRole, EntryRole, CountRole };

    explicit LibraryTreeModel(QObject *parent = nullptr);
    ~LibraryTreeModel() override;

    void setRunbooks(QList<RunbookEntry> runbooks);
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }
    QModelIndex indexOf(const RunbookRef &ref) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;

    void rebuild();
    void addByName(const RunbookEntry &entry, const QStringList &names, NodeKind kind, NodeKind none);
    void addByFolder(const RunbookEntry &entry);
    static Node *childNamed(Node &parent, const QString &title, NodeKind kind);
    static void addRunbook(Node &group, const RunbookEntry &entry);
    static void finish(Node &node);
    const Node *nodeOf(const QModelIndex &index) const;
    QModelIndex find(const Node &node, const RunbookRef &ref) const;

    Grouping m_grouping = Grouping::Service;
    QList<RunbookEntry> m_runbooks;
    std::unique_ptr<Node> m_root;
};

} // namespace Handrail

Q_DECLARE_METATYPE(Handrail::LibraryTreeModel::NodeKind)
