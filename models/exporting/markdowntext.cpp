// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/markdowntext.h"

#include "base/oddcharacters.h"
#include "exporting/redaction.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Handrail::MarkdownText {

using namespace Qt::StringLiterals;

namespace {

/** Lines as the file has them, hidden characters made visible; the carriage return of Windows line ends is no secret. */
QString presentable(const QString &text)
{
    QString clean = masked(text);
    clean.replace(u"\r\n"_s, u"\n"_s);
    return madeVisible(clean);
}

bool isWord(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

bool needsBackslash(const QString &text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u'\\':
    case u'`':
    case u'*':
    case u'[':
    case u']':
    case u'<':
    case u'|':
    case u'~':
        return true;
    case u'_':
        return !(isWord(text, at - 1) && isWord(text, at + 1));
    case u'&': // an entity such as &lt;
        return isWord(text, at + 1) || (at + 1 < text.size() && text[at + 1] == u'#');
    default:
        return false;
    }
}

/** What makes a line a heading, a list item, a quote or a rule stands at its beginning. */
QString withHarmlessStart(const QString &escaped)
{
    static const QRegularExpression mark(u"^(?:[#>+=:-]|[0-9]{1,9}(?=[.)](?:\\s|$)))"_s);
    const QRegularExpressionMatch match = mark.match(escaped);
    if (!match.hasMatch())
        return escaped;
    const qsizetype at = match.capturedLength() == 1 && !escaped[0].isDigit() ? 0 : match.capturedLength();
    return escaped.first(at) + u'\\' + escaped.sliced(at);
}

QString escaped(const QString &line)
{
    QString result;
    result.reserve(line.size() + 16);
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (needsBackslash(line, at))
            result += u'\\';
        result += line[at];
    }
    return withHarmlessStart(result);
}

/** The longest run of backticks in @p text: what encloses it has to be longer. */
qsizetype longestTicks(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

QString line(const QString &text)
{
    return escaped(presentable(text).simplified());
}

QString lines(const QString &text, const QString &indent)
{
    static const QRegularExpression blanksFirst(u"^(?: {2}|\\t)"_s, QRegularExpression::MultilineOption);
    const QString clean = presentable(text.trimmed());
    if (clean.contains(blanksFirst)) // pasted output: its columns mean something
        return u'\n' + fenced(text, {}, indent);
    QStringList result;
    const QStringList rows = clean.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &row : rows)
        result.append(escaped(row.trimmed()));
    return result.join(u"\\\n"_s + indent);
}

QString code(const QString &text)
{
    const QString clean = presentable(text).simplified();
    const QString ticks(longestTicks(clean) + 1, u'`');
    const QString gap = clean.startsWith(u'`') || clean.endsWith(u'`') || clean.isEmpty() ? u" "_s : QString();
    return ticks + gap + clean + gap + ticks;
}

QString fenced(const QString &text, const QString &language, const QString &indent)
{
    QString clean = presentable(text);
    while (clean.endsWith(u'\n'))
        clean.chop(1);
    const QString fence(std::max<qsizetype>(3, longestTicks(clean) + 1), u'`');
    QString result = indent + fence + language + u'\n';
    const QStringList rows = clean.split(u'\n');
    for (const QString &row : rows)
        result += (row.isEmpty() ? QString() : indent + row) + u'\n';
    return result + indent + fence;
}

} // namespace Handrail::MarkdownText
