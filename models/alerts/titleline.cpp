// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/titleline.h"

#include "alerts/words.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 400;

/** The one severity among the words; a title with two says nothing certain. */
QString severityAmong(const QString &text)
{
    static const QStringList telling = { u"critical"_s, u"warning"_s, u"info"_s,  u"page"_s, u"error"_s,
                                         u"high"_s,     u"major"_s,   u"minor"_s, u"p1"_s,   u"p2"_s,
                                         u"p3"_s,       u"p4"_s,      u"crit"_s,  u"warn"_s, u"fatal"_s,
                                         u"disaster"_s, u"sev1"_s,    u"sev2"_s };
    static const QRegularExpression gaps(u"[\\s()\\[\\],]+"_s);
    QString found;
    for (const QString &word : text.split(gaps, Qt::SkipEmptyParts)) {
        if (!telling.contains(word.toLower()))
            continue;
        if (!found.isEmpty())
            return {};
        found = word;
    }
    return found;
}

/** The name in "Name group values (other values)". Names with blanks cannot be told from values: then all of
 * it. */
QString nameAmong(const QString &rest)
{
    static const QRegularExpression oneWord(u"^(?=\\S*[a-z][A-Z]|\\S*[_-]|[A-Z]\\S+$)\\S+"_s);
    QString head = rest.section(u'(', 0, 0).trimmed();
    if (head.isEmpty())
        head = rest.section(u'(', 1).section(u')', 0, 0).trimmed();
    static const QRegularExpression connection(u"\\s+(?:for|on|in|at|via)\\s.*$"_s);
    if (const auto match = oneWord.match(head); match.hasMatch() && !head.contains(u" - "_s))
        return match.captured();
    const QString cut = QString(head).remove(connection).trimmed();
    return rest.startsWith(head) ? head : cut.section(u' ', 0, 0);
}

TitleLine groupTitle(const QRegularExpressionMatch &match, const QString &line)
{
    TitleLine title;
    title.isGroup = true;
    title.mark = TitleLine::Mark::Apart;
    title.word = match.captured(1);
    title.status = statusFromWord(match.captured(1));
    title.announced = match.captured(2).toInt();
    QString rest = line.mid(match.capturedEnd()).trimmed();
    static const QRegularExpression leading(u"^[|:•\\s-]+"_s);
    rest.remove(leading);
    title.name = nameAmong(rest);
    title.severity = severityAmong(rest.section(u'(', 1));
    if (title.severity.isEmpty() && !title.name.contains(u' ') && rest.startsWith(title.name))
        title.severity = severityAmong(rest.mid(title.name.size()));
    return title;
}

} // namespace

TitleLine readTitleLine(const QString &given)
{
    static const QRegularExpression group(
        u"\\[\\s*(FIRING|RESOLVED|ALERTING|OK|NO ?DATA)\\s*(?::\\s*(\\d+))?(?:\\s*[,|]\\s*(?:RESOLVED|FIRING)\\s*:\\s*\\d+)?\\s*\\]"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QString words = u"critical|crit|warning|alert|alarm|problem|recovery|recovered|resolved|"
                                 u"firing|triggered|acknowledged|acknowledgement|down|up|"
                                 u"p[0-5]|sev[-\\s]?[0-5]|outage|ok|emergency|disaster|page|fatal|cleared|"
                                 u"closed|opened|open|degraded|high|major|re-?triggered|"
                                 u"no data|unreachable|flapping(?:start|stop)|active"_s;
    static const QRegularExpression bracketed(u"^[^\\w\\[]*\\[\\s*("_s + words
                                                  + u")\\s*(?:on\\s+\\{[^}]*\\})?\\s*\\]\\s*[:|-]*\\s*"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression before(u"^\\W*("_s + words + u")\\s*(?:\\||:|-|–|—)\\s+(?=\\S)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nagios(u"^\\W*("_s + words + u")\\s+(?:service|host)\\s+alert:\\s*"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression after(
        u"\\s+(?:is|are|has|went|was)\\s+(?:now\\s+|gone\\s+|back\\s+|been\\s+|not\\s+)?(critical|warning|"
        u"down|up|ok|unknown|firing|resolved|unreachable|"
        u"failing|degraded|unhealthy|healthy|recovered|offline|online|triggered|acknowledged)\\b[!.*\\s]*$"_s,
        QRegularExpression::CaseInsensitiveOption);

    const QString line = given.trimmed();
    if (line.isEmpty() || line.size() > longestTitle)
        return {};
    if (const auto match = group.match(line); match.hasMatch() && match.capturedStart() < 60)
        return groupTitle(match, line);

    TitleLine title;
    QString rest = line;
    const auto take = [&title](const QString &word, TitleLine::Mark mark) {
        if (title.word.isEmpty()) {
            title.word = word;
            title.mark = mark;
        }
        if (title.status == AlertStatus::Unknown)
            title.status = statusFromWord(word);
        if (title.severity.isEmpty() && severityFromWord(word) > Severity::Info
            && foldedWord(word) != u"alert")
            title.severity = word;
    };
    for (const QRegularExpression *pattern : { &nagios, &bracketed, &bracketed, &before }) {
        if (const auto match = pattern->match(rest); match.hasMatch()) {
            const bool isApart = pattern != &before || match.captured().contains(u'|');
            take(match.captured(1), isApart ? TitleLine::Mark::Apart : TitleLine::Mark::Before);
            if (foldedWord(match.captured(1)) == u"alert")
                title.status = AlertStatus::Firing;
            rest = rest.mid(match.capturedEnd());
        }
    }
    if (const auto match = after.match(rest); match.hasMatch() && !match.captured().contains(u"not "_s)) {
        take(match.captured(1), TitleLine::Mark::After);
        rest = rest.first(match.capturedStart());
    }
    if (title.saysSomething())
        title.name = rest.trimmed();
    return title;
}

} // namespace Handrail
