// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/runbookurl.h"
#include "search/runbookindex.h"

#include <QStringList>

#include <vector>

namespace Handrail {

/**
 * What a link says that leads to no file here. The runbook that it meant was renamed, taken up by another, or its name was
 * mistyped in the alert's rule: the words of the link's end are then like those of a runbook's path.
 */
class DeadLink
{
public:
    DeadLink(const RunbookUrl &url, const RunbookIndex &index);

    QString written() const { return m_written; }

    /** What may be like it; all that fits is to be weighed by nearness(). */
    CandidateQuery candidates() const;

    /** How like it @p record is by its path or its title. */
    struct Nearness
    {
        double share = 0; ///< from 0 to 1, which is the same words; 0 when they are not alike
        QStringList words; ///< that both have, as the runbook has them
    };
    Nearness nearness(const SectionRecord &record) const;

private:
    Nearness nearness(const QStringList &own, const QStringList &folders) const;
    Nearness mistyped(const SectionRecord &record) const;

    struct Word
    {
        QString word;
        QString stem;
        bool isKnown = false; ///< in the index; one that is not may be mistyped
        double rarity = 0; ///< from 0 to 1
    };
    static QString alike(const Word &wanted, const QStringList &words);

    QString m_written;
    QString m_path;
    QString m_name; ///< nameKey() of what it calls the page
    std::vector<Word> m_words;
    QStringList m_folders;
};

} // namespace Handrail
