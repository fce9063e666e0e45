// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/lenientjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <vector>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 200;
constexpr double exactIntegers = 9007199254740992.0; // 2^53

/** Reads forward only, so that its time grows with the text and nothing else. */
class LenientJsonReader {
public:
    LenientJsonReader(const QString &text, qsizetype from)
        : m_text(text)
        , m_at(from)
        , m_counted(from)
    {
    }

    JsonReading read()
    {
        JsonReading reading;
        QJsonValue value = readValue(0);
        if (!m_failed && !value.isUndefined())
            reading.value = value;
        reading.problems = m_problems;
        reading.end = m_at;
        reading.cut = m_cut;
        return reading;
    }

private:
    QJsonValue readValue(int depth);
    QJsonValue readObject(int depth);
    QJsonValue readArray(int depth);
    QJsonValue readNumber();
    QJsonValue readWord();
    QString readKey();
    QString readString();
    void readEscape(QString &into);
    bool readSeparator(QChar closing);
    void skipBlank();
    void skipComment();
    QChar closingQuote(QChar opening);

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    QJsonValue fail();
    QJsonValue cut();
    void mended(const QString &what);

    const QString &m_text;
    qsizetype m_at;
    qsizetype m_counted;
    int m_line = 0;
    bool m_failed = false;
    bool m_cut = false;
    QList<Problem> m_problems;
};

QJsonValue LenientJsonReader::fail()
{
    m_failed = true;
    return QJsonValue::Undefined;
}

QJsonValue LenientJsonReader::cut()
{
    if (!m_cut)
        mended(
            u"The JSON is cut off at its end; what was complete was read. Paste the rest to get it all."_s);
    m_cut = true;
    return QJsonValue::Undefined;
}

void LenientJsonReader::mended(const QString &what)
{
    if (std::any_of(m_problems.begin(), m_problems.end(),
                    [&](const Problem &problem) { return problem.text == what; }))
        return;
    if (m_line == 0)
        m_line = 1 + int(QStringView(m_text).first(m_counted).count(u'\n'));
    m_line += int(QStringView(m_text).sliced(m_counted, qMin(m_at, m_text.size()) - m_counted).count(u'\n'));
    m_counted = qMin(m_at, m_text.size());
    m_problems.append({ Problem::Severity::Note, what, m_line });
}

void LenientJsonReader::skipComment()
{
    mended(u"Comments in the JSON were passed over."_s);
    const bool block = peek(1) == u'*';
    const qsizetype end = m_text.indexOf(block ? u"*/"_s : u"\n"_s, m_at + 2);
    m_at = end < 0 ? m_text.size() : end + (block ? 2 : 1);
}

void LenientJsonReader::skipBlank()
{
    while (!atEnd()) {
        const QChar c = peek();
        if (c.isSpace() || c == u'\uFEFF' || c == u'\u200B')
            ++m_at;
        else if (c == u'/' && (peek(1) == u'/' || peek(1) == u'*'))
            skipComment();
        else
            return;
    }
}

QChar LenientJsonReader::closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
        return opening;
    case u'\'':
        mended(u"Single quotes were read as double ones."_s);
        return opening;
    case 0x201C: // curly quotes; some programs open with the closing one
    case 0x201D:
    case 0x201E:
        mended(u"Curly quotes were read as straight ones."_s);
        return QChar(0x201D);
    default:
        return {};
    }
}

