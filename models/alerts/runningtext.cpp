// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/runningtext.h"

#include "alerts/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLead = 200; // of a line before a link: more is no key

/** "Runbook" of "Graph: x *Runbook:*". */
QString wordBefore(const QString &line)
{
    static const QRegularExpression word(u"(\\w+)\\W*$"_s);
    return word.match(line).captured(1);
}

/** The end of the line that @p text stops in. */
QString lastLine(const QString &text)
{
    const QString end = text.last(std::min(text.size(), longestLead));
    return end.sliced(end.lastIndexOf(u'\n') + 1).trimmed();
}

bool lineEnds(const QString &text, qsizetype at)
{
    while (at < text.size() && text.at(at) != u'\n' && text.at(at).isSpace())
        ++at;
    return at >= text.size() || text.at(at) == u'\n';
}

/** Replaces each link @p pattern finds by its text, or by its address where nothing but the link follows a
 * key. */
void takeLinks(RunningText &running, const QRegularExpression &pattern)
{
    QString out;
    qsizetype from = 0;
    for (auto matches = pattern.globalMatch(running.plain); matches.hasNext();) {
        const auto match = matches.next();
        const QString url = withoutEntities(match.captured(u"url"));
        const QString text = match.captured(u"text").trimmed();
        out += QStringView(running.plain).sliced(from, match.capturedStart() - from);
        const QString line = lastLine(out);
        const bool isPicture = text.isEmpty() || text.startsWith(u':');
        const bool isValue = line.endsWith(u':') && (isPicture || lineEnds(running.plain, match.capturedEnd()));
        out += isValue || isPicture ? url : text;
        if (isWebAddress(url))
            running.links.append({ line.endsWith(u':') ? wordBefore(line) + u' ' + text : text, url });
        from = match.capturedEnd();
    }
    out += QStringView(running.plain).sliced(from);
    running.plain = out;
}

void takeTags(QString &text)
{
    static const QRegularExpression gone(u"<(style|script|head)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression breaks(
        u"\\s*<(?:br|/p|/div|/tr|/h[1-6]|/ul|/ol|/table)\\b[^>]*>[ \\t]*\\n?"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression items(u"<li\\b[^>]*>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cells(u"</t[dh]\\s*>\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(u"</?[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?/?>"_s);
    text.remove(gone);
    text.replace(cells, u" "_s);
    text.replace(breaks, u"\n"_s);
    text.replace(items, u"\n- "_s);
    text.remove(tags);
    text = withoutEntities(text);
}

bool hasTags(const QString &text)
{
    static const QRegularExpression tags(u"</(?:p|b|a|li|div|td|strong|pre|code|i|h[1-6]|html)>|<br\\s*/?>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return tags.match(text).hasMatch();
}

} // namespace

RunningText withoutMarkup(const QString &text)
{
    static const QRegularExpression anchors(
        u"<a\\b[^>]*?href\\s*=\\s*[\"'](?<url>[^\"']*)[\"'][^>]*>(?<text>[^<]*)</a\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression slack(u"<(?<url>https?://[^<>|\\s]+)(?:\\|(?<text>[^<>\\n]*))?>"_s);
    static const QRegularExpression pictures(u"!\\[[^\\]\\n]*\\]\\([^()\\s]*\\)"_s);
    static const QRegularExpression markdown(
        u"\\[(?<text>[^\\[\\]\\n]*)\\]\\((?<url>https?://[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)\\)"_s);
    static const QRegularExpression strong(u"(?<![\\w*])\\*{1,2}(?=\\S)(?!insert )([^*\\n]+?)\\*{1,2}(?![\\w*])"_s);
    static const QRegularExpression code(u"`([^`\\n]*)`"_s);
    static const QRegularExpression emoji(u"(?<![\\w:]):[a-z][a-z0-9_+-]{2,40}:(?![\\w])"_s);

    RunningText running;
    running.plain = text;
    running.plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (hasTags(text)) {
        takeLinks(running, anchors);
        takeTags(running.plain);
    }
    running.plain.remove(pictures);
    running.plain.replace(strong, u"\\1"_s);
    takeLinks(running, slack);
    takeLinks(running, markdown);
    running.plain.replace(code, u"\\1"_s);
    running.plain.remove(emoji);
    for (const QString &url : webAddressesIn(running.plain))
        running.links.append({ {}, url });
    return running;
}

bool isWebPage(const QString &text)
{
    static const QRegularExpression head(u"^\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!doctype\\s+html|html)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return head.match(text).hasMatch();
}

} // namespace Handrail
