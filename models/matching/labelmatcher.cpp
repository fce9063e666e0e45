// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/labelmatcher.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

// A pattern is an author's text: it must not cost seconds.
constexpr qsizetype maximumPatternLength = 512;
const QString mostWork = u"(*LIMIT_MATCH=100000)"_s; // of PCRE for one value, which gives up beyond it
constexpr qsizetype maximumValueLength = 4096;
constexpr qsizetype maximumMatchers = 32;

/** Reads along a matcher list; each take…() moves past what it read. */
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd()
    {
        skipBlanks();
        return m_rest.isEmpty();
    }

    bool startsWith(QStringView word)
    {
        skipBlanks();
        return m_rest.startsWith(word);
    }

    bool take(QStringView word)
    {
        if (!startsWith(word))
            return false;
        m_rest = m_rest.sliced(word.size());
        return true;
    }

    /** A quoted text with its backslash escapes read, or a bare one up to an operator, comma or brace. */
    std::optional<QString> takeText()
    {
        skipBlanks();
        return m_rest.startsWith(u'"') ? takeQuoted() : takeBare();
    }

private:
    void skipBlanks()
    {
        while (!m_rest.isEmpty() && m_rest.front().isSpace())
            m_rest = m_rest.sliced(1);
    }

    std::optional<QString> takeQuoted()
    {
        QString text;
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == u'"') {
                m_rest = m_rest.sliced(i + 1);
                return text;
            }
            if (m_rest[i] == u'\\' && i + 1 < m_rest.size()) {
                ++i;
                text += m_rest[i] == u'n' ? QChar(u'\n') : m_rest[i];
            } else {
                text += m_rest[i];
            }
        }
        return {};
    }

    std::optional<QString> takeBare()
    {
        qsizetype end = 0;
        while (end < m_rest.size() && !u"=!~,{}\""_s.contains(m_rest[end]))
            ++end;
        const QString text = m_rest.first(end).trimmed().toString();
        m_rest = m_rest.sliced(end);
        return text.isEmpty() ? std::nullopt : std::optional(text);
    }

    QStringView m_rest;
};

std::optional<LabelMatcher::Operator> takeOperator(Cursor &cursor)
{
    using Operator = LabelMatcher::Operator;
    if (cursor.take(u"=~"))
        return Operator::Matches;
    if (cursor.take(u"!~"))
        return Operator::MatchesNot;
    if (cursor.take(u"!="))
        return Operator::NotEqual;
    if (cursor.take(u"="))
        return Operator::Equal;
    return {};
}

std::optional<LabelMatcher> takeMatcher(Cursor &cursor)
{
    const auto label = cursor.takeText();
    const auto op = label ? takeOperator(cursor) : std::nullopt;
    const auto value = op ? cursor.takeText() : std::nullopt;
    if (!value)
        return {};
    LabelMatcher matcher { *label, *op, *value, {} };
    if (*op == LabelMatcher::Operator::Matches || *op == LabelMatcher::Operator::MatchesNot) {
        if (value->size() > maximumPatternLength)
            return {};
        matcher.pattern.setPattern(mostWork + QRegularExpression::anchoredPattern(*value));
        if (!matcher.pattern.isValid())
            return {};
    }
    return matcher;
}

} // namespace

bool LabelMatcher::accepts(const QString &labelValue) const
{
    const auto matched = [this, &labelValue] { return pattern.match(labelValue.left(maximumValueLength)); };
    switch (op) {
    case Operator::Equal:
        return labelValue == value;
    case Operator::NotEqual:
        return labelValue != value;
    case Operator::Matches:
        return matched().hasMatch();
    case Operator::MatchesNot:
        if (const QRegularExpressionMatch match = matched(); match.isValid()) // else it gave up, and nobody knows
            return !match.hasMatch();
        return false;
    }
    return false;
}

std::optional<QList<LabelMatcher>> readLabelMatchers(const QString &text)
{
    Cursor cursor(text);
    const bool braced = cursor.take(u"{");
    QList<LabelMatcher> matchers;
    bool more = true;
    while (more) {
        const auto matcher = takeMatcher(cursor);
        if (!matcher || matchers.size() >= maximumMatchers)
            return {};
        matchers.append(*matcher);
        more = cursor.take(u",") && !cursor.atEnd() && !cursor.startsWith(u"}"); // a comma may also end the list
    }
    if (braced && !cursor.take(u"}"))
        return {};
    return cursor.atEnd() ? std::optional(matchers) : std::nullopt;
}

bool accepts(const QList<LabelMatcher> &matchers, const Alert &alert)
{
    const bool asks = std::any_of(matchers.begin(), matchers.end(), [](const LabelMatcher &matcher) { return !matcher.accepts({}); });
    return asks && std::all_of(matchers.begin(), matchers.end(), [&](const LabelMatcher &matcher) {
        const QString value = matcher.label == u"alertname" && !alert.name.isEmpty() ? alert.name
                                                                                     : alert.labels.value(matcher.label);
        return matcher.accepts(value);
    });
}

} // namespace Handrail
