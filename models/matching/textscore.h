// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/alertterms.h"
#include "matching/matcher.h"
#include "matching/weights.h"

#include <QHash>

#include <array>
#include <atomic>
#include <bitset>
#include <memory>
#include <optional>

namespace Handrail {

/**
 * Which term a word means, by the word's number: texts say the same words again and again, and to stem one costs more than to look
 * here. A newer word takes the place of an older one. Threads may share it.
 */
class WordMemo
{
public:
    static constexpr int none = -1;

    /** The index of the term, or none; without a value when the word is not remembered. */
    std::optional<int> find(quint64 word) const
    {
        const quint64 entry = m_entries[word % places].load(std::memory_order_relaxed);
        if (entry >> termBits != word >> termBits)
            return {};
        return int(entry % (1 << termBits)) - 1;
    }
    void keep(quint64 word, int term)
    {
        m_entries[word % places].store((word >> termBits << termBits) | quint64(term + 1), std::memory_order_relaxed);
    }

private:
    static constexpr int termBits = 8; ///< enough for all terms of an alert: see alertTerms()
    static constexpr size_t places = 2048;
    std::array<std::atomic<quint64>, places> m_entries {};
};

/** Weighs how much of what an alert says a section speaks of, rare words more than common ones. Made once for an alert. */
class TextScore
{
public:
    TextScore(const QList<AlertTerm> &terms, const WordFrequencies &frequencies, const Weights &weights = {});

    /** Weight 0 when nothing of it is there. */
    Reason reason(const SectionRecord &record) const;

private:
    struct Term
    {
        QString word; ///< for the reason
        double weight = 0; ///< the place in the alert and the word's rarity together
        double rarity = 0;
    };

    int termOf(QStringView word, quint64 number) const;
    QList<int> countedWords(const QString &text, int &length) const;

    QList<Term> m_terms;
    QHash<QString, int> m_places; ///< stem → index of its term
    std::bitset<4096> m_beginnings; ///< of stems, as WordNumbers has them: most words of a text are passed over by a look here
    std::unique_ptr<WordMemo> m_memo = std::make_unique<WordMemo>();
    Weights m_weights;
    double m_total = 0;
};

} // namespace Handrail
