// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/expectation.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wordsOfShort = 3;

/** What the sentence quotes; for a short sentence the whole of it. */
QStringList literalsIn(const QString &expected)
{
    static const QRegularExpression quoted(u"`([^`]+)`|\"([^\"]+)\"|“([^”]+)”"_s);
    QStringList literals;
    for (auto matches = quoted.globalMatch(expected); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        literals.append((match.captured(1) + match.captured(2) + match.captured(3)).simplified());
    }
    // Where the words around it turn or measure what is quoted ("no `Error`", "fewer than `5`"), finding it means the other thing.
    static const QRegularExpression turning(u"\\b(?:no|not|none|nothing|never|neither|nor|without|\\w+n['’]t|free of|absent|gone|fewer|less|more|below|"
                                            "above|under|over|than|at least|at most|except|instead|unless|before|until|any longer|disappears?)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (!literals.isEmpty())
        return QString(expected).remove(quoted).contains(turning) ? QStringList() : literals;
    static const QRegularExpression lead(u"^(?:expect(?:ed)?(?:\\s+(?:output|result))?|you should see|output|result)\\s*[:=]?\\s*"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression end(u"[.!]+$"_s);
    const QString rest = expected.simplified().remove(lead).remove(end);
    static const QRegularExpression literalWord(u"^[\\w./:%-]+$"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    const bool isPlain = std::all_of(words.begin(), words.end(), [](const QString &word) { return literalWord.match(word).hasMatch(); });
    // A word of prose ("nothing", "no errors", "the pod is ready") says something about the output and is not in it.
    static const QRegularExpression prose(u"\\b(?:no|not|none|nothing|empty|all|any|the|a|an|is|are|less|more|below|above|than|at|should|same)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return isPlain && !words.isEmpty() && words.size() <= wordsOfShort && !rest.contains(prose) ? QStringList { rest } : QStringList();
}

} // namespace

Expectation compared(const QString &expected, const QString &seen)
{
    const QStringList literals = literalsIn(expected);
    if (literals.isEmpty() || seen.trimmed().isEmpty())
        return Expectation::CannotTell;
    const QString flat = seen.simplified();
    const auto found = std::count_if(literals.begin(), literals.end(), [&flat](const QString &literal) {
        // As a word of its own: "Ready" is not in "NotReady".
        const QRegularExpression word(u"(?<![\\w-])"_s + QRegularExpression::escape(literal) + u"(?![\\w-])"_s,
                                      QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        return flat.contains(word);
    });
    if (found == literals.size())
        return Expectation::Met;
    return found == 0 ? Expectation::NotMet : Expectation::CannotTell;
}

QString toString(Expectation expectation)
{
    switch (expectation) {
    case Expectation::Met:
        return u"as-expected"_s;
    case Expectation::NotMet:
        return u"not-as-expected"_s;
    case Expectation::CannotTell:
        break;
    }
    return u"cannot-tell"_s;
}

} // namespace Handrail
