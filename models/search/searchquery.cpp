// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searchquery.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumTerms = 32;
constexpr qsizetype maximumTermLength = 128; // no word of a runbook is longer; a pasted log line is
constexpr qsizetype maximumTypedLength = 16 * 1024;

/** Takes the next term off @p rest: up to the closing quote, or up to the next space. */
QString takeTerm(QStringView &rest, bool quoted)
{
    qsizetype end = 0;
    while (end < rest.size() && (quoted ? rest[end] != u'"' : !rest[end].isSpace()))
        ++end;
    const QString term = rest.first(std::min(end, maximumTermLength)).toString();
    rest = rest.sliced(std::min(end + (quoted ? 1 : 0), rest.size()));
    return term.trimmed();
}

/** Takes "owner:" off @p rest, and says which filter it begins. */
std::optional<SearchFilter::Field> takeFilterName(QStringView &rest)
{
    constexpr qsizetype longest = 8; // "service:"
    const qsizetype colon = rest.first(std::min(longest, rest.size())).indexOf(u':');
    const auto field = colon > 0 ? filterField(rest.first(colon)) : std::nullopt;
    if (field)
        rest = rest.sliced(colon + 1);
    return field;
}

bool hasWordCharacter(const QString &term)
{
    return std::any_of(term.begin(), term.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

/** Half a surrogate pair would swallow the closing quote on its way into SQLite: it becomes a whole character. */
QString quoted(const QString &term)
{
    QString whole = QString::fromUtf8(term.toUtf8());
    return u'"' + whole.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

SearchQuery parseQuery(const QString &typed)
{
    SearchQuery query;
    QString clean = typed.left(maximumTypedLength);
    clean.replace(QChar::Null, u' ');
    QStringView rest = clean;
    qsizetype terms = 0;
    query.lastWordOpen = false;
    while (terms < maximumTerms) {
        while (!rest.isEmpty() && rest.front().isSpace())
            rest = rest.sliced(1);
        if (rest.isEmpty())
            break;
        const bool excluded = rest.size() > 1 && rest[0] == u'-' && !rest[1].isSpace();
        if (excluded)
            rest = rest.sliced(1);
        const auto filter = takeFilterName(rest);
        const bool isPhrase = rest.startsWith(u'"');
        if (isPhrase)
            rest = rest.sliced(1);
        const QString term = takeTerm(rest, isPhrase);
        if (filter) {
            query.filters.append({ *filter, term, excluded });
            query.lastWordOpen = false;
            ++terms;
            continue;
        }
        if (term.isEmpty())
            continue; // a lone quote
        (excluded ? query.excluded : isPhrase ? query.phrases : query.words).append(term);
        query.lastWordOpen = !excluded && !isPhrase && rest.isEmpty();
        ++terms;
    }
    return query;
}

QString toFts5(const SearchQuery &query)
{
    QStringList wanted;
    for (qsizetype i = 0; i < query.words.size(); ++i) {
        const QString &word = query.words.at(i);
        if (!hasWordCharacter(word))
            continue;
        const bool open = query.lastWordOpen && i == query.words.size() - 1 && word.back().isLetterOrNumber();
        if (open && word.size() < 3 && !wanted.isEmpty())
            continue; // more letters are on their way; these begin too many words to be worth their time
        wanted.append(quoted(word) + (open ? u"*"_s : QString()));
    }
    for (const QString &phrase : query.phrases) {
        if (hasWordCharacter(phrase))
            wanted.append(quoted(phrase));
    }
    if (wanted.isEmpty())
        return {};
    // Terms side by side are ANDed; unlike a written AND this also stands a term in which FTS5 finds no word.
    QString expression = wanted.first(std::min(wanted.size(), maximumTerms)).join(u' ');
    for (const QString &word : query.excluded) {
        if (hasWordCharacter(word))
            expression = u"(%1) NOT %2"_s.arg(expression, quoted(word));
    }
    return expression;
}

} // namespace Handrail