QJsonValue LenientJsonReader::readValue(int depth)
{
    skipBlank();
    if (atEnd())
        return cut();
    const QChar c = peek();
    if (depth > deepest)
        return fail();
    if (c == u'{')
        return readObject(depth);
    if (c == u'[')
        return readArray(depth);
    if (c == u'-' || c.isDigit())
        return readNumber();
    if (closingQuote(c).isNull())
        return readWord();
    const bool wasCut = m_cut;
    const QString text = readString();
    return m_cut && !wasCut ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QJsonValue LenientJsonReader::readObject(int depth)
{
    struct Member {
        QString key;
        QJsonValue value;
    };
    std::vector<Member> members;
    ++m_at;
    while (!m_failed && !m_cut) {
        skipBlank();
        if (peek() == u'}' || atEnd())
            break;
        QString key = readKey();
        skipBlank();
        if (m_failed || m_cut || atEnd())
            break;
        if (peek() != u':') {
            fail();
            break;
        }
        ++m_at;
        QJsonValue value = readValue(depth + 1);
        if (!value.isUndefined())
            members.push_back({ std::move(key), std::move(value) });
        if (m_failed || m_cut || !readSeparator(u'}'))
            break;
    }
    if (m_failed)
        return QJsonValue::Undefined;
    if (atEnd())
        cut();
    else if (!m_cut)
        ++m_at;
    // In the order of their keys: QJsonObject moves everything behind an insertion, which takes long with
    // many keys.
    std::stable_sort(members.begin(), members.end(),
                     [](const Member &a, const Member &b) { return a.key < b.key; });
    QJsonObject object;
    for (size_t i = 0; i < members.size(); ++i) {
        if (i > 0 && members[i].key == members[i - 1].key)
            mended(u"The key \"%1\" occurs more than once; its first value was kept."_s.arg(
                members[i].key.left(60)));
        else
            object.insert(members[i].key, members[i].value);
    }
    return object;
}

QJsonValue LenientJsonReader::readArray(int depth)
{
    QJsonArray array;
    ++m_at;
    while (!m_failed && !m_cut) {
        skipBlank();
        if (peek() == u']' || atEnd())
            break;
        const QJsonValue value = readValue(depth + 1);
        if (!value.isUndefined())
            array.append(value);
        if (m_failed || m_cut || !readSeparator(u']'))
            break;
    }
    if (m_failed)
        return QJsonValue::Undefined;
    if (atEnd())
        cut();
    else if (!m_cut)
        ++m_at;
    return array;
}

/** Whether another member follows. A missing comma is forgiven where the next member starts on a line of its
 * own. */
bool LenientJsonReader::readSeparator(QChar closing)
{
    const qsizetype before = m_at;
    skipBlank();
    if (peek() == u',') {
        ++m_at;
        skipBlank();
        if (peek() == closing)
            mended(u"A comma too many was passed over."_s);
        return peek() != closing;
    }
    if (atEnd() || peek() == closing)
        return false;
    if (QStringView(m_text).sliced(before, m_at - before).contains(u'\n') && u"\"'{["_s.contains(peek())) {
        mended(u"A missing comma was put in."_s);
        return true;
    }
    fail();
    return false;
}

QString LenientJsonReader::readKey()
{
    if (!closingQuote(peek()).isNull())
        return readString();
    const qsizetype start = m_at;
    while (peek().isLetterOrNumber() || peek() == u'_' || peek() == u'$' || peek() == u'.' || peek() == u'-')
        ++m_at;
    if (m_at == start)
        fail();
    else
        mended(u"Keys without quotes were read as if quoted."_s);
    return m_text.mid(start, m_at - start);
}

QString LenientJsonReader::readString()
{
    const QChar opening = peek();
    const QChar closing = closingQuote(opening);
    const bool curly = closing != opening || opening == QChar(0x201D);
    ++m_at;
    QString text;
    while (!atEnd()) {
        const QChar c = peek();
        if (c == closing || (curly && c == QChar(0x201C))) {
            ++m_at;
            return text;
        }
        if (c == u'\\' && m_at + 1 < m_text.size()) {
            readEscape(text);
        } else {
            text.append(c);
            ++m_at;
        }
    }
    cut();
    return text;
}

void LenientJsonReader::readEscape(QString &into)
{
    const QChar c = peek(1);
    m_at += 2;
    switch (c.unicode()) {
    case u'n':
        into.append(u'\n');
        return;
    case u't':
        into.append(u'\t');
        return;
    case u'r':
        into.append(u'\r');
        return;
    case u'b':
    case u'f':
        into.append(u' ');
        return;
    case u'u': {
        bool ok = false;
        const ushort unit = QStringView(m_text).mid(m_at, 4).toUShort(&ok, 16);
        if (ok && m_at + 4 <= m_text.size()) {
            into.append(QChar(unit));
            m_at += 4;
            return;
        }
        into.append(c);
        return;
    }
    default: // the quote, the backslash, and what should not have been escaped
        into.append(c);
    }
}

QJsonValue LenientJsonReader::readNumber()
{
    const qsizetype start = m_at;
    while (peek().isDigit() || (!peek().isNull() && u"+-.eE"_s.contains(peek())))
        ++m_at;
    const QStringView written = QStringView(m_text).sliced(start, m_at - start);
    if (atEnd() && start > 0)
        return cut(); // more digits may have followed
    bool ok = false;
    const double number = written.toDouble(&ok);
    const bool isWhole =
        std::all_of(written.begin(), written.end(), [](QChar c) { return c.isDigit() || c == u'-'; });
    if (!ok && !isWhole && !std::isinf(number))
        return fail();
    if (!ok || !std::isfinite(number) || (isWhole && std::fabs(number) > exactIntegers))
        return written.toString();
    return number;
}

QJsonValue LenientJsonReader::readWord()
{
    const qsizetype start = m_at;
    while (peek().isLetter())
        ++m_at;
    const QStringView word = QStringView(m_text).sliced(start, m_at - start);
    if (atEnd() && start > 0)
        return cut();
    if (word == u"null")
        return QJsonValue::Null;
    if (word == u"true" || word == u"false")
        return word == u"true";
    if (word == u"NaN" || word == u"Infinity" || word == u"undefined")
        return QJsonValue::Null;
    if (word != u"None" && word != u"True" && word != u"False")
        return fail();
    mended(u"Python's True, False and None were read as JSON's."_s);
    return word == u"None" ? QJsonValue(QJsonValue::Null) : QJsonValue(word == u"True");
}

} // namespace

JsonReading readLenientJson(const QString &text, qsizetype from)
{
    return LenientJsonReader(text, from).read();
}

QString numberText(double number)
{
    if (std::trunc(number) == number && std::fabs(number) <= exactIntegers)
        return QString::number(qint64(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace Handrail
