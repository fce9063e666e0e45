// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/indexer.h"
#include "store/runbookindexstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace Handrail::Testing {

/** A folder of runbooks and an index of it, both gone after the test. */
class LibraryFolder
{
public:
    LibraryFolder() { QDir(m_folder.path()).mkdir(QStringLiteral("library")); }

    QString root() const { return m_folder.filePath(QStringLiteral("library")); }
    QString index() const { return m_folder.filePath(RunbookIndexStore::fileName()); }

    void write(const QString &path, const QByteArray &text) const
    {
        QDir(root()).mkpath(QFileInfo(root() + QLatin1Char('/') + path).absolutePath());
        QFile file(root() + QLatin1Char('/') + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    IndexProgress read(const QStringList &roots = {}) const
    {
        const std::atomic_bool stop = false;
        Catalog catalog;
        return Indexer::run(index(), roots.isEmpty() ? QStringList { root() } : roots, stop, {}, catalog);
    }

    QStringList paths() const
    {
        QStringList paths;
        const auto runbooks = RunbookIndexStore(index()).runbooks();
        for (const RunbookEntry &entry : runbooks ? *runbooks : QList<RunbookEntry> {})
            paths.append(entry.ref.path);
        paths.sort();
        return paths;
    }

    QStringList found(const QString &typed) const
    {
        QStringList paths;
        const auto hits = RunbookIndexStore(index()).search(parseQuery(typed), 20);
        for (const SearchHit &hit : hits ? *hits : QList<SearchHit> {})
            paths.append(hit.runbook.ref.path);
        return paths;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Handrail::Testing
