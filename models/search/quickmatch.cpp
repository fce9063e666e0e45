// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/quickmatch.h"

#include <algorithm>

namespace Handrail {

namespace {

constexpr int wholeName = 40;
constexpr int nameStart = 30;
constexpr int wordStart = 20;
constexpr int withinWord = 8;
constexpr int firstLetters = 6;
constexpr int besideName = 3;

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (text.at(at).isUpper() && before.isLower());
}

/** The first place where @p word starts a word of @p name, else where it stands at all; -1 when nowhere. */
qsizetype placeOf(QStringView word, QStringView name)
{
    qsizetype within = -1;
    for (qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(name, at))
            return at;
        within = within < 0 ? at : within;
    }
    return within;
}

/** Places of the letters of @p word as first letters of words of @p name, in order; empty when they are not all there. */
QList<TextSpan> initialsOf(QStringView word, QStringView name)
{
    QList<TextSpan> places;
    qsizetype letter = 0;
    for (qsizetype at = 0; at < name.size() && letter < word.size(); ++at) {
        if (startsWord(name, at) && name.at(at).toCaseFolded() == word.at(letter).toCaseFolded()) {
            places.append({ at, 1 });
            ++letter;
        }
    }
    return letter == word.size() && letter > 1 ? places : QList<TextSpan>();
}

QList<TextSpan> joined(QList<TextSpan> marks)
{
    std::sort(marks.begin(), marks.end(), [](const TextSpan &a, const TextSpan &b) { return a.start < b.start; });
    QList<TextSpan> apart;
    for (const TextSpan &mark : std::as_const(marks)) {
        if (!apart.isEmpty() && mark.start <= apart.last().end())
            apart.last().length = std::max(apart.last().end(), mark.end()) - apart.last().start;
        else
            apart.append(mark);
    }
    return apart;
}

} // namespace

std::optional<QuickMatch> quickMatch(const QStringList &words, const QString &name, const QString &beside)
{
    QuickMatch match;
    for (const QString &word : words) {
        if (const qsizetype at = placeOf(word, name); at >= 0) {
            match.score += word.size() == name.size() ? wholeName
                : at == 0                             ? nameStart
                : startsWord(name, at)                ? wordStart
                                                      : withinWord;
            match.marks.append({ at, word.size() });
        } else if (const QList<TextSpan> letters = initialsOf(word, name); !letters.isEmpty()) {
            match.score += firstLetters;
            match.marks += letters;
        } else if (beside.contains(word, Qt::CaseInsensitive)) {
            match.score += besideName;
        } else {
            return std::nullopt;
        }
    }
    match.marks = joined(match.marks);
    return match;
}

} // namespace Handrail
