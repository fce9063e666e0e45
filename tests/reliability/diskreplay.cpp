// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/diskreplay.h"

#include "reliability/disk.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstring>

namespace Handrail::Reliability {

namespace {

constexpr qint64 sectorSize = 512;

bool chance(std::mt19937 &random, double probability)
{
    return std::bernoulli_distribution(probability)(random);
}

QByteArray garbage(qint64 size, std::mt19937 &random)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(random());
    return bytes;
}

/** Makes @p content at least @p size long: with zeros, as most file systems do, or with what was there before. */
void grow(QByteArray &content, qint64 size, bool withZeros, std::mt19937 &random)
{
    if (content.size() < size)
        content += withZeros ? QByteArray(size - content.size(), '\0') : garbage(size - content.size(), random);
}

QByteArray nameIn(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

} // namespace

QList<DiskChange> readDiskLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<DiskChange> changes;
    DiskRecord record;
    while (file.read(reinterpret_cast<char *>(&record), sizeof record) == qint64(sizeof record))
        changes.append({ record.kind, record.descriptor, record.position, file.read(record.size) });
    return changes;
}

DiskReplay::DiskReplay(const QByteArray &root)
    : m_root(root)
{
    m_nodes.append({ true, {}, {}, 0, {} });
}

int DiskReplay::nodeAt(const QByteArray &path) const
{
    int node = 0;
    for (const QByteArray &name : path.mid(m_root.size()).split('/')) {
        if (!name.isEmpty())
            node = node < 0 ? -1 : m_nodes.at(node).now.value(name, -1);
    }
    return node;
}

int DiskReplay::folderOf(const QByteArray &path) const
{
    return nodeAt(path.left(path.lastIndexOf('/')));
}

int DiskReplay::makeNode(const QByteArray &path, bool isFolder)
{
    m_nodes.append({ isFolder, {}, {}, 0, {} });
    const int node = int(m_nodes.size()) - 1;
    change(folderOf(path), { { { nameIn(path), node } } });
    return node;
}

void DiskReplay::change(int folder, const NameChange &change)
{
    Q_ASSERT(folder >= 0);
    Node &node = m_nodes[folder];
    node.names.append(change);
    for (auto name = change.nodes.cbegin(); name != change.nodes.cend(); ++name) {
        if (name.value() < 0)
            node.now.remove(name.key());
        else
            node.now.insert(name.key(), name.value());
    }
}

void DiskReplay::apply(const DiskChange &change)
{
    switch (change.kind) {
    case DiskRecord::Opened: {
        const int known = nodeAt(change.data);
        m_descriptors.insert(change.descriptor, known >= 0 ? known : makeNode(change.data, false));
        break;
    }
    case DiskRecord::Closed:
        m_descriptors.remove(change.descriptor);
        break;
    case DiskRecord::Written:
        m_nodes[m_descriptors.value(change.descriptor)].data.append({ change.position, change.data, false });
        break;
    case DiskRecord::Truncated:
        m_nodes[m_descriptors.value(change.descriptor)].data.append({ change.position, {}, true });
        break;
    case DiskRecord::Synced: {
        Node &node = m_nodes[m_descriptors.value(change.descriptor)];
        node.synced = node.isFolder ? node.names.size() : node.data.size();
        break;
    }
    case DiskRecord::Removed:
        this->change(folderOf(change.data), { { { nameIn(change.data), -1 } } });
        break;
    case DiskRecord::Renamed: { // within one folder, and so at once or not at all
        const qsizetype end = change.data.indexOf('\0');
        const QByteArray from = change.data.left(end), to = change.data.mid(end + 1);
        Q_ASSERT(folderOf(from) == folderOf(to));
        this->change(folderOf(from), { { { nameIn(from), -1 }, { nameIn(to), nodeAt(from) } } });
        break;
    }
    case DiskRecord::FolderMade:
        makeNode(change.data, true);
        break;
    }
}

QByteArray DiskReplay::contentNow(const QByteArray &path) const
{
    const int node = nodeAt(path);
    QByteArray content;
    for (const DataChange &change : node < 0 ? QList<DataChange>() : m_nodes.at(node).data) {
        if (change.isTruncation)
            content.resize(change.position, '\0');
        else
            content.replace(change.position, change.bytes.size(), change.bytes);
    }
    return content;
}

void DiskReplay::writeAfterCut(const QString &folder, std::mt19937 &random) const
{
    writeNode(0, folder, random);
}

void DiskReplay::writeNode(int index, const QString &path, std::mt19937 &random) const
{
    const Node &node = m_nodes.at(index);
    if (!node.isFolder) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contentAfterCut(node, random)) < 0)
            qFatal("%s cannot be written.", qPrintable(path));
        return;
    }
    QDir().mkpath(path);
    const double luck = std::uniform_int_distribution(0, 4)(random) / 4.0;
    QMap<QByteArray, int> names;
    for (qsizetype i = 0; i < node.names.size(); ++i) {
        if (i < node.synced || chance(random, luck))
            names.insert(node.names.at(i).nodes);
    }
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (name.value() >= 0)
            writeNode(name.value(), path + u'/' + QFile::decodeName(name.key()), random);
    }
}

QByteArray DiskReplay::contentAfterCut(const Node &node, std::mt19937 &random) const
{
    const double luck = std::uniform_int_distribution(0, 4)(random) / 4.0;
    const bool withZeros = chance(random, 0.5);
    QByteArray content;
    for (qsizetype i = 0; i < node.data.size(); ++i) {
        const DataChange &change = node.data.at(i);
        const bool isDurable = i < node.synced;
        if (!isDurable && !chance(random, luck))
            continue;
        if (change.isTruncation) {
            grow(content, change.position, true, random);
            content.truncate(change.position);
            continue;
        }
        const bool isTorn = !isDurable && chance(random, 0.3);
        const qint64 end = change.position + change.bytes.size();
        for (qint64 from = change.position; from < end;) {
            const qint64 to = std::min(end, (from / sectorSize + 1) * sectorSize);
            if (!isTorn || chance(random, 0.5)) {
                grow(content, to, withZeros, random);
                std::memcpy(content.data() + from, change.bytes.constData() + (from - change.position), size_t(to - from));
            }
            from = to;
        }
    }
    return content;
}

} // namespace Handrail::Reliability
