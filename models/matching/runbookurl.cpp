// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/runbookurl.h"

#include "alerts/alertcompletion.h"
#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QDir>
#include <QUrl>
#include <QUrlQuery>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString decoded(QStringView part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

/** What stands in place of a link that nobody has written yet. */
bool isNoLink(const QString &value)
{
    static const QStringList placeholders { u""_s,        u"tbd"_s,     u"tba"_s,     u"tbc"_s,  u"todo"_s, u"fixme"_s, u"wip"_s,
                                            u"na"_s,      u"none"_s,    u"null"_s,    u"nil"_s,  u"no"_s,   u"yes"_s,   u"true"_s,
                                            u"false"_s,   u"unknown"_s, u"pending"_s, u"missing"_s };
    return (value.contains(u' ') && !value.contains(u"://")) || placeholders.contains(nameKey(value));
}

} // namespace

RunbookUrl readRunbookUrl(const QString &written)
{
    constexpr qsizetype longest = 2048; // characters
    // By hand: QUrl refuses what a template left open, "https://{{ host }}:port/x".
    static const QRegularExpression host(u"^(?:(?:https?|file)://[^/?#]*|[\\w.-]+:\\d+(?=/)|[a-z]:(?=/))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.-]*:"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = written.trimmed().replace(u'\\', u'/');
    if (text.size() > longest)
        return {};
    const bool hasHost = host.match(text).hasMatch();
    if (!hasHost && scheme.match(text).hasMatch())
        return {};
    text.remove(host);

    const qsizetype hash = text.indexOf(u'#');
    QString anchor = hash < 0 ? QString() : decoded(QStringView(text).sliced(hash + 1));
    QString place = text.left(hash < 0 ? text.size() : hash);
    static const QRegularExpression route(u"^!?/"_s); // of a site that is one page: "#/redis/memory"
    if (route.match(anchor).hasMatch())
        place = std::exchange(anchor, QString());
    const qsizetype mark = place.indexOf(u'?');
    const QString title = mark < 0 ? QString() : QUrlQuery(place.sliced(mark + 1)).queryItemValue(u"title"_s, QUrl::FullyDecoded);
    QString path = title.isEmpty() ? QDir::cleanPath(decoded(place.left(mark < 0 ? place.size() : mark))) : title;
    static const QRegularExpression branch(u"/(-/)?(blob|tree|raw|src)/[^/]+(/|$)"_s);
    if (const auto match = branch.match(path); hasHost && match.hasMatch())
        path = path.sliced(match.capturedEnd());
    static const QRegularExpression start(u"^[./!]*/"_s);
    path.remove(start);
    if (nameKey(path).isEmpty())
        return {};
    return { path, anchor, written };
}

bool leadsTo(const RunbookUrl &url, const QString &path)
{
    const int shared = sharedParts(path, url.path);
    return shared > 0 && (shared == pathParts(path) || shared == pathParts(url.path));
}

QStringList runbookLinks(const Alert &alert)
{
    QStringList links;
    if (!isNoLink(alert.runbookUrl))
        links.append(alert.runbookUrl);
    for (const Labels &facts : { alert.annotations, alert.labels }) {
        for (const auto &[name, value] : facts) {
            if (namesRunbook(name) && !isNoLink(value))
                links.append(value);
        }
    }
    links.removeDuplicates();
    return links;
}

} // namespace Handrail
