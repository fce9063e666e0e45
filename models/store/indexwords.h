// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"
#include "store/database.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

namespace Handrail {

/** A stem as the index has it: the words written with it, and how many sections have one of them. */
struct IndexedStem
{
    QStringList forms;
    int sections = 0;
};

/** Looks stems up in the index's vocabulary and remembers them until the index changes. Any thread may ask. */
class IndexWords
{
public:
    struct Answer
    {
        int sections = 0; ///< in the whole index
        QHash<QString, IndexedStem> stems;

        WordFrequencies frequencies() const;
    };

    Result<Answer> lookUp(const Database &database, const QStringList &stems) const;

    /** The words of the index nearest to @p word, the commonest of equals first. */
    static QStringList nearest(const Database &database, const QString &word, int limit);

private:
    mutable QMutex m_mutex;
    mutable qint64 m_newestSection = -1; ///< when the words below were looked up
    mutable int m_sections = 0;
    mutable QHash<QString, IndexedStem> m_known;
};

} // namespace Handrail
