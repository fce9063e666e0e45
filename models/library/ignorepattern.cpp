// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ignorepattern.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPattern = 4096;

/** Blanks at the end do not count, unless a backslash stands before them. */
QStringView withoutTrailingBlanks(QStringView line)
{
    qsizetype end = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'\\')
            end = std::min(++i + 1, line.size());
        else if (line[i] != u' ')
            end = i + 1;
    }
    return line.first(end);
}

struct NamedSet
{
    QStringView name;
    QList<std::pair<QChar, QChar>> ranges;
};

/** "[:digit:]" and its kin, of ASCII as in git. */
const QList<NamedSet> &namedSets()
{
    static const QList<NamedSet> sets {
        { u"alpha", { { u'a', u'z' }, { u'A', u'Z' } } },
        { u"digit", { { u'0', u'9' } } },
        { u"alnum", { { u'a', u'z' }, { u'A', u'Z' }, { u'0', u'9' } } },
        { u"upper", { { u'A', u'Z' } } },
        { u"lower", { { u'a', u'z' } } },
        { u"space", { { u' ', u' ' }, { u'\t', u'\r' } } },
        { u"blank", { { u' ', u' ' }, { u'\t', u'\t' } } },
        { u"punct", { { u'!', u'/' }, { u':', u'@' }, { u'[', u'`' }, { u'{', u'~' } } },
        { u"xdigit", { { u'0', u'9' }, { u'a', u'f' }, { u'A', u'F' } } },
        { u"cntrl", { { u'\0', u'\x1f' }, { u'\x7f', u'\x7f' } } },
        { u"print", { { u' ', u'~' } } },
        { u"graph", { { u'!', u'~' } } },
    };
    return sets;
}

} // namespace

std::optional<IgnorePattern> IgnorePattern::fromLine(QString line)
{
    if (line.endsWith(u'\r'))
        line.chop(1);
    if (line.startsWith(u'#') || line.size() > longestPattern)
        return std::nullopt;
    QStringView pattern = withoutTrailingBlanks(line);
    IgnorePattern result;
    if (pattern.startsWith(u'!')) {
        result.m_isNegated = true;
        pattern = pattern.sliced(1);
    }
    if (pattern.endsWith(u'/')) {
        result.m_forFolders = true;
        pattern.chop(1);
    }
    result.m_isAnchored = pattern.contains(u'/');
    if (pattern.startsWith(u'/'))
        pattern = pattern.sliced(1);
    if (pattern.isEmpty() || !result.read(pattern))
        return std::nullopt;
    return result;
}

bool IgnorePattern::names(QStringView path, bool isFolder) const
{
    if (m_forFolders && !isFolder)
        return false;
    const QStringView text = m_isAnchored ? path : path.sliced(path.lastIndexOf(u'/') + 1);
    if (m_isPlain)
        return text == m_ending;
    if (m_isEnding)
        return text.endsWith(m_ending);
    return fits(text);
}

bool IgnorePattern::read(QStringView pattern)
{
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == u'\\') {
            if (++at == pattern.size())
                return false; // git: a backslash at the end names nothing
            m_tokens.append({ Token::Kind::Character, pattern[at], false, {} });
        } else if (c == u'?') {
            m_tokens.append({ Token::Kind::One, {}, false, {} });
        } else if (c == u'[') {
            if (!readSet(pattern, at))
                return false;
        } else if (c == u'*') {
            readStars(pattern, at);
        } else {
            m_tokens.append({ Token::Kind::Character, c, false, {} });
        }
    }
    // Nearly all patterns of real files are a name or "*.ending": those are compared as they are.
    const bool startsWithStar = m_tokens.first().kind == Token::Kind::Star;
    const auto isCharacter = [](const Token &token) { return token.kind == Token::Kind::Character; };
    if (std::all_of(m_tokens.cbegin() + (startsWithStar ? 1 : 0), m_tokens.cend(), isCharacter)) {
        m_isPlain = !startsWithStar;
        m_isEnding = startsWithStar && !m_isAnchored;
        for (const Token &token : std::as_const(m_tokens)) {
            if (isCharacter(token))
                m_ending += token.character;
        }
    }
    return true;
}

