// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/alertterms.h"
#include "matching/matcher.h"

#include <QHash>

#include <bitset>

namespace Handrail {

/** Weighs how much of what an alert says a section speaks of, rare words more than common ones. Made once for an alert. */
class TextScore
{
public:
    TextScore(const QList<AlertTerm> &terms, const WordFrequencies &frequencies);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /** Weight 0 when nothing of it is there. */
    Reason reason(const SectionRecord &record) const;

private:
    struct Term
    {
        QString word; ///< for the reason
        double weight = 0; ///< the place in the alert and the word's rarity together
        double rarity = 0;
    };

    double rarityOf(const QString &stem) const;
    QList<int> countedWords(const QString &text, int &length) const;

    QList<Term> m_terms;
    QHash<QString, int> m_places; ///< stem → index of its term
    std::bitset<4096> m_beginnings; ///< of stems, hashed: most words of a text are passed over by a look at this
    WordFrequencies m_frequencies;
    double m_total = 0;
};

} // namespace Handrail
