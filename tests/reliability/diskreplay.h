// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <random>

namespace Handrail::Reliability {

/** One change that disk.cpp wrote down. */
struct DiskChange
{
    int kind = 0; ///< DiskRecord::Kind
    int descriptor = -1;
    qint64 position = 0;
    QByteArray data; ///< bytes or path
};

QList<DiskChange> readDiskLog(const QString &path);

/**
 * A file system that promises no more than POSIX does. What was synced before a cut is there after it. Of the rest each change is
 * there or not, whatever came after it; a write is there in some of its sectors and not in others, and where a file grew without
 * what was written, anything may stand. The name of a file is part of its folder and durable when the folder was synced.
 */
class DiskReplay
{
public:
    explicit DiskReplay(const QByteArray &root); ///< the folder that was watched; it was there before

    void apply(const DiskChange &change);
    QByteArray contentNow(const QByteArray &path) const; ///< as a program sees it that was not cut off
    /** Makes in @p folder what could be on the disk if the power went now. */
    void writeAfterCut(const QString &folder, std::mt19937 &random) const;

private:
    struct DataChange
    {
        qint64 position = 0; ///< the new length, when it is a truncation
        QByteArray bytes;
        bool isTruncation = false;
    };
    struct NameChange
    {
        QMap<QByteArray, int> nodes; ///< by name; -1 when the name goes
    };
    struct Node
    {
        bool isFolder = false;
        QList<DataChange> data;
        QList<NameChange> names;
        qsizetype synced = 0; ///< how many of the changes are durable
        QMap<QByteArray, int> now; ///< a folder's names as a program sees them
    };

    int nodeAt(const QByteArray &path) const; ///< -1 when there is none
    int folderOf(const QByteArray &path) const;
    int makeNode(const QByteArray &path, bool isFolder);
    void change(int folder, const NameChange &change);
    void writeNode(int node, const QString &path, std::mt19937 &random) const;
    QByteArray contentAfterCut(const Node &node, std::mt19937 &random) const;

    QByteArray m_root;
    QList<Node> m_nodes;
    QHash<int, int> m_descriptors;
};

} // namespace Handrail::Reliability
