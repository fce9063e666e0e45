// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/codeownerspattern.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QString anyFolders = u"**"_s;

/** Whether "[a-z]", "[^x]" or "[!x]" at @p at has @p character; @p at then is behind it. Not closed, it is a plain bracket. */
bool matchesRange(const QString &pattern, qsizetype &at, QChar character)
{
    const qsizetype closing = pattern.indexOf(u']', at + 2);
    if (closing < 0)
        return pattern.at(at++) == character;
    qsizetype i = at + 1;
    const bool isNegated = pattern.at(i) == u'^' || pattern.at(i) == u'!';
    i += isNegated ? 1 : 0;
    bool found = false;
    for (; i < closing; ++i) {
        if (i + 2 < closing && pattern.at(i + 1) == u'-') {
            found = found || (pattern.at(i) <= character && character <= pattern.at(i + 2));
            i += 2;
        } else {
            found = found || pattern.at(i) == character;
        }
    }
    at = closing + 1;
    return found != isNegated;
}

/** Whether one character of a file name fits what stands at @p at, which then is behind that. */
bool matchesCharacter(const QString &pattern, qsizetype &at, QChar character, bool ranges)
{
    const QChar wanted = pattern.at(at);
    if (wanted == u'?') {
        ++at;
        return true;
    }
    if (ranges && wanted == u'[')
        return matchesRange(pattern, at, character);
    if (ranges && wanted == u'\\' && at + 1 < pattern.size())
        ++at;
    return pattern.at(at++) == character;
}

/** One file name against one segment, in time that grows with their product and no faster. */
bool matchesName(const QString &pattern, const QString &name, bool ranges)
{
    qsizetype p = 0;
    qsizetype n = 0;
    qsizetype star = -1; // where to go on when what follows the last "*" does not fit
    qsizetype starName = 0;
    while (n < name.size()) {
        qsizetype next = p;
        if (p < pattern.size() && pattern.at(p) == u'*') {
            star = ++p;
            starName = n;
        } else if (p < pattern.size() && matchesCharacter(pattern, next, name.at(n), ranges)) {
            p = next;
            ++n;
        } else if (star >= 0) {
            p = star;
            n = ++starName;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == u'*')
        ++p;
    return p == pattern.size();
}

} // namespace

CodeOwnersPattern::CodeOwnersPattern(const QString &pattern, Dialect dialect)
    : m_segments(pattern.split(u'/'))
    , m_ranges(dialect == Dialect::GitLab)
{
    const bool startsAtRoot = pattern.startsWith(u'/');
    const bool isFolder = pattern.endsWith(u'/');
    m_segments.removeAll(QString());
    const bool anywhere = !startsAtRoot && (dialect == Dialect::GitLab || m_segments.size() < 2);
    const QString last = m_segments.value(m_segments.size() - 1);
    if (dialect == Dialect::GitHub && last == anyFolders && !isFolder) {
        m_segments.append(u"*"_s); // everything below, and at least something
    } else if (isFolder) {
        m_segments += { anyFolders, u"*"_s };
    } else if (dialect == Dialect::GitLab && last == anyFolders) {
        m_segments.last() = u"*"_s; // there it goes deep only before a slash
    } else {
        m_orBelow = dialect == Dialect::GitHub && last != u"*";
    }
    if (anywhere && m_segments.value(0) != anyFolders)
        m_segments.prepend(anyFolders);
}

bool CodeOwnersPattern::matches(const QStringList &path) const
{
    if (matchesFrom(path))
        return true;
    if (!m_orBelow)
        return false;
    for (qsizetype depth = path.size() - 1; depth > 0; --depth) {
        if (matchesFrom(path.first(depth)))
            return true;
    }
    return false;
}

bool CodeOwnersPattern::matchesFrom(const QStringList &path) const
{
    qsizetype s = 0;
    qsizetype p = 0;
    qsizetype any = -1; // as in matchesName(), for folders
    qsizetype anyPath = 0;
    while (p < path.size()) {
        if (s < m_segments.size() && m_segments.at(s) == anyFolders) {
            any = ++s;
            anyPath = p;
        } else if (s < m_segments.size() && matchesName(m_segments.at(s), path.at(p), m_ranges)) {
            ++s;
            ++p;
        } else if (any >= 0) {
            s = any;
            p = ++anyPath;
        } else {
            return false;
        }
    }
    while (s < m_segments.size() && m_segments.at(s) == anyFolders)
        ++s;
    return s == m_segments.size();
}

} // namespace Handrail