/** From "[" to "]". A "]" that comes first is one of the set; a set without end names nothing. */
bool IgnorePattern::readSet(QStringView pattern, qsizetype &at)
{
    Token set { Token::Kind::Set, {}, false, {} };
    qsizetype i = at + 1;
    if (i < pattern.size() && (pattern[i] == u'!' || pattern[i] == u'^')) {
        set.isNegated = true;
        ++i;
    }
    for (const qsizetype first = i; i < pattern.size(); ++i) {
        if (pattern[i] == u']' && i > first) {
            at = i;
            m_tokens.append(set);
            return true;
        }
        const qsizetype end = pattern.sliced(i).startsWith(u"[:"_s) ? pattern.indexOf(u']', i + 2) : -1;
        if (end > i + 2 && pattern[end - 1] == u':') {
            const QStringView name = pattern.sliced(i + 2, end - i - 3);
            const auto known = std::find_if(namedSets().cbegin(), namedSets().cend(),
                                            [name](const NamedSet &each) { return each.name == name; });
            if (known == namedSets().cend())
                return false;
            set.ranges += known->ranges;
            i = end;
            continue;
        }
        if (pattern[i] == u'\\' && ++i == pattern.size())
            return false;
        const QChar from = pattern[i];
        QChar to = from;
        if (i + 2 < pattern.size() && pattern[i + 1] == u'-' && pattern[i + 2] != u']') {
            i += pattern[i + 2] == u'\\' ? 3 : 2;
            if (i == pattern.size())
                return false;
            to = pattern[i];
        }
        set.ranges.append({ from, to });
    }
    return false;
}

/** "**" is more than "*" only where it is all there is between two "/". */
void IgnorePattern::readStars(QStringView pattern, qsizetype &at)
{
    qsizetype end = at;
    while (end < pattern.size() && pattern[end] == u'*')
        ++end;
    const bool isWholePart = end - at >= 2 && m_isAnchored && (at == 0 || pattern[at - 1] == u'/');
    Token::Kind kind = Token::Kind::Star;
    if (isWholePart && end == pattern.size()) {
        kind = Token::Kind::Rest;
    } else if (isWholePart && pattern[end] == u'/') {
        kind = Token::Kind::Folders;
        ++end; // its "/" is part of it: "a/**/b" names "a/b" too
    }
    m_tokens.append({ kind, {}, false, {} });
    at = end - 1;
}

bool IgnorePattern::Token::takes(QChar c) const
{
    switch (kind) {
    case Kind::Character:
        return c == character;
    case Kind::One:
    case Kind::Star:
        return c != u'/';
    case Kind::Set:
        return c != u'/' && isNegated != std::any_of(ranges.cbegin(), ranges.cend(), [c](const auto &range) {
                   return c >= range.first && c <= range.second;
               });
    case Kind::Folders:
    case Kind::Rest:
        return true;
    }
    return false;
}

/** Walks all ways through the pattern at once, so that "*a*a*a*a*b" costs no more than "aaaab". */
bool IgnorePattern::fits(QStringView text) const
{
    using Places = QVarLengthArray<bool, 64>;
    const qsizetype count = m_tokens.size();
    const auto skipWhatMayBeNothing = [this, count](Places &places) {
        for (qsizetype i = 0; i < count; ++i) {
            const Token::Kind kind = m_tokens[i].kind;
            if (places[i] && (kind == Token::Kind::Star || kind == Token::Kind::Folders || kind == Token::Kind::Rest))
                places[i + 1] = true;
        }
    };
    Places places(count + 1, false);
    Places inFolder(count + 1, false); ///< in the name of a folder that "**" swallows
    places[0] = true;
    skipWhatMayBeNothing(places);
    for (const QChar c : text) {
        Places next(count + 1, false);
        Places nextInFolder(count + 1, false);
        for (qsizetype i = 0; i < count; ++i) {
            const Token &token = m_tokens[i];
            if (token.kind == Token::Kind::Folders && (places[i] || inFolder[i]))
                (c == u'/' ? next : nextInFolder)[i] = true;
            else if (places[i] && token.takes(c))
                next[token.kind == Token::Kind::Star || token.kind == Token::Kind::Rest ? i : i + 1] = true;
        }
        skipWhatMayBeNothing(next);
        places = next;
        inFolder = nextInFolder;
    }
    return places[count];
}

} // namespace Handrail
