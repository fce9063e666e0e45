// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/pastefields.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumFields = 20'000; ///< more is no text that a person checks by eye
constexpr qsizetype longestKey = 200;

bool isQuote(QChar character)
{
    return character == u'"' || character == u'\'';
}

bool isKeyCharacter(QChar character)
{
    return character.isLetterOrNumber() || u"_.-/"_s.contains(character);
}

/** Whether a line is a piece of JSON, and no title such as "[FIRING:1] Name". */
bool looksLikeJson(QStringView line)
{
    if (line.isEmpty() || line.contains(u"{\""))
        return true;
    const QChar second = line.size() > 1 ? line.at(1) : QChar(u'{');
    return line.startsWith(u'[') ? u"{[\"' "_s.contains(second) : u"{}]\"'\\,"_s.contains(line.front());
}

/** Walks over a text once and keeps the keys of the objects it is in. */
class FieldScanner
{
public:
    explicit FieldScanner(const QString &text)
        : m_text(text)
    {
    }

    QList<PasteField> scan();

private:
    QChar at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }
    QChar before(qsizetype place) const;
    qsizetype afterSpace(qsizetype place) const;
    qsizetype backslashesBefore(qsizetype place) const;
    bool opensText(qsizetype quote) const;
    qsizetype endOfText(qsizetype quote) const;
    QString unescaped(qsizetype start, qsizetype end) const;
    void add(qsizetype start, qsizetype end);
    qsizetype readQuoted(qsizetype quote);
    qsizetype readBare(qsizetype start);
    qsizetype readLineKey(qsizetype start);
    void readEquals(qsizetype sign);

    const QString &m_text;
    QList<PasteField> m_fields;
    QStringList m_parents;
    QString m_key;
    bool m_valueNext = false; ///< a ":" or "=" has just been passed
};

QChar FieldScanner::before(qsizetype place) const
{
    while (place > 0 && m_text.at(place - 1).isSpace())
        --place;
    return place > 0 ? m_text.at(place - 1) : QChar();
}

qsizetype FieldScanner::afterSpace(qsizetype place) const
{
    while (place < m_text.size() && m_text.at(place).isSpace())
        ++place;
    return place;
}

qsizetype FieldScanner::backslashesBefore(qsizetype place) const
{
    qsizetype count = 0;
    while (count < place && m_text.at(place - 1 - count) == u'\\')
        ++count;
    return count;
}

/** Whether a quote begins a text: not an apostrophe, the end of an envelope's text, or the start of JSON inside JSON. */
bool FieldScanner::opensText(qsizetype quote) const
{
    const QChar previous = before(quote - backslashesBefore(quote));
    if (!previous.isNull() && !u"{[:,=("_s.contains(previous))
        return false;
    const qsizetype inside = afterSpace(quote + 1);
    const QChar next = at(inside);
    const QChar second = at(afterSpace(inside + 1));
    const bool opensObject = next == u'{' && (second == u'\\' || isQuote(second));
    const bool opensArray = next == u'[' && (second == u'{' || second == u'\\');
    return !opensObject && !opensArray;
}

/** The place of the quote that ends the text begun at @p quote: the next one escaped as often. */
qsizetype FieldScanner::endOfText(qsizetype quote) const
{
    const QChar mark = m_text.at(quote);
    const qsizetype level = backslashesBefore(quote);
    for (qsizetype place = m_text.indexOf(mark, quote + 1); place >= 0; place = m_text.indexOf(mark, place + 1)) {
        const qsizetype escapes = backslashesBefore(place);
        if (level == 0 ? escapes % 2 == 0 : escapes == level)
            return place;
    }
    return m_text.size();
}

QString FieldScanner::unescaped(qsizetype start, qsizetype end) const
{
    const QString raw = m_text.sliced(start, end - start);
    if (!raw.contains(u'\\'))
        return raw.trimmed();
    static const QRegularExpression escape(uR"(\\+(?:u([0-9A-Fa-f]{4})|(.)))"_s);
    QString value;
    qsizetype from = 0;
    for (auto matches = escape.globalMatch(raw); matches.hasNext();) {
        const auto match = matches.next();
        value += QStringView(raw).sliced(from, match.capturedStart() - from);
        const QString code = match.captured(1);
        const QString letter = match.captured(2);
        if (!code.isEmpty())
            value += QChar(code.toUShort(nullptr, 16));
        else
            value += letter == u"n" ? u"\n"_s : letter == u"t" ? u"\t"_s : letter == u"r" ? u"\r"_s : letter;
        from = match.capturedEnd();
    }
    value += QStringView(raw).sliced(from);
    return value.trimmed();
}

