// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail {

/** What a phrase of everyday speech is called in runbooks. */
struct MeantWord
{
    QString word; ///< in lower case: "clock"
    QString phrase; ///< as the table has it: "server time"

    bool operator==(const MeantWord &) const = default;
};

/**
 * The words that @p text means without saying them, each once, by the table in resources/matching/vocabulary.txt. The words of a
 * phrase have to stand in the table's order, with at most a few others between them.
 */
QList<MeantWord> meantWords(const QString &text);

} // namespace Handrail
