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
    DeadLink() = default; ///< nothing is like it
    DeadLink(const RunbookUrl &url, const RunbookIndex &index);

    /** What may be like it; all that fits is to be weighed by nearness(). */
    CandidateQuery candidates() const;

    /** How like it @p record's path and heading are. */
    struct Nearness
    {
        double share = 0; ///< from 0 to 1, which is the same words; 0 when they are not alike
        QStringList words; ///< that both have, as the runbook has them
    };
    Nearness nearness(const SectionRecord &record) const;

private:
    struct Word
    {
        QStringList stems; ///< of the word itself; where no runbook has it, of those that are written nearly like it
        double rarity = 0; ///< from 0 to 1
    };

    std::vector<Word> m_words;
    QStringList m_asked; ///< words for the index
    QStringList m_folders;
};

} // namespace Handrail