void FieldScanner::add(qsizetype start, qsizetype end)
{
    while (start < end && m_text.at(start).isSpace())
        ++start;
    while (end > start && m_text.at(end - 1).isSpace())
        --end;
    if (end > start)
        m_fields.append({ m_key, m_parents.isEmpty() ? QString() : m_parents.last(), unescaped(start, end),
                          { start, end - start } });
    m_valueNext = false;
}

qsizetype FieldScanner::readQuoted(qsizetype quote)
{
    const qsizetype start = quote + 1;
    const qsizetype close = endOfText(quote);
    const qsizetype end = close - std::min(close - start, backslashesBefore(close));
    const qsizetype next = afterSpace(close + 1);
    if (at(next) == u':' && end - start <= longestKey) {
        m_key = m_text.sliced(start, end - start);
        m_valueNext = true;
        return next + 1;
    }
    add(start, end);
    return close + 1;
}

qsizetype FieldScanner::readBare(qsizetype start)
{
    qsizetype end = start;
    while (end < m_text.size() && !m_text.at(end).isSpace() && !u",}])|;\\\""_s.contains(m_text.at(end)))
        ++end;
    add(start, end);
    return std::max(end, start + 1);
}

/** A line "- *Key:* value". What is no such line is a field without a key. */
qsizetype FieldScanner::readLineKey(qsizetype start)
{
    qsizetype end = m_text.indexOf(u'\n', start);
    end = end < 0 ? m_text.size() : end;
    const QString line = m_text.sliced(start, end - start);
    if (looksLikeJson(QStringView(line).trimmed()))
        return start; // the characters tell better
    static const QRegularExpression keyed(
        uR"(^[\s>|*•\-–·#_]*([\p{L}_][\p{L}\p{N}_.\-/ ()]{0,60}?)[*_`]{0,2}\s*(?::[*_`]{0,2}\s+|:[*_`]{0,2}$|\|\s+)(.*)$)"_s);
    m_parents.clear();
    m_key.clear();
    if (const auto match = keyed.match(line); match.hasMatch()) {
        m_key = match.captured(1).trimmed();
        const QChar first = match.capturedView(2).isEmpty() ? QChar() : match.capturedView(2).front();
        if (u"{[\""_s.contains(first) && !first.isNull()) {
            m_valueNext = true;
            return start + match.capturedStart(2);
        }
        add(start + match.capturedStart(2), end);
        return match.capturedView(2).contains(u'=') ? start + match.capturedStart(2) : end;
    }
    if (!line.contains(u'=')) {
        add(start, end);
        return end;
    }
    return start;
}

/** The word before a "=" is a key, unless it is part of an address. */
void FieldScanner::readEquals(qsizetype sign)
{
    qsizetype end = sign;
    while (end > 0 && (m_text.at(end - 1) == u' ' || u"!~:"_s.contains(m_text.at(end - 1))))
        --end;
    qsizetype start = end;
    while (start > 0 && end - start < longestKey && isKeyCharacter(m_text.at(start - 1)))
        --start;
    const QChar previous = start > 0 ? m_text.at(start - 1) : QChar();
    if (start == end || previous == u'?' || previous == u'&' || previous == u':')
        return;
    m_key = m_text.sliced(start, end - start);
    m_valueNext = true;
}

QList<PasteField> FieldScanner::scan()
{
    bool lineStart = true;
    qsizetype place = 0;
    while (place < m_text.size() && m_fields.size() < maximumFields) {
        if (std::exchange(lineStart, false)) {
            place = readLineKey(place);
            if (place >= m_text.size())
                break;
        }
        const QChar character = m_text.at(place);
        if (character == u'\n') {
            lineStart = true;
            ++place;
        } else if (isQuote(character) && opensText(place)) {
            place = readQuoted(place);
        } else if (character == u'{' || character == u'[') {
            m_parents.append(m_key);
            m_valueNext = false;
            ++place;
        } else if (character == u'}' || character == u']') {
            if (!m_parents.isEmpty())
                m_key = m_parents.takeLast();
            ++place;
        } else if (character == u'=') {
            readEquals(place++);
        } else if (m_valueNext && !character.isSpace() && !isQuote(character) && character != u'\\') {
            place = readBare(place);
        } else {
            ++place;
        }
    }
    return m_fields;
}

} // namespace

QList<PasteField> fieldsIn(const QString &text)
{
    return FieldScanner(text).scan();
}

} // namespace Handrail
